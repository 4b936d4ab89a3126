import { describe, expect, it } from 'vitest';
import type { ThreadId } from '../../../shared/model/ids.ts';
import { allOf } from '../../../main/core/history/walk.ts';
import { listMessagesSql } from '../../../main/core/messages/reading/queries.ts';
import { listThreadsSql } from '../../../main/core/messages/threads/queries.ts';
import { findOrCreateThread } from '../../../main/core/messages/rows.ts';
import { settled } from '../support/manual-clock.ts';
import { ada, bob, mainNumber, secondNumber } from '../support/session.ts';
import { startTexts } from './harness.ts';

const all = { limit: 200 };

describe('reading', () => {
  it('marks a thread read here at once, and on the server in one request of fifty', async () => {
    const texts = await startTexts();
    for (let n = 0; n < 51; n += 1) {
      texts.addSynced(`in ${n}`, { direction: 'inbound', at: texts.clock.now() + n });
    }
    const [thread] = (await texts.messages.listThreads(all)).items;
    expect(thread?.unreadCount).toBe(51);
    expect(await texts.messages.countUnread()).toBe(51);
    await texts.messages.markRead(thread?.id ?? ('' as ThreadId));
    expect(await texts.messages.countUnread()).toBe(0);
    await settled();
    expect(texts.client.markedRead.map((ids) => ids.length)).toEqual([50, 1]);
    await texts.messages.markRead(thread?.id ?? ('' as ThreadId));
    await settled();
    expect(texts.client.markedRead).toHaveLength(2);
  });

  it('lists threads by their newest message, page by page', async () => {
    const texts = await startTexts();
    const numbers = Array.from({ length: 7 }, (_, n) => `+1212555012${n}` as typeof ada);
    for (const [n, to] of numbers.entries()) {
      texts.addSynced(`to ${n}`, { to, at: texts.clock.now() + n * 1_000 });
    }
    texts.addSynced('again', { to: numbers[2] ?? ada, at: texts.clock.now() + 60_000 });
    const found: (string | undefined)[] = [];
    let after: string | undefined;
    do {
      const page = await texts.messages.listThreads({ after, limit: 3 });
      found.push(...page.items.map(({ parties }) => parties[0]?.number));
      after = page.next;
    } while (after !== undefined);
    expect(found).toEqual([2, 6, 5, 4, 3, 1, 0].map((n) => numbers[n]));
  });

  it('puts no more than a line of an endless text in the list of threads', async () => {
    const texts = await startTexts();
    texts.addSynced('W'.repeat(100_000), { direction: 'inbound' });
    const [thread] = (await texts.messages.listThreads(all)).items;
    expect(thread?.lastMessage?.text).toBe('W'.repeat(200));
    const id = thread?.id ?? ('' as ThreadId);
    const [message] = (await texts.messages.list(id, all)).items;
    expect(message?.text).toHaveLength(100_000);
  });

  it('lists a thread’s messages newest first, page by page, without a gap', async () => {
    const texts = await startTexts();
    for (let n = 0; n < 7; n += 1) texts.addSynced(`text ${n}`, { serverId: `${n}` });
    const [thread] = (await texts.messages.listThreads(all)).items;
    const threadId = thread?.id ?? ('' as ThreadId);
    const first = await texts.messages.list(threadId, { limit: 4 });
    const second = await texts.messages.list(threadId, { after: first.next, limit: 4 });
    expect([...first.items, ...second.items].map(({ text }) => text)).toEqual(
      [6, 5, 4, 3, 2, 1, 0].map((n) => `text ${n}`),
    );
    expect(second.next).toBeUndefined();
    expect(await texts.messages.list(threadId, { after: 'nonsense', limit: 4 })).toEqual({
      items: [],
      next: undefined,
    });
  });

  it('names people as the personal address book does, else as the company’s, else as they came', async () => {
    const texts = await startTexts();
    texts.archive.db.exec(`
      INSERT INTO contact (id, source, server_id, name, company) VALUES
        (1, 'company', 'c1', 'A. Byron (company)', NULL), (2, 'personal', 'p1', 'Ada', 'Engines');
      INSERT INTO contact_number (contact_id, label, typed, number, rank) VALUES
        (1, 'direct', 'x', '${ada}', 2), (2, 'mobile', 'x', '${ada}', 0)`);
    const { threadId } = await texts.send('Hello');
    const thread = async () => (await texts.messages.getThread(threadId))?.parties;
    expect(await thread()).toMatchObject([{ contactId: '2', name: 'Ada', company: 'Engines' }]);
    texts.archive.db.exec(`UPDATE contact SET availability = 'Deleted' WHERE id = 2`);
    expect(await thread()).toMatchObject([{ contactId: '1', name: 'A. Byron (company)' }]);
    texts.archive.db.exec(`DELETE FROM contact`);
    expect(await thread()).toMatchObject([{ contactId: undefined, name: undefined }]);
  });
});

describe('threads', () => {
  it('stay one when RingCentral’s conversation says so', async () => {
    const { archive } = await startTexts();
    const party = (number: typeof ada) => ({ number, extensionNumber: undefined, name: undefined });
    const group = { ownNumber: mainNumber, conversationId: '9007199254740993123', at: 1 };
    const first = findOrCreateThread(archive.db, { ...group, parties: [party(ada), party(bob)] });
    const answer = findOrCreateThread(archive.db, { ...group, parties: [party(ada)] });
    expect(answer).toBe(first);
    const other = findOrCreateThread(archive.db, {
      ...group,
      ownNumber: secondNumber,
      parties: [party(ada)],
    });
    expect(other).not.toBe(first);
  });

  it('are read by index, a page at a time', async () => {
    const { archive } = await startTexts();
    const plan = (sql: string, ...values: number[]) =>
      archive.db
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all(...values)
        .map((row) => (row as { detail: string }).detail)
        .join('\n');
    const threads = plan(listThreadsSql(allOf([])), 1, 1, 50);
    expect(threads).toContain('thread USING INDEX thread_by_last (last_at<?)');
    const messages = plan(listMessagesSql, 1, 1, 50);
    expect(messages).toContain('message USING INDEX message_by_thread (thread_id=? AND id<?)');
    for (const text of [threads, messages]) expect(text).not.toContain('TEMP B-TREE');
  });
});
