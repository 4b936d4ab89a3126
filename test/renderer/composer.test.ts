import { describe, expect, test } from 'vitest';
import { failure } from '../../shared/failure.ts';
import type { StagedFile } from '../../shared/model/drafts.ts';
import type { E164, FileId } from '../../shared/model/ids.ts';
import type { SenderView } from '../../shared/model/messages.ts';
import { costOf, countOf, roomOf } from '../../renderer/app/composer/count.ts';
import { chooseFrom, hasChoice, nearestSender } from '../../renderer/app/composer/from.ts';
import { segmentsOf, toPlain } from '../../renderer/app/composer/segments.ts';
import { isAboutRecipients, sendObstacle } from '../../renderer/app/composer/view-model.ts';
import { readPrices } from '../../renderer/features/settings/prices.ts';

const one = '+15125550123' as E164;
const two = '+15125550148' as E164;
const to = { numbers: [one] };
const file = { id: 'f' as FileId } as StagedFile;

describe('the count', () => {
  test('is of messages as carriers cut them', () => {
    expect(segmentsOf('a'.repeat(160))).toMatchObject({ count: 1, used: 160, capacity: 160 });
    expect(segmentsOf('a'.repeat(161))).toMatchObject({ count: 2, used: 161, capacity: 306 });
    // A bracket takes the room of two letters.
    expect(segmentsOf('[]')).toMatchObject({ encoding: 'GSM-7', used: 4 });
    expect(segmentsOf('é'.repeat(70))).toMatchObject({ encoding: 'GSM-7', count: 1 });
    const greek = segmentsOf('ж'.repeat(71));
    expect(greek).toMatchObject({ encoding: 'UCS-2', count: 2, used: 71, capacity: 134 });
    expect(greek.special).toEqual(['ж']);
  });

  test('says the length near the limit of RingCentral, in the units that it counts', () => {
    expect(countOf('', 0)).toBeUndefined();
    expect(countOf('Hello', 0)?.text).toBe('1 message, 5 of 160');
    expect(countOf('a'.repeat(1000), 0)).toEqual({
      text: '7 messages, 1,000 of 1,000 characters',
      isOver: false,
    });
    expect(countOf('a'.repeat(1001), 0)).toEqual({ text: '1 character too many', isOver: true });
    // An emoji is two UTF-16 code units.
    expect(countOf('🙂'.repeat(501), 0)?.text).toBe('2 characters too many');
    expect(countOf('Look', 2)?.text).toBe('One message with files, 4 of 1,000 characters');
    expect(countOf('', 2)?.text).toBe('One message with files');
  });

  test('names what takes more room, and what it is replaced by', () => {
    expect(roomOf('It’s', 0)).toEqual({
      text: 'The curly apostrophe ’ takes more room: a message holds 70 characters instead of 160.',
      plain: "It's",
      count: 1,
    });
    const long = `“${'a'.repeat(100)}” — yes`;
    expect(roomOf(long, 0)).toMatchObject({
      text: 'The curly quote “, the curly quote ”, and the long dash — make this 2 messages instead of 1.',
      plain: `"${'a'.repeat(100)}" - yes`,
      count: 3,
    });
    // Nothing plain says the same as a smile.
    expect(roomOf('Thanks 🙂', 0)).toMatchObject({ plain: undefined });
    expect(roomOf('Thanks 🙂', 0)?.text).toMatch(/^🙂 takes more room/);
    expect(roomOf('a\u200bb', 0)?.text).toMatch(/^An invisible character/);
    expect(roomOf('It’s', 1)).toBeUndefined();
    expect(roomOf("It's", 0)).toBeUndefined();
  });

  test('replaces nothing but what has a plain form', () => {
    expect(toPlain('a‘b’ “c” d–e — f… g\u00a0h\ti')).toBe(`a'b' "c" d-e - f... g h i`);
    expect(toPlain('man\u0303ana')).toBe('mañana');
    expect(toPlain('Жук 🙂')).toBe('Жук 🙂');
  });

  test('has a price, when there are prices', () => {
    const prices = { segment: 0.0079, media: 0.02, currency: 'USD' };
    const text = { text: 'a'.repeat(161), fileCount: 0 };
    expect(costOf(text, 1, undefined)).toBeUndefined();
    expect(costOf(text, 1, prices)).toBe('about $0.0158');
    expect(costOf(text, 3, prices)).toBe('about $0.0474');
    expect(costOf({ text: '', fileCount: 1 }, 2, prices)).toBe('about $0.04');
    expect(costOf({ text: ' ', fileCount: 0 }, 2, prices)).toBeUndefined();
    expect(costOf({ text: 'Hi', fileCount: 0 }, 1, { ...prices, currency: 'EUR' })).toMatch(/€/);
  });
});

describe('prices', () => {
  const read = (segment: string, media: string, currency = 'usd') =>
    readPrices({ segment, media, currency });

  test('are read as people write them', () => {
    const prices = { segment: 0.0085, media: 0.02, currency: 'USD' };
    expect(read(' 0,0085', '.02')).toEqual({ prices, wrong: undefined });
    expect(read('1', '')).toMatchObject({ prices: { segment: 1, media: 0 } });
    expect(read('', ' ')).toEqual({ prices: undefined, wrong: undefined });
  });

  test('are refused where they are none', () => {
    expect(read('free', '1').wrong).toBe('segment');
    expect(read('1', '-1').wrong).toBe('media');
    expect(read('1', '101').wrong).toBe('media');
    expect(read('1', '1', 'US$').wrong).toBe('currency');
  });
});

describe('what keeps a text from being sent', () => {
  const writing = (text: string, files: readonly StagedFile[] = []) => ({ text, files });

  test('is said, and nothing else does', () => {
    expect(sendObstacle(writing('Hi'), to)).toBeUndefined();
    expect(sendObstacle(writing('  \n'), to)).toBe('Write something first');
    expect(sendObstacle(writing('', [file]), to)).toBeUndefined();
    expect(sendObstacle(writing('Hi'), { numbers: [] })).toBe('Choose who it goes to first');
    expect(sendObstacle(writing('a'.repeat(1002)), to)).toBe('2 characters too many');
    const many = { numbers: Array.from({ length: 11 }, (_, index) => `+151255501${10 + index}`) };
    expect(sendObstacle(writing('Hi'), many)).toMatch(/10 people at most. These are 11/);
  });

  test('is told at the recipients where it is about them', () => {
    expect(isAboutRecipients(failure('invalid', 'text.no-recipient', { field: 'to' }))).toBe(true);
    expect(isAboutRecipients(failure('rejected', 'text.recipient-blocked'))).toBe(true);
    expect(isAboutRecipients(failure('invalid', 'text.too-long', { field: 'text' }))).toBe(false);
  });
});

describe('the number it goes from', () => {
  const sender = (number: E164, more: Partial<SenderView> = {}): SenderView => ({
    number,
    label: undefined,
    isDefault: false,
    canSendMedia: true,
    obstacle: undefined,
    ...more,
  });
  const senders = [sender(one), sender(two, { isDefault: true })];
  const nothing = { chosen: undefined, own: undefined, last: undefined, usual: undefined };
  const off = sender(one, { obstacle: failure('rejected', 'text.sender-unregistered') });

  test('is the chosen one, the one it was left at, the usual one, or the default', () => {
    expect(chooseFrom(senders, { ...nothing, chosen: one, last: two })).toBe(one);
    expect(chooseFrom(senders, { ...nothing, own: one, usual: two })).toBe(one);
    expect(chooseFrom(senders, { ...nothing, last: one, usual: two })).toBe(one);
    expect(chooseFrom(senders, { ...nothing, usual: one })).toBe(one);
    expect(chooseFrom(senders, nothing)).toBe(two);
    expect(chooseFrom([], nothing)).toBeUndefined();
  });

  test('is none that cannot text, but the thread’s own, which then says why', () => {
    expect(chooseFrom([off, sender(two)], { ...nothing, chosen: one, usual: one })).toBe(two);
    expect(chooseFrom([off, sender(two)], { ...nothing, own: one })).toBe(one);
    expect(nearestSender([off, sender(two)])).toBeUndefined();
    const shared = sender(two, { obstacle: failure('rejected', 'text.sender-shared') });
    expect(nearestSender([shared, off])).toBe(off);
    expect(nearestSender([shared])).toBe(shared);
    expect(hasChoice([off, sender(two)])).toBe(false);
    expect(hasChoice(senders)).toBe(true);
  });
});
