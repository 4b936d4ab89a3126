import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { E164, ThreadId } from '../../../shared/model/ids.ts';
import type { Figure } from '../figures.ts';
import { openCore, timeInTurns, type OpenCore } from './open-core.ts';
import { ensureArchive, type Size } from './seed.ts';

const rowsPerPage = 50;

type Busiest = { readonly threadId: ThreadId; readonly number: E164 };
type Question = {
  readonly name: string;
  readonly ask: (core: OpenCore, busiest: Busiest) => Promise<unknown>;
};

const limit = rowsPerPage;
const questions: readonly Question[] = [
  { name: 'The first page of calls', ask: ({ ask }) => ask('calls.list', { limit }) },
  { name: 'The first page of threads', ask: ({ ask }) => ask('messages.list-threads', { limit }) },
  {
    name: 'The last page of the busiest thread',
    ask: ({ ask }, { threadId }) => ask('messages.list', { threadId, limit }),
  },
  {
    name: 'The first page of the busiest timeline',
    ask: ({ ask }, { number }) => ask('timeline.list', { whose: { number }, limit }),
  },
  { name: 'Unread texts, counted', ask: ({ ask }) => ask('messages.count-unread', undefined) },
  { name: 'New missed calls, counted', ask: ({ ask }) => ask('calls.count-new', undefined) },
];

/** Whether what a window asks for first takes longer because there is more behind it. */
export async function benchPages(largest: Size): Promise<readonly Figure[]> {
  const small = await openBusiest(10_000);
  const large = await openBusiest(largest);
  const figures: Figure[] = [];
  try {
    for (const { name, ask } of questions) {
      const [other = 0, ours = 0] = await timeInTurns([
        () => ask(small.core, small.busiest),
        () => ask(large.core, large.busiest),
      ]);
      const of = `${name}, of ${largest.toLocaleString('en-US')}`;
      figures.push({ name: of, unit: 'ms', ours, against: 'of 10,000', other });
    }
  } finally {
    await small.core.close();
    await large.core.close();
  }
  return figures;
}

async function openBusiest(size: Size): Promise<{ core: OpenCore; busiest: Busiest }> {
  const core = await openCore(await ensureArchive(size));
  const db = new Sqlite(join(core.folder, 'archive.db'), { readonly: true });
  try {
    const row = db
      .prepare(
        `SELECT thread_party.thread_id AS thread, number FROM thread_party
         JOIN message ON message.thread_id = thread_party.thread_id
         WHERE number IS NOT NULL
         GROUP BY thread_party.thread_id ORDER BY count(*) DESC LIMIT 1`,
      )
      .get() as { readonly thread: number; readonly number: E164 };
    return { core, busiest: { threadId: String(row.thread) as ThreadId, number: row.number } };
  } finally {
    db.close();
  }
}
