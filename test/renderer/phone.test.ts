import { describe, expect, it } from 'vitest';
import {
  callAsOf,
  fullNumber,
  phoneItems,
  readNumber,
  writtenTarget,
} from '../../renderer/app/phone/view-model.ts';
import { piecesOf } from '../../renderer/app/phone/pieces.ts';
import { excerptWithin } from '../../renderer/features/search/excerpt.ts';
import { asksForMenu } from '../../renderer/ui/menu-key.ts';
import { failure } from '../../shared/failure.ts';
import type { ContactId, E164 } from '../../shared/model/ids.ts';
import { parseDialable } from '../../shared/phone/parse.ts';
import { strings } from '../../shared/strings/strings.ts';
import { home } from './make.ts';

const can = { can: true } as const;
const ada = '+14155550142' as E164;
const usual = {
  read: readNumber(ada, home),
  contactId: undefined,
  canCall: can,
  canText: can,
  outlook: undefined,
};
const reasons = (facts: Partial<Parameters<typeof phoneItems>[0]>) =>
  Object.fromEntries(phoneItems({ ...usual, ...facts }).map(({ does, reason }) => [does, reason]));

describe('the menu of a number', () => {
  it('has six lines, in these words', () => {
    expect(phoneItems(usual).map(({ does }) => strings.phone[does])).toEqual([
      'Call via RingCentral',
      'Text via RingCentral',
      'Call with this device',
      'Copy',
      'Add to contacts',
      'Cancel',
    ]);
    expect(Object.values(reasons({}))).toEqual(Array.from({ length: 6 }, () => undefined));
  });

  it('leads to the contact of somebody who is one', () => {
    const lines = phoneItems({ ...usual, contactId: 'p-1' as ContactId });
    expect(lines.map(({ does }) => does)).toEqual([
      'call',
      'text',
      'device',
      'copy',
      'open',
      'cancel',
    ]);
  });

  it('says why a call or a text cannot go, and leaves this device', () => {
    const offline = { can: false, failure: failure('offline', 'network.offline') } as const;
    const { title } = strings.failures(offline.failure);
    expect(reasons({ canCall: offline, canText: offline })).toMatchObject({
      call: title,
      text: title,
      device: undefined,
      copy: undefined,
    });
  });

  it('greys out what main will refuse for now, but not what it asks about', () => {
    const paused = failure('rate-limited', 'call.paused', { params: { resumesAt: 0 } });
    const placing = failure('conflict', 'call.already-placing');
    const outlook = { refusal: undefined, obstacle: paused };
    expect(reasons({ outlook }).call).toBe(strings.failures(paused).title);
    expect(reasons({ outlook }).device).toBeUndefined();
    expect(reasons({ outlook: { ...outlook, obstacle: placing } }).call).toBeUndefined();
  });

  it('lets nothing but copying and keeping be done with an emergency number', () => {
    const refusal = failure('invalid', 'number.emergency', { field: 'number' });
    const { title } = strings.failures(refusal);
    const read = readNumber('911', home);
    expect(reasons({ read, outlook: { refusal, obstacle: undefined } })).toEqual({
      call: title,
      text: title,
      device: title,
      copy: undefined,
      add: undefined,
      cancel: undefined,
    });
  });

  it('texts no short number', () => {
    const lines = reasons({ read: readNumber('411', home) });
    expect(lines).toMatchObject({ call: undefined, text: strings.phone.shortCannotText });
  });

  it('does nothing with what is no number', () => {
    const lines = reasons({ read: readNumber('Unit 5', home) });
    expect(lines.call).toBeTruthy();
    expect(lines.text).toBe(lines.call);
    expect(lines.device).toBe(lines.call);
  });
});

describe('a number with what is keyed in', () => {
  it.each([
    ['(415) 555-0142', undefined],
    ['415 555 0142 x438', '438'],
    ['415-555-0142;12#', '12#'],
    ['415-555-0142,,7', undefined],
  ])('is read as the same again: %s', (typed, keyIn) => {
    const first = parseDialable(typed, home);
    if (!first.ok) throw new Error(first.failure.message);
    if (keyIn !== undefined) expect(first.value.keyIn).toBe(keyIn);
    expect(parseDialable(writtenTarget(first.value), home)).toEqual(first);
  });

  it('keeps the extension that a contact was typed with', () => {
    expect(fullNumber(ada, '(415) 555-0142 ext. 9', home)).toBe(`${ada} x9`);
    expect(fullNumber(ada, '(415) 555-0199 ext. 9', home)).toBe(ada);
    expect(fullNumber(ada, 'the usual', home)).toBe(ada);
  });

  it('is called again by who called, and back by who was called', () => {
    expect(callAsOf({ direction: 'outbound' })).toBe('again');
    expect(callAsOf({ direction: 'inbound' })).toBe('back');
  });
});

describe('a text with numbers in it', () => {
  const whole = (text: string): string =>
    piecesOf(text, home)
      .map((piece) => piece.text)
      .join('');
  const numbers = (text: string): readonly string[] =>
    piecesOf(text, home).flatMap(({ number }) => number ?? []);

  it('is cut at the numbers, and loses nothing', () => {
    const text = 'Call (415) 555-0142 or 212-555-0153 ext. 9. 👋 Bye';
    expect(numbers(text)).toEqual(['+14155550142', '+12125550153 x9']);
    expect(whole(text)).toBe(text);
  });

  it('takes no part of a number that was cut off', () => {
    expect(numbers('…415 555 0142 is mine')).toEqual([]);
    expect(numbers('mine is 415 555 0142…')).toEqual([]);
    expect(numbers('…mine is 415 555 0142.')).toEqual(['+14155550142']);
  });

  it.each(['', 'No digits at all', 'At 5 or 6?', '<b>12</b>'])('is one piece: %j', (text) => {
    expect(piecesOf(text, home)).toEqual([{ start: 0, text, number: undefined }]);
  });

  it.each([
    ['numbers', 'Call (415) 555-0142 or 212-555-0153 ext. 9, '],
    ['digits', '1 2 3 4 5 6 7 8 9 0 '],
    ['one long number', '4155550142'],
    ['open brackets', '(((((((((('],
    ['separators', '1--------- '],
    ['no number', 'plain words '],
  ])('of 10,000 characters is read at once: %s', (_, pattern) => {
    const text = pattern.repeat(Math.ceil(10_000 / pattern.length)).slice(0, 10_000);
    const start = performance.now();
    expect(whole(text)).toBe(text);
    // Some 50 ms on a quiet machine at the worst; a loop that grows with the square takes minutes.
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('marks and numbers together', () => {
  it('keeps what is marked of a stretch', () => {
    const excerpt = {
      text: 'call 415-555-0142 now',
      marks: [
        { start: 2, end: 8 },
        { start: 18, end: 21 },
      ],
    };
    expect(excerptWithin(excerpt, 5, 17)).toEqual({
      text: '415-555-0142',
      marks: [{ start: 0, end: 3 }],
    });
    expect(excerptWithin(excerpt, 17, 21)).toEqual({
      text: ' now',
      marks: [{ start: 1, end: 4 }],
    });
  });
});

describe('the keys that ask for a menu', () => {
  it('are Menu and Shift+F10', () => {
    expect(asksForMenu({ key: 'ContextMenu', shiftKey: false })).toBe(true);
    expect(asksForMenu({ key: 'F10', shiftKey: true })).toBe(true);
    expect(asksForMenu({ key: 'F10', shiftKey: false })).toBe(false);
    expect(asksForMenu({ key: 'Enter', shiftKey: true })).toBe(false);
  });
});
