import { describe, expect, it } from 'vitest';
import type { ThreadFilter } from '../../../shared/model/history.ts';
import type { ThreadId } from '../../../shared/model/ids.ts';
import { applyTexts } from '../../../main/core/sync/messages/queries.ts';
import { settled } from '../support/manual-clock.ts';
import { ada, bob } from '../support/session.ts';
import { startTexts, type TextHarness } from './harness.ts';
import { recordOf } from './records.ts';

const minute = 60_000;
const cleo = '+14155550107' as typeof ada;
const dora = '+14155550108' as typeof ada;

/** Four threads, the last named the newest, with an unread text in Bob’s. */
async function four(): Promise<TextHarness> {
  const texts = await startTexts();
  const at = texts.clock.now();
  texts.addSynced('a', { to: ada, direction: 'inbound', isRead: true, at });
  texts.addSynced('b', { to: bob, direction: 'inbound', at: at + minute });
  texts.addSynced('c', { to: cleo, direction: 'inbound', isRead: true, at: at + 2 * minute });
  texts.addSynced('d', { to: dora, direction: 'inbound', isRead: true, at: at + 3 * minute });
  await texts.clock.advance(10 * minute);
  return texts;
}

async function shown(texts: TextHarness, filter: ThreadFilter = {}) {
  const { items } = await texts.messages.listThreads({ filter, limit: 200 });
  const { total } = await texts.messages.outline(filter);
  expect(total).toBe(items.length);
  return items.map(({ parties }) => parties[0]?.number);
}

async function idOf(texts: TextHarness, number: typeof ada): Promise<ThreadId> {
  const thread = await texts.messages.findThread([number], undefined);
  return thread?.id ?? ('' as ThreadId);
}

const sync = (texts: TextHarness, ...records: readonly Parameters<typeof recordOf>[0][]) =>
  texts.archive.write(applyTexts, {
    texts: records.map(recordOf),
    deleted: [],
    unreadable: [],
    cursor: undefined,
    at: texts.clock.now(),
  });

describe('a pinned thread', () => {
  it('stands on top in every order, and says so', async () => {
    const texts = await four();
    await texts.messages.setThread({ threadId: await idOf(texts, ada), isPinned: true });
    expect(await shown(texts)).toEqual([ada, dora, cleo, bob]);
    expect(await shown(texts, { unreadFirst: true })).toEqual([ada, bob, dora, cleo]);
    expect(await shown(texts, { show: 'pinned' })).toEqual([ada]);
    expect(await shown(texts, { show: 'unread', unreadFirst: true })).toEqual([bob]);
    expect(await shown(texts, { show: 'inbound' })).toEqual([ada, dora, cleo, bob]);
    const thread = await texts.messages.getThread(await idOf(texts, ada));
    expect(thread).toMatchObject({ isPinned: true, isMuted: false, isDone: false });
    await texts.messages.setThread({ threadId: await idOf(texts, ada), isPinned: false });
    expect(await shown(texts)).toEqual([dora, cleo, bob, ada]);
  });

  it('parts the pages nowhere, whatever their size', async () => {
    const texts = await four();
    for (const number of [ada, cleo]) {
      await texts.messages.setThread({ threadId: await idOf(texts, number), isPinned: true });
    }
    for (const limit of [1, 2, 3, 4]) {
      const found: (string | undefined)[] = [];
      let after: string | undefined;
      do {
        const filter = { unreadFirst: true };
        const page = await texts.messages.listThreads({ filter, after, limit });
        found.push(...page.items.map(({ parties }) => parties[0]?.number));
        after = page.next;
      } while (after !== undefined);
      expect(found).toEqual([cleo, ada, bob, dora]);
    }
  });
});

describe('a muted thread', () => {
  it('keeps its own count and is left out of the count of all', async () => {
    const texts = await four();
    const threadId = await idOf(texts, bob);
    await texts.messages.setThread({ threadId, isMuted: true });
    expect(await texts.messages.countUnread()).toBe(0);
    expect(await texts.messages.getThread(threadId)).toMatchObject({ unreadCount: 1 });
    expect(await shown(texts, { show: 'muted' })).toEqual([bob]);
    expect(await shown(texts)).toEqual([dora, cleo, bob, ada]);
  });
});

describe('a thread that is done', () => {
  async function done() {
    const texts = await four();
    const threadId = await idOf(texts, bob);
    expect(await texts.messages.setThread({ threadId, isDone: true })).toMatchObject({ ok: true });
    await settled();
    return { texts, threadId };
  }

  it('leaves the ordinary lists, read; it is found by who and under Done', async () => {
    const { texts, threadId } = await done();
    expect(await shown(texts)).toEqual([dora, cleo, ada]);
    expect(await shown(texts, { show: 'done' })).toEqual([bob]);
    expect(await shown(texts, { who: bob })).toEqual([bob]);
    expect(texts.client.markedRead).toEqual([['server-b']]);
    expect(await texts.messages.getThread(threadId)).toMatchObject({
      isDone: true,
      unreadCount: 0,
    });
    await texts.messages.setThread({ threadId, isDone: false });
    await texts.messages.markUnread(threadId);
    expect(await shown(texts)).toEqual([dora, cleo, bob, ada]);
    expect(await texts.messages.countUnread()).toBe(1);
  });

  it('comes back with a new text, not with one of the past', async () => {
    const { texts } = await done();
    const at = texts.clock.now();
    await sync(texts, { serverId: 'old', number: bob, at: at - 60 * minute, isRead: true });
    expect(await shown(texts)).toEqual([dora, cleo, ada]);
    await sync(texts, { serverId: 'new', number: bob, at: at - 5 * minute });
    expect(await shown(texts)).toEqual([bob, dora, cleo, ada]);
  });

  it('comes back when the user writes', async () => {
    const { texts } = await done();
    await texts.send('Hello again', bob);
    expect(await shown(texts)).toEqual([bob, dora, cleo, ada]);
  });

  it('comes back when a text in it fails, or is marked unread elsewhere', async () => {
    const { texts, threadId } = await done();
    const at = texts.clock.now();
    texts.addSynced('out', { to: bob, at });
    await texts.messages.setThread({ threadId, isDone: true });
    const out = { serverId: 'server-out', number: bob, at, direction: 'outbound' } as const;
    await sync(texts, { ...out, status: 'delivered', modifiedAt: at + 1 });
    expect(await shown(texts)).toEqual([dora, cleo, ada]);
    await sync(texts, { ...out, status: 'failed', modifiedAt: at + 2 });
    expect(await shown(texts)).toEqual([bob, dora, cleo, ada]);
    await texts.messages.setThread({ threadId, isDone: true });
    const inbound = { serverId: 'server-b', number: bob, at: at - 9 * minute } as const;
    await sync(texts, { ...inbound, isRead: false, modifiedAt: at + minute });
    expect(await shown(texts)).toEqual([bob, dora, cleo, ada]);
  });
});

describe('a thread in the list', () => {
  it('shows what is written and not sent, and how many texts wait for their time', async () => {
    const texts = await four();
    const threadId = await idOf(texts, ada);
    texts.archive.db.exec(`
      INSERT INTO draft (key, body, changed_at) VALUES ('${threadId}', '${'W'.repeat(500)}', 1);
      INSERT INTO scheduled_text (thread_id, client_id, body, from_number, send_at, created_at)
        VALUES (${threadId}, 'c1', 'later', '+12125550101', 1, 1)`);
    const { items } = await texts.messages.listThreads({ limit: 200 });
    expect(items.find(({ id }) => id === threadId)).toMatchObject({
      draft: 'W'.repeat(200),
      scheduledCount: 1,
    });
    expect(items[0]).toMatchObject({ draft: undefined, scheduledCount: 0 });
  });

  it('that is not there is not changed', async () => {
    const { messages } = await startTexts();
    const change = { threadId: '77' as ThreadId, isPinned: true };
    expect(await messages.setThread(change)).toMatchObject({ failure: { kind: 'not-found' } });
  });

  it('asked for by itself names the first of its unread texts', async () => {
    const texts = await four();
    const threadId = await idOf(texts, bob);
    const at = texts.clock.now();
    texts.addSynced('b2', { to: bob, direction: 'inbound', at });
    const [, first] = (await texts.messages.list(threadId, { limit: 2 })).items;
    expect(await texts.messages.getThread(threadId)).toMatchObject({ firstUnreadId: first?.id });
    await texts.messages.markRead(threadId);
    expect((await texts.messages.getThread(threadId))?.firstUnreadId).toBeUndefined();
  });
});
