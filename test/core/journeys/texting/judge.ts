import Sqlite from 'better-sqlite3';
import type { SimulatorAccount } from '../../../../simulator/server.ts';

/** A text of ours in the archive of a process that is dead. */
type Row = {
  readonly body: string;
  readonly status: string;
  readonly server_id: string | null;
  readonly is_discarded: number;
  readonly failure: string | null;
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
  readonly waiting: number;
};

const ownTexts = `SELECT body, status, server_id, is_discarded, failure FROM message
  WHERE client_id LIKE 'mark-%'`;

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
    const rows = db.prepare(ownTexts).all() as readonly Row[];
    const integrity = db.pragma('integrity_check', { simple: true });
    const copies = countCopies(account);
    const undone = new Set(told.undone);
    const wrong = [
      ...(integrity === 'ok' ? [] : [`integrity_check: ${String(integrity)}`]),
      ...judgeAccepted(rows, told.accepted),
      ...rows.flatMap((row) => judgeRow(row, copies.get(row.body) ?? 0, undone)),
      ...judgeServer(rows, copies),
    ];
    return { wrong, tally: tallyOf(rows, copies) };
  } finally {
    db.close();
  }
}

function countCopies({ messages }: SimulatorAccount): ReadonlyMap<string, number> {
  const copies = new Map<string, number>();
  for (const { subject, direction } of messages) {
    if (direction !== 'Outbound' || !subject.startsWith('mark-')) continue;
    copies.set(subject, (copies.get(subject) ?? 0) + 1);
  }
  return copies;
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
  const wasNeverSent = status === 'queued' || (status === 'failed' && serverId === null);
  return wasNeverSent && copies > 0 ? say('RingCentral has it') : [];
}

function judgeServer(rows: readonly Row[], copies: ReadonlyMap<string, number>): readonly string[] {
  const known = new Set(rows.map(({ body }) => body));
  return [...copies.keys()]
    .filter((body) => !known.has(body))
    .map((body) => `${body}: RingCentral has it, and the archive does not`);
}

function tallyOf(rows: readonly Row[], copies: ReadonlyMap<string, number>): Tally {
  const alive = rows.filter(({ is_discarded: isDiscarded }) => isDiscarded === 0);
  const unknown = alive.filter(({ status }) => status === 'unknown');
  return {
    there: alive.filter(({ server_id: serverId }) => serverId !== null).length,
    failed: alive.filter((row) => row.status === 'failed' && row.server_id === null).length,
    unknown: unknown.length,
    unknownThere: unknown.filter(({ body }) => copies.has(body)).length,
    undone: rows.length - alive.length,
    waiting: alive.filter(({ status }) => status === 'queued' || status === 'sending').length,
  };
}
