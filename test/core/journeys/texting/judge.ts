import Sqlite, { type Database } from 'better-sqlite3';
import type { SimulatorAccount } from '../../../../simulator/server.ts';

/** A text of ours in the archive of a process that is dead. */
type Row = {
  /** None of a text for later: it has no place in its thread yet. */
  readonly id: number | null;
  readonly thread_id: number;
  readonly body: string;
  readonly status: string;
  readonly server_id: string | null;
  readonly is_discarded: number;
};

/** How the texts of an archive ended. */
export type Tally = {
  /** RingCentral has them, once, and the archive knows. */
  readonly there: number;
  readonly failed: number;
  /** Marked unknown; `unknownThere` of them RingCentral has. */
  readonly unknown: number;
  readonly unknownThere: number;
  readonly undone: number;
  /** Their time passed while nobody was there: the user is asked. */
  readonly asking: number;
  readonly waiting: number;
};

/** A text that waits for its time is in a table of its own until it has come. */
const ownTexts = `
  SELECT id, thread_id, body, status, server_id, is_discarded FROM message
  WHERE client_id LIKE 'mark-%'
  UNION ALL
  SELECT NULL, thread_id, body, state, NULL, 0 FROM scheduled_text WHERE client_id LIKE 'mark-%'`;
/** States in which nothing of a text has left, `waiting` to `refused` of those for later. */
const unsent: ReadonlySet<string> = new Set(['queued', 'waiting', 'missed', 'answered', 'refused']);

/**
 * Compares the archive with what RingCentral holds and what was accepted. Answers what is wrong, in
 * words, and how the texts stand.
 */
export function judgeTexts(
  file: string,
  account: SimulatorAccount,
  told: { readonly accepted: readonly string[]; readonly undone: readonly string[] },
): { readonly wrong: readonly string[]; readonly tally: Tally } {
  const db = new Sqlite(file);
  try {
    const rows = readRows(db);
    const integrity = db.pragma('integrity_check', { simple: true });
    const copies = countCopies(account);
    const undone = new Set(told.undone);
    const wrong = [
      ...(integrity === 'ok' ? [] : [`integrity_check: ${String(integrity)}`]),
      ...judgeAccepted(rows, told.accepted),
      ...rows.flatMap((row) => judgeRow(row, copies.get(row.body) ?? 0, undone)),
      ...judgeServer(rows, copies),
      ...judgeOrder(rows, account),
      ...judgeFiles(account),
      ...judgeEvents(db),
    ];
    return { wrong, tally: tallyOf(rows, copies) };
  } finally {
    db.close();
  }
}

/** None before the archive has its shape: a process can die while it makes it. */
function readRows(db: Database): readonly Row[] {
  const tables = db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all();
  return tables.includes('scheduled_text') ? (db.prepare(ownTexts).all() as readonly Row[]) : [];
}

function listCopies({ messages }: SimulatorAccount): SimulatorAccount['messages'] {
  return messages.filter(
    ({ subject, direction }) => direction === 'Outbound' && subject.startsWith('mark-'),
  );
}

function countCopies(account: SimulatorAccount): ReadonlyMap<string, number> {
  const alike = Map.groupBy(listCopies(account), ({ subject }) => subject);
  return new Map([...alike].map(([subject, copies]) => [subject, copies.length]));
}

/** A text that went with a picture has it at RingCentral, whole. */
function judgeFiles(account: SimulatorAccount): readonly string[] {
  return listCopies(account).flatMap(({ subject, attachments }) => {
    const files = attachments.filter(({ type }) => type === 'MmsAttachment').length;
    const wanted = subject.includes('-file-') ? 1 : 0;
    return files === wanted ? [] : [`${subject}: RingCentral has ${files} files of it`];
  });
}

/** What is not yet told of, and what is told twice: an event goes with the state that it tells of. */
const wrongEvents = `
  SELECT body, 'no event of ' || status AS what FROM message
  WHERE client_id LIKE 'mark-%' AND status IN ('sent', 'delivered', 'failed')
    AND created_at > (SELECT since + ? FROM event_feed)
    AND NOT EXISTS (SELECT 1 FROM event WHERE subject = 'message'
      AND row_id = message.id AND type = 'message.' || status)
  UNION ALL
  SELECT body, count(*) || ' events of ' || type FROM message
  JOIN event ON subject = 'message' AND row_id = message.id
  WHERE client_id LIKE 'mark-%' GROUP BY message.id, type HAVING count(*) > 1`;
/** A text of the first moments may have been written before the events began, in milliseconds. */
const beginningMs = 60_000;

/** Each change of a text is noted once, wherever a process died. */
function judgeEvents(db: Database): readonly string[] {
  const tables = db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all();
  if (!tables.includes('event')) return [];
  const rows = db.prepare(wrongEvents).all(beginningMs);
  return (rows as { body: string; what: string }[]).map(({ body, what }) => `${body}: ${what}`);
}

function judgeAccepted(rows: readonly Row[], accepted: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { body } of rows) counts.set(body, (counts.get(body) ?? 0) + 1);
  return accepted.flatMap((mark) => {
    const count = counts.get(mark) ?? 0;
    return count === 1 ? [] : [`${mark} was accepted and is there ${count} times`];
  });
}

function judgeRow(row: Row, copies: number, undone: ReadonlySet<string>): readonly string[] {
  const { body, status, server_id: serverId, is_discarded: isDiscarded } = row;
  const say = (what: string): readonly string[] => [`${body} (${status}): ${what}`];
  if (copies > 1) return say(`RingCentral has it ${copies} times`);
  if (isDiscarded === 1) return copies === 0 ? [] : say('was taken back, and RingCentral has it');
  if (undone.has(body)) return say('was taken back, and is in the archive');
  if (serverId !== null && copies === 0) return say('RingCentral does not have it');
  const wasNeverSent = unsent.has(status) || (status === 'failed' && serverId === null);
  return wasNeverSent && copies > 0 ? say('RingCentral has it') : [];
}

function judgeServer(rows: readonly Row[], copies: ReadonlyMap<string, number>): readonly string[] {
  const known = new Set(rows.map(({ body }) => body));
  return [...copies.keys()]
    .filter((body) => !known.has(body))
    .map((body) => `${body}: RingCentral has it, and the archive does not`);
}

/** Of each thread, what RingCentral has came there in the order in which it stands in the archive. */
function judgeOrder(rows: readonly Row[], account: SimulatorAccount): readonly string[] {
  const placeOf = new Map(listCopies(account).map(({ subject }, place) => [subject, place]));
  const there = rows
    .filter(({ id, body }) => id !== null && placeOf.has(body))
    .toSorted((one, other) => (one.id ?? 0) - (other.id ?? 0));
  const threads = Map.groupBy(there, ({ thread_id: threadId }) => threadId);
  return [...threads.values()].flatMap((texts) =>
    texts.flatMap(({ body }, index) => {
      const before = texts[index - 1]?.body;
      const isOvertaken =
        before !== undefined && (placeOf.get(before) ?? 0) > (placeOf.get(body) ?? 0);
      return isOvertaken ? [`${body}: RingCentral had it before ${before}`] : [];
    }),
  );
}

const waiting: ReadonlySet<string> = new Set(['queued', 'sending', 'waiting']);

function tallyOf(rows: readonly Row[], copies: ReadonlyMap<string, number>): Tally {
  const alive = rows.filter(({ is_discarded: isDiscarded }) => isDiscarded === 0);
  const unknown = alive.filter(({ status }) => status === 'unknown');
  return {
    there: alive.filter(({ server_id: serverId }) => serverId !== null).length,
    failed: alive.filter((row) => row.status === 'failed' && row.server_id === null).length,
    unknown: unknown.length,
    unknownThere: unknown.filter(({ body }) => copies.has(body)).length,
    undone: rows.length - alive.length,
    asking: alive.filter(({ status }) => unsent.has(status) && !waiting.has(status)).length,
    waiting: alive.filter(({ status }) => waiting.has(status)).length,
  };
}
