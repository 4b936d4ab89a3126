import { describe, expect, it } from 'vitest';
import type { ThreadFilter } from '../../../shared/model/history.ts';
import type { MessageId, ThreadId } from '../../../shared/model/ids.ts';
import { countUnreadSql, listThreadsSql } from '../../../main/core/messages/threads/queries.ts';
import { partsOf, threadNarrowing } from '../../../main/core/messages/threads/rows.ts';
import { firstUnreadSql } from '../../../main/core/messages/queries.ts';
import {
  lastInboundSql,
  listLaterMessagesSql,
} from '../../../main/core/messages/reading/queries.ts';
import { openInProcessArchive } from '../../db/in-process.ts';
import { ada, bob } from '../support/session.ts';
import { startTexts, type TextHarness } from './harness.ts';

const minute = 60_000;
const cleo = '+14155550107' as typeof ada;

async function shown(texts: TextHarness, filter: ThreadFilter) {
  const { items } = await texts.messages.listThreads({ filter, limit: 200 });
  const { total } = await texts.messages.outline(filter);
  expect(total).toBe(items.length);
  return items.map(({ parties }) => parties[0]?.number);
}

describe('the list of threads', () => {
  it('shows those that are unread, wait for an answer, or hold a text that did not go', async () => {
    const texts = await startTexts();
    const at = texts.clock.now();
    texts.addSynced('hello', { to: ada, direction: 'inbound', at });
    texts.addSynced('no luck', { to: bob, status: 'failed', at: at + minute });
    texts.addSynced('thanks', { to: bob, direction: 'inbound', isRead: true, at: at + 2 * minute });
    texts.addSynced('perhaps', { to: cleo, status: 'unknown', at: at + 3 * minute });
    expect(await shown(texts, {})).toEqual([cleo, bob, ada]);
    expect(await shown(texts, { show: 'unread' })).toEqual([ada]);
    expect(await shown(texts, { show: 'inbound' })).toEqual([bob, ada]);
    expect(await shown(texts, { show: 'outbound' })).toEqual([cleo]);
    expect(await shown(texts, { show: 'failed' })).toEqual([cleo, bob]);
    texts.archive.db.exec(`UPDATE message SET is_discarded = 1 WHERE status = 'failed'`);
    expect(await shown(texts, { show: 'failed' })).toEqual([cleo]);
  });

  it('shows those with a text between two instants, the latest or not', async () => {
    const texts = await startTexts();
    const at = texts.clock.now();
    texts.addSynced('first', { to: ada, at });
    texts.addSynced('later', { to: ada, at: at + 20 * minute });
    texts.addSynced('other', { to: bob, at: at + 10 * minute });
    expect(await shown(texts, { until: at + minute })).toEqual([ada]);
    expect(await shown(texts, { from: at + 5 * minute })).toEqual([ada, bob]);
    expect(await shown(texts, { from: at + 5 * minute, until: at + 15 * minute })).toEqual([bob]);
    expect(await shown(texts, { from: at + minute, until: at + 2 * minute })).toEqual([]);
  });

  it('finds people by name and by number in any format', async () => {
    const texts = await startTexts();
    texts.archive.db.exec(`
      INSERT INTO contact (id, source, server_id, name, match_text)
        VALUES (1, 'personal', 'p1', 'Ada Brook', 'ada brook');
      INSERT INTO contact_number (contact_id, label, typed, number)
        VALUES (1, 'mobile', 'x', '${ada}')`);
    for (const to of [ada, bob, cleo]) texts.addSynced(`to ${to}`, { to });
    expect(await shown(texts, { who: 'brook' })).toEqual([ada]);
    expect(await shown(texts, { who: '415.555' })).toEqual([cleo]);
    expect(await shown(texts, { who: 'nobody' })).toEqual([]);
  });

  it('has blocks that join without a gap', async () => {
    const texts = await startTexts();
    const at = texts.clock.now();
    const numbers = Array.from({ length: 230 }, (_, n) => `+1212555${1000 + n}` as typeof ada);
    for (const [n, to] of numbers.entries()) texts.addSynced(to, { to, at: at + (n % 7) });
    const { total, blocks, blockSize } = await texts.messages.outline();
    expect([total, blocks.length]).toEqual([230, 2]);
    const pages = await Promise.all(
      blocks.map((after) => texts.messages.listThreads({ after, limit: blockSize })),
    );
    const found = pages.flatMap(({ items }) => items.map(({ parties }) => parties[0]?.number));
    expect(found).toHaveLength(230);
    expect(new Set(found)).toEqual(new Set(numbers));
  });
});

describe('a thread opened at a text', () => {
  async function long() {
    const texts = await startTexts();
    const ids = Array.from({ length: 120 }, (_, n) =>
      String(texts.addSynced(`text ${n}`, { at: texts.clock.now() + n })),
    );
    const [thread] = (await texts.messages.listThreads({ limit: 1 })).items;
    return { texts, ids, threadId: thread?.id ?? ('' as ThreadId) };
  }

  it('has it on the page that its place names, with later ones below, and both ways without a gap', async () => {
    const { texts, ids, threadId } = await long();
    const place = await texts.messages.locate(ids[60] as MessageId);
    expect(place?.threadId).toBe(threadId);
    const page = await texts.messages.list(threadId, { after: place?.after, limit: 50 });
    const onPage = page.items.map(({ id }) => id as string);
    expect(onPage.indexOf(ids[60] ?? '')).toBe(20);
    const later = await texts.messages.list(threadId, {
      after: onPage[0],
      limit: 200,
      order: 'oldest',
    });
    const earlier = await texts.messages.list(threadId, { after: page.next, limit: 200 });
    const all = [...earlier.items.toReversed(), ...page.items.toReversed(), ...later.items];
    expect(all.map(({ id }) => id)).toEqual(ids);
    expect([later.next, earlier.next]).toEqual([undefined, undefined]);
  });

  it('stands at its end when the text is one of the last, and nowhere when it is gone', async () => {
    const { texts, ids, threadId } = await long();
    expect(await texts.messages.locate(ids[110] as MessageId)).toEqual({
      threadId,
      after: undefined,
    });
    expect(await texts.messages.locate('17' as MessageId)).toBeUndefined();
    expect(await texts.messages.list(threadId, { limit: 5, order: 'oldest' })).toMatchObject({
      items: ids.slice(0, 5).map((id) => ({ id })),
      next: ids[4],
    });
  });
});

describe('the plans', () => {
  const { db } = openInProcessArchive();
  const planOf = (sql: string, values: readonly unknown[]): string =>
    db
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...values)
      .map((row) => (row as { detail: string }).detail)
      .join('\n');

  it.each([
    [{ show: 'unread' }, 'thread USING INDEX thread_unread'],
    [{ show: 'inbound' }, 'thread USING INDEX thread_by_last'],
    [{ show: 'outbound' }, 'thread USING INDEX thread_by_last'],
    [{ show: 'failed' }, 'text USING INDEX message_failed (thread_id=?)'],
    [{ show: 'failed' }, 'text USING INDEX message_unknown (thread_id=?)'],
    [
      { from: 1, until: 2 },
      'text EXISTS USING INDEX message_by_thread (thread_id=? AND id>? AND id<?)',
    ],
  ] as const)('of %o look at no text but those of the threads that are passed', (filter, step) => {
    const narrowing = threadNarrowing(filter, undefined);
    const plan = planOf(listThreadsSql(narrowing), [...narrowing.values, 1, 1, 50]);
    expect(plan).toContain(step);
    expect(plan).not.toMatch(/SCAN (message|text)|TEMP B-TREE/);
  });

  it.each([
    [{}, ['thread_pinned', 'thread_open']],
    [{ unreadFirst: true }, ['thread_pinned', 'thread_unread', 'thread_open']],
    [{ show: 'pinned' }, ['thread_pinned']],
    [{ show: 'unread', unreadFirst: true }, ['thread_pinned', 'thread_unread']],
    [{ show: 'done' }, ['thread_pinned', 'thread_done']],
    [{ show: 'muted' }, ['thread_pinned', 'thread_muted']],
  ] as const)('of each part of %o walk the index of that part', (filter, indexes) => {
    const narrowing = threadNarrowing(filter, undefined);
    const plans = partsOf(filter, narrowing).map((part) =>
      planOf(listThreadsSql(part), [...part.values, 1, 1, 50]),
    );
    expect(plans).toHaveLength(indexes.length);
    for (const [index, plan] of plans.entries()) {
      expect(plan).toContain(`SEARCH thread USING INDEX ${indexes[index]} (last_at<?)`);
      expect(plan).toContain('SEARCH draft USING PRIMARY KEY (key=?)');
      expect(plan).toMatch(/SEARCH scheduled_text USING .*scheduled_text_by_thread/);
      expect(plan).not.toMatch(/SCAN (message|text|draft|scheduled)|TEMP B-TREE/);
    }
  });

  it('of the first unread text and the last that came in look at few', () => {
    expect(planOf(firstUnreadSql, [1])).toContain('USING INDEX message_unread (thread_id=?)');
    expect(planOf(lastInboundSql, [1])).toBe(
      'SEARCH message USING INDEX message_by_thread (thread_id=?)',
    );
  });

  it('of the unread count and of later texts read indexes alone', () => {
    expect(planOf(countUnreadSql, [])).toContain('USING COVERING INDEX thread_unread');
    expect(planOf(listLaterMessagesSql, [1, 1, 50])).toBe(
      'SEARCH message USING INDEX message_by_thread (thread_id=? AND id>?)',
    );
  });
});
