import { describe, expect, test } from 'vitest';
import { newsOfCalls, saidOf } from '../../renderer/app/announce/news-of-calls.ts';
import { newsOfTexts, toldOf } from '../../renderer/features/messages/news-of-texts.ts';
import type { Bubble } from '../../renderer/features/messages/view-model.ts';
import type { ActiveCall } from '../../shared/model/calls.ts';
import type { MessageId } from '../../shared/model/ids.ts';
import type { Party } from '../../shared/model/people.ts';
import { placedCall } from './harness/fake-world.ts';
import { numberOf } from './harness/people.ts';
import { createWorld } from './harness/world.ts';

const call = (more: Partial<ActiveCall> = {}): ActiveCall => ({
  ...placedCall(createWorld('demo'), numberOf(0), numberOf(0)),
  ...more,
});
const nameOf = ({ party }: ActiveCall): string => party.name ?? 'nobody';

describe('what is told of calls', () => {
  test('is what has changed, and with whom where there are several', () => {
    const first = call();
    const second = call({ id: 'c-2' as ActiveCall['id'], state: 'connected' });
    const before = saidOf([first], nameOf);
    expect(newsOfCalls(before, [first], nameOf)).toEqual([]);
    expect(newsOfCalls(before, [first, second], nameOf)).toEqual([
      'Connected: call with Ada Brook',
    ]);
    // The second is over and gone: nothing of the first has changed.
    expect(newsOfCalls(saidOf([first, second], nameOf), [first], nameOf)).toEqual([]);
  });
});

const ada: Party = {
  contactId: undefined,
  name: 'Ada Brook',
  company: undefined,
  number: numberOf(0),
  extensionNumber: undefined,
};
const bubble = (key: string, at: number, more: Partial<Bubble> = {}): Bubble => ({
  key,
  id: key as MessageId,
  direction: 'inbound',
  from: ada,
  text: `Text ${key}`,
  status: 'received',
  at,
  attachments: [],
  failure: undefined,
  waiting: undefined,
  ...more,
});
const own = (key: string, status: Bubble['status']): Bubble =>
  bubble(key, 5, { direction: 'outbound', status });
const news = (before: readonly Bubble[], now: readonly Bubble[]): readonly string[] =>
  newsOfTexts(toldOf(before), now, (party) => party.name ?? '');

describe('what is told of texts', () => {
  test('is each that came in since, and none that was only scrolled to', () => {
    const known = [bubble('b', 2), bubble('c', 3)];
    expect(news(known, [bubble('a', 1), ...known])).toEqual([]);
    expect(news(known, [...known, bubble('d', 4), bubble('e', 5, { text: ' ' })])).toEqual([
      'Ada Brook: Text d',
      'Ada Brook: No text',
    ]);
  });

  test('is what became of one’s own, and not that it is on its way', () => {
    expect(news([own('a', 'queued')], [own('a', 'sending')])).toEqual([]);
    expect(news([own('a', 'sending')], [own('a', 'sent')])).toEqual(['Sent']);
    expect(news([own('a', 'sent')], [own('a', 'delivered')])).toEqual(['Delivered']);
    expect(news([own('a', 'sent')], [own('a', 'failed')])).toEqual(['Not delivered: Text a']);
    expect(news([own('a', 'sending')], [own('a', 'unknown')])).toEqual([
      'Not sure it went: Text a',
    ]);
    expect(news([], [own('a', 'delivered')])).toEqual([]);
  });
});
