import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Figure } from '../figures.ts';
import type { BareQuery, BareReaderSetup } from './bare-reader.ts';
import { openCore, timeInTurns, type OpenCore } from './open-core.ts';
import { compareLibraries } from './search-libraries.ts';
import { ensureArchive, sizes, type Size } from './seed.ts';
import { terms, type Term } from './terms.ts';

const hitsPerPage = 50;

/** A page of hits as a list shows it, in one statement: the texts with their marks, and with whom. */
const byHand = `SELECT message.id, message.thread_id, direction, status, message.body, from_number, created_at,
  is_read, highlight(message_search, 0, char(1), char(2)) AS marked,
  (SELECT json_group_array(json_array(
      thread_party.number, coalesce(contact.name, thread_party.name), contact.company))
    FROM thread_party LEFT JOIN contact_number ON contact_number.number = thread_party.number
      LEFT JOIN contact ON contact.id = contact_number.contact_id
    WHERE thread_party.thread_id = message.thread_id) AS parties
  FROM message_search CROSS JOIN message ON message.id = message_search.rowid
  WHERE message_search MATCH ? ORDER BY message_search.rowid DESC LIMIT ${hitsPerPage}`;
/** The same question to the index alone: no marks, nobody's name. */
const byIndex = `SELECT message.id, message.body FROM message_search
  CROSS JOIN message ON message.id = message_search.rowid
  WHERE message_search MATCH ? ORDER BY message_search.rowid DESC LIMIT ${hitsPerPage}`;
/** What there is without an index. */
const byLike = `SELECT id, body FROM message WHERE body LIKE ?
  ORDER BY id DESC LIMIT ${hitsPerPage}`;

/** How long a page of hits takes, through the router, beside other ways to search. */
export async function benchSearch(largest: Size): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const size of sizes.filter((each) => each <= largest)) {
    const file = await ensureArchive(size);
    const core = await openCore(file);
    const bare = openBare(join(core.folder, 'archive.db'));
    try {
      for (const term of terms) figures.push(...(await measure(size, term, core, bare)));
    } finally {
      await bare.close();
      await core.close();
    }
  }
  return [...figures, ...(await compareLibraries(await ensureArchive(100_000)))];
}

async function measure(
  size: Size,
  term: Term,
  { ask }: OpenCore,
  bare: Bare,
): Promise<readonly Figure[]> {
  const { name, text, match } = term;
  const find = (kind: 'texts' | 'all') => () =>
    ask('search.find', { text, kind, limit: hitsPerPage });
  const [texts = 0, page = 0, index = 0] = await timeInTurns([
    find('texts'),
    () => bare.ask({ sql: byHand, values: [match] }),
    () => bare.ask({ sql: byIndex, values: [match] }),
  ]);
  const [all = 0, like = 0] = await timeInTurns([
    find('all'),
    () => bare.ask({ sql: byLike, values: [`%${text}%`] }),
  ]);
  const of = `${name} in ${size.toLocaleString('en-US')}`;
  const compare = (what: string, ours: number, against: string, other: number): Figure => ({
    name: `${what}, ${of}`,
    unit: 'ms',
    ours,
    against,
    other,
  });
  return [
    compare('Texts', texts, 'the same hits, marked and named, by a bare worker', page),
    compare('Texts', texts, 'the index in a bare worker, bare texts', index),
    compare('Everything', all, 'texts by LIKE', like),
  ];
}

type Bare = { ask(query: BareQuery): Promise<unknown>; close(): Promise<void> };

function openBare(file: string): Bare {
  const worker = new Worker(new URL('./bare-reader.ts', import.meta.url), {
    workerData: { file } satisfies BareReaderSetup,
  });
  return {
    ask(query) {
      const answer = once(worker, 'message');
      worker.postMessage(query);
      return answer;
    },
    async close() {
      worker.postMessage('close');
      await once(worker, 'exit');
    },
  };
}
