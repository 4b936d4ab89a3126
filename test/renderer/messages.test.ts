import { describe, expect, test } from 'vitest';
import { failure } from '../../shared/failure.ts';
import type { E164 } from '../../shared/model/ids.ts';
import { statusOf } from '../../renderer/app/messages/status.ts';
import { partyWords } from '../../renderer/app/party.ts';
import type { PendingText } from '../../renderer/app/composer/store.ts';
import {
  groupThread,
  mergeThread,
  troubleOf,
} from '../../renderer/features/messages/view-model.ts';
import {
  listStatus,
  standingStatus,
  previewOf,
  threadSentence,
} from '../../renderer/features/messages/list/view-model.ts';
import { at, clientId, home, message, party, thread, threadId } from './make.ts';

const now = at(22, 12);
const pending = (id: string, text = id): PendingText => ({
  clientId: clientId(id),
  thread: threadId,
  text,
  files: [],
  from: undefined,
  to: [],
  at: now,
  isAccepted: false,
});
const own = (id: string, client?: string) =>
  message(id, {
    direction: 'outbound',
    status: 'sent',
    ...(client && { clientId: clientId(client) }),
  });

describe('a thread with texts on their way', () => {
  test('is oldest first, with what main has not shown back at the end', () => {
    const bubbles = mergeThread([message('new'), message('old')], [pending('p')]);
    expect(bubbles.map(({ text }) => text)).toEqual(['old', 'new', 'p']);
    expect(bubbles.at(-1)).toMatchObject({
      status: 'queued',
      direction: 'outbound',
      id: undefined,
    });
  });

  test('has one bubble for a text that main has shown back, under the same key', () => {
    const before = mergeThread([], [pending('p')]);
    const after = mergeThread([own('m-1', 'p')], [pending('p')]);
    expect(after).toHaveLength(1);
    expect(after[0]?.key).toBe(before[0]?.key);
    expect(after[0]?.status).toBe('sent');
  });

  test('never hides a text behind one without a client id', () => {
    expect(mergeThread([own('m-1')], [pending('p')])).toHaveLength(2);
  });
});

describe('a thread in runs and days', () => {
  const bubbles = mergeThread(
    [
      own('d'),
      message('c', { from: party({ number: '+14155550155' as E164 }) }),
      message('b'),
      message('a', { createdAt: at(21, 9) }),
    ],
    [],
  );
  const items = groupThread(bubbles, now);
  const textOf = (item: (typeof items)[number]) =>
    item.kind === 'bubble' ? item.bubble.text : undefined;

  test('has a separator before each day', () => {
    expect(items.map((item) => (item.kind === 'day' ? item.heading : textOf(item)))).toEqual([
      'Yesterday',
      'a',
      'Today',
      'b',
      'c',
      'd',
    ]);
  });

  test('starts and ends a run where the sender or the day changes', () => {
    const runs = items.flatMap((item) =>
      item.kind === 'bubble' ? [[item.bubble.text, item.startsRun, item.endsRun]] : [],
    );
    expect(runs).toEqual([
      ['a', true, true],
      ['b', true, true],
      ['c', true, true],
      ['d', true, true],
    ]);
    const joined = groupThread(mergeThread([own('y'), own('x')], []), now);
    expect(joined.slice(1)).toMatchObject([
      { startsRun: true, endsRun: false },
      { startsRun: false, endsRun: true },
    ]);
  });

  test('has a key of its own for every line', () => {
    expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
  });
});

describe('a text in words', () => {
  test.each([
    ['queued', 'Waiting', 'waiting'],
    ['sending', 'Sending', 'waiting'],
    ['sent', 'Sent', 'plain'],
    ['delivered', 'Delivered', 'good'],
    ['failed', 'Not delivered', 'bad'],
    ['unknown', 'Not sure it went', 'waiting'],
  ] as const)('%s is “%s”', (status, text, tone) => {
    expect(statusOf(status)).toEqual({ text, tone });
  });

  const troubleWith = (changes: Parameters<typeof message>[1]) => {
    const [bubble] = mergeThread([message('m', { direction: 'outbound', ...changes })], []);
    return bubble && troubleOf(bubble);
  };
  const unsure = (retry: 'auto' | 'user') =>
    troubleWith({
      status: 'unknown',
      failure: failure('rejected', 'text.outcome-unknown', { retry }),
    });

  test('says why it failed, and lets the user settle it', () => {
    const trouble = troubleWith({
      status: 'failed',
      failure: failure('rejected', 'text.landline'),
    });
    expect(trouble?.advice).toContain('landline');
    expect(trouble?.canSettle).toBe(true);
    expect(troubleWith({ status: 'sent' })).toBeUndefined();
  });

  test('says whom of a group it did not reach, and offers it to nobody twice', () => {
    const params = { numbers: '(512) 555-0131' };
    const reason = failure('rejected', 'text.not-to-all', { retry: 'never', params });
    const trouble = troubleWith({ status: 'failed', failure: reason });
    expect(trouble?.advice).toContain('(512) 555-0131 did not get it');
    expect(trouble?.canSettle).toBe(false);
  });

  test('offers nothing while an unsure one is being looked up', () => {
    expect(unsure('auto')).toEqual({
      advice: 'RingCentral did not answer. Looking it up…',
      canSettle: false,
    });
    expect(troubleWith({ status: 'unknown' })?.canSettle).toBe(false);
  });

  test('asks once it could not be found, and warns that it could arrive twice', () => {
    expect(unsure('user')?.advice).toContain('twice');
    expect(unsure('user')?.canSettle).toBe(true);
  });
});

describe('the list of conversations', () => {
  const last = {
    direction: 'outbound',
    text: 'See you',
    status: 'failed',
    createdAt: at(22, 9),
    attachments: [],
  } as const;

  test('shows who wrote last, and what needs attention', () => {
    expect(previewOf(thread({ lastMessage: last }))).toBe('You: See you');
    expect(listStatus(thread({ lastMessage: last }))).toBe('failed');
    expect(listStatus(thread({ lastMessage: { ...last, status: 'delivered' } }))).toBeUndefined();
    const waiting = thread({ lastMessage: { ...last, status: 'queued' } });
    expect(standingStatus(waiting, { state: 'offline' })).toBe('queued');
    expect(standingStatus(waiting, { state: 'sending' })).toBeUndefined();
    expect(standingStatus(thread({ lastMessage: last }), { state: 'sending' })).toBe('failed');
    const attachments = [{ contentType: 'image/png', fileName: 'IMG_1.png' }];
    expect(previewOf(thread({ lastMessage: { ...last, text: ' ', attachments } }))).toBe(
      'You: Picture',
    );
    expect(previewOf(thread())).toBe('No text');
  });

  test('is one sentence a row for readers', () => {
    const sentence = threadSentence(
      thread({ lastMessage: last, unreadCount: 2 }),
      partyWords(home),
      now,
    );
    expect(sentence).toMatch(/^Ada Brook, 2 unread texts, You: See you, Not delivered, Today at /);
  });
});
