import { describe, expect, test } from 'vitest';
import type { E164, MessageId } from '../../shared/model/ids.ts';
import { partyWords } from '../../renderer/app/party.ts';
import { deedOfKey, threadChoices } from '../../renderer/features/messages/list/thread-deeds.ts';
import {
  arrivedSince,
  dayAt,
  groupThread,
  mergeThread,
  newestAt,
} from '../../renderer/features/messages/view-model.ts';
import { threadGroup, threadSentence } from '../../renderer/features/messages/list/view-model.ts';
import { at, home, message, thread } from './make.ts';

const now = at(22, 12);
const plain = { ctrlKey: false, metaKey: false, altKey: false };

describe('what was new when a thread was opened', () => {
  const bubbles = mergeThread(
    [message('d'), message('c'), message('b'), message('a', { createdAt: at(21, 9) })],
    [],
  );
  const items = groupThread(bubbles, now, 'c' as MessageId);

  test('stands below a line, and ends the run above it', () => {
    expect(items.map((item) => (item.kind === 'bubble' ? item.bubble.text : item.kind))).toEqual([
      'day',
      'a',
      'day',
      'b',
      'new',
      'c',
      'd',
    ]);
    expect(items[3]).toMatchObject({ startsRun: true, endsRun: true });
    expect(items[5]).toMatchObject({ startsRun: true, endsRun: false });
  });

  test('is not marked where it is not at hand', () => {
    const without = groupThread(bubbles, now, 'gone' as MessageId);
    expect(without.some(({ kind }) => kind === 'new')).toBe(false);
  });

  test('has its day above it, whichever text is at the top', () => {
    expect(items.map((_, index) => dayAt(items, index))).toEqual([
      undefined,
      'Yesterday',
      undefined,
      'Today',
      'Today',
      'Today',
      'Today',
    ]);
  });
});

describe('texts that come in below', () => {
  const before = groupThread(mergeThread([message('b'), message('a')], []), now);
  const seenAt = newestAt(before);

  test('are counted from the last that was seen, without one’s own', () => {
    const list = [
      message('e', { createdAt: seenAt + 3 }),
      message('d', { createdAt: seenAt + 2, direction: 'outbound' }),
      message('c', { createdAt: seenAt + 1 }),
      message('b'),
      message('a'),
    ];
    expect(arrivedSince(groupThread(mergeThread(list, []), now), seenAt)).toBe(2);
    expect(arrivedSince(before, seenAt)).toBe(0);
    expect(arrivedSince([], newestAt([]))).toBe(0);
  });
});

test('a text that has not changed stays the same bubble', () => {
  const text = message('a');
  const [first] = mergeThread([text], []);
  const [again] = mergeThread([text], []);
  const [changed] = mergeThread([{ ...text, isRead: false }], []);
  expect(again).toBe(first);
  expect(changed).not.toBe(first);
});

describe('what can be done with a conversation', () => {
  test('is the opposite of how it stands', () => {
    expect(threadChoices(thread()).map(({ deed }) => deed)).toEqual([
      'done',
      'pin',
      'mute',
      'mark-unread',
    ]);
    const other = thread({ isDone: true, isPinned: true, isMuted: true, unreadCount: 2 });
    expect(threadChoices(other).map(({ deed }) => deed)).toEqual([
      'put-back',
      'unpin',
      'unmute',
      'mark-read',
    ]);
  });

  test('is done by a letter alone', () => {
    expect(deedOfKey(thread(), { key: 'p', ...plain })).toBe('pin');
    expect(deedOfKey(thread(), { key: 'E', ...plain })).toBe('done');
    expect(deedOfKey(thread({ isMuted: true }), { key: 'm', ...plain })).toBe('unmute');
    expect(deedOfKey(thread(), { key: 'x', ...plain })).toBeUndefined();
    for (const held of ['ctrlKey', 'metaKey', 'altKey']) {
      expect(deedOfKey(thread(), { key: 'p', ...plain, [held]: true })).toBeUndefined();
    }
  });
});

describe('a conversation in the list', () => {
  const last = {
    direction: 'inbound',
    text: 'Hello',
    status: 'received',
    createdAt: at(22, 9),
    attachments: [],
  } as const;

  test('stands under pinned, then what is unread when that comes first, then its day', () => {
    const unread = thread({ lastMessage: last, unreadCount: 1 });
    expect(threadGroup({ ...unread, isPinned: true }, now, true)).toBe('Pinned');
    expect(threadGroup(unread, now, true)).toBe('Unread');
    expect(threadGroup(unread, now, false)).toBe('Today');
    expect(threadGroup({ ...unread, unreadCount: 0 }, now, true)).toBe('Today');
  });

  test('says aloud all that its marks say to the eye', () => {
    const words = partyWords(home);
    const said = threadSentence(
      thread({
        parties: [{ ...thread().parties[0]!, name: 'Ada', number: '+14155550101' as E164 }],
        lastMessage: last,
        isPinned: true,
        isMuted: true,
        unreadCount: 2,
        draft: 'Well\nthen',
        scheduledCount: 1,
      }),
      words,
      now,
    );
    expect(said).toMatch(
      /^Ada, Pinned, Muted, 2 unread texts, Draft: Well then, 1 text to go out later, /,
    );
  });
});
