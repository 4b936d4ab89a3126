import type { Database } from 'better-sqlite3';
import type { EpochMs, ThreadId } from '../../../shared/model/ids.ts';
import type { Party } from '../../../shared/model/people.ts';
import { toParty, type PartyRow } from '../contacts/rows.ts';
import { defineQuery } from '../db/define-query.ts';
import { firstRowIdOf, timeOfRowId, toId } from '../db/row-id.ts';
import { allRows, getRow, run } from '../db/statement.ts';
import { listPartyRows } from '../messages/rows.ts';
import { missedOutcomes } from '../sync/calls/mapping.ts';
import { getMark, setMark } from '../sync/rows.ts';

/** What there can be news of. */
export type ToldKind = 'text' | 'call' | 'voicemail';
export type ToldKey = { readonly kind: ToldKind; readonly rowId: number };

/** Something that waits to be looked at, and was told of. */
export type StandingItem = ToldKey & {
  readonly toldAt: EpochMs;
  /** Who wrote, called or spoke. */
  readonly party: Party;
} & (
    | {
        readonly kind: 'text';
        readonly threadId: ThreadId;
        readonly isMuted: boolean;
        /** Everyone in the conversation but the user. */
        readonly parties: readonly Party[];
        /** Its beginning. */
        readonly text: string;
        readonly fileCount: number;
      }
    | { readonly kind: 'call' }
    | { readonly kind: 'voicemail'; readonly durationSeconds: number | undefined }
  );

/** How much of a text can be of use to a notification, in characters. */
const longestText = 400;
/** Nobody has more before them at once. */
const mostStanding = 200;

const missedList = missedOutcomes.map((outcome) => `'${outcome}'`).join(', ');

/** What counts as not looked at yet, of each kind. */
const waits = {
  text: `message.direction = 'inbound' AND message.is_read = 0 AND message.is_discarded = 0
    AND message.availability = 'Alive'`,
  call: `call.is_new = 1 AND call.direction = 'inbound' AND call.outcome IN (${missedList})`,
  voicemail: `voicemail.is_read = 0 AND voicemail.availability = 'Alive'`,
} as const;
const tables = { text: 'message', call: 'call', voicemail: 'voicemail' } as const;
const kinds = ['text', 'call', 'voicemail'] as const;

/** What came in from a row id on and has not been told of: a stretch of the primary key. */
export const untoldSql: Readonly<Record<ToldKind, string>> = {
  text: untold('text'),
  call: untold('call'),
  voicemail: untold('voicemail'),
};

function untold(kind: ToldKind): string {
  const table = tables[kind];
  return `SELECT ${table}.id FROM ${table} WHERE ${table}.id >= ? AND ${table}.id < ?
    AND ${waits[kind]}
    AND NOT EXISTS (SELECT 1 FROM told WHERE kind = '${kind}' AND row_id = ${table}.id)`;
}

const newest = Number.MAX_SAFE_INTEGER;

/** `from`: what is older is no news, by RingCentral's clock. */
type Window = { readonly from: EpochMs };

/** Whether `takeNews` has something to do. */
export const hasNews = defineQuery('notifications.has-news', (db, { from }: Window): boolean => {
  const since = getMark(db, 'told-since');
  if (since === undefined) return getMark(db, 'known') !== undefined;
  const first = firstRowIdOf(Math.max(from, since));
  return kinds.some((kind) => getRow(db, `${untoldSql[kind]} LIMIT 1`, first, newest));
});

/**
 * Notes as told what has come in and was not, and answers it. The first sync of an account is no
 * news: only what comes after everything was once known is.
 */
export const takeNews = defineQuery(
  'notifications.take-news',
  (
    db,
    input: Window & { readonly now: EpochMs; readonly forgetBefore: EpochMs },
  ): readonly ToldKey[] => {
    const since = getMark(db, 'told-since') ?? begin(db);
    if (since === undefined) return [];
    run(db, 'DELETE FROM told WHERE row_id < ?', firstRowIdOf(input.forgetBefore));
    const first = firstRowIdOf(Math.max(input.from, since));
    const keys = kinds.flatMap((kind) =>
      allRows<{ id: number }>(db, untoldSql[kind], first, newest).map(({ id }) => ({
        kind,
        rowId: id,
      })),
    );
    for (const key of keys) tell(db, key, input.now);
    return keys;
  },
);

function begin(db: Database): EpochMs | undefined {
  const known = getMark(db, 'known');
  if (known !== undefined) setMark(db, 'told-since', known);
  return known;
}

function tell(db: Database, { kind, rowId }: ToldKey, at: EpochMs): void {
  run(db, 'INSERT OR REPLACE INTO told (kind, row_id, told_at) VALUES (?, ?, ?)', kind, rowId, at);
}

/** Notes that these were told once more. */
export const tellAgain = defineQuery(
  'notifications.tell-again',
  (db, input: { readonly keys: readonly ToldKey[]; readonly now: EpochMs }): void => {
    for (const key of input.keys) tell(db, key, input.now);
  },
);

/** All that was told of and still waits to be looked at, newest first of each kind. */
export const listStanding = defineQuery(
  'notifications.list-standing',
  (db): readonly StandingItem[] => [
    ...standingTexts(db),
    ...standingCalls(db),
    ...standingVoicemails(db),
  ],
);

type ToldRow = { readonly id: number; readonly told_at: number };

const toldOf = (kind: ToldKind, columns: string, more = ''): string => `
  SELECT ${tables[kind]}.id, told.told_at, ${columns}
  FROM told JOIN ${tables[kind]} ON ${tables[kind]}.id = told.row_id ${more}
  WHERE told.kind = '${kind}' AND ${waits[kind]}
  ORDER BY told.row_id DESC LIMIT ${mostStanding}`;

function standingTexts(db: Database): readonly StandingItem[] {
  const rows = allRows<
    ToldRow & {
      readonly thread_id: number;
      readonly muted_at: number | null;
      readonly body: string;
      readonly from_number: string | null;
      readonly from_name: string | null;
      readonly files: number;
    }
  >(
    db,
    toldOf(
      'text',
      `message.thread_id, thread.muted_at, substr(message.body, 1, ${longestText}) AS body,
       message.from_number, message.from_name, (
         SELECT count(*) FROM attachment WHERE message_id = message.id AND type <> 'Text'
       ) AS files`,
      'JOIN thread ON thread.id = message.thread_id',
    ),
  );
  return rows.map((row) => ({
    kind: 'text',
    rowId: row.id,
    toldAt: row.told_at,
    threadId: toId<ThreadId>(row.thread_id),
    isMuted: row.muted_at !== null,
    party: toParty(db, { number: row.from_number, extension_number: null, name: row.from_name }),
    parties: listPartyRows(db, row.thread_id).map((party) => toParty(db, party)),
    text: row.body,
    fileCount: row.files,
  }));
}

const whoColumns = (kind: 'call' | 'voicemail'): string =>
  ['number', 'extension_number', 'name'].map((column) => `${tables[kind]}.${column}`).join(', ');

function standingCalls(db: Database): readonly StandingItem[] {
  return allRows<ToldRow & PartyRow>(db, toldOf('call', whoColumns('call'))).map((row) => ({
    kind: 'call',
    rowId: row.id,
    toldAt: row.told_at,
    party: toParty(db, row),
  }));
}

function standingVoicemails(db: Database): readonly StandingItem[] {
  return allRows<ToldRow & PartyRow & { readonly duration_seconds: number | null }>(
    db,
    toldOf('voicemail', `${whoColumns('voicemail')}, voicemail.duration_seconds`),
  ).map((row) => ({
    kind: 'voicemail',
    rowId: row.id,
    toldAt: row.told_at,
    party: toParty(db, row),
    durationSeconds: row.duration_seconds ?? undefined,
  }));
}

/** What came in while nobody was there, that nobody has looked at and nothing was told of. */
export type AwayNews = Readonly<Record<ToldKind, number>> & { readonly until: EpochMs };

export const readAwayNews = defineQuery('notifications.read-away', (db): AwayNews | undefined => {
  const since = getMark(db, 'away-since');
  const until = getMark(db, 'away-until');
  if (since === undefined || until === undefined) return undefined;
  const count = (kind: ToldKind): number =>
    getRow<{ count: number }>(
      db,
      `SELECT count(*) AS count FROM (${untoldSql[kind]})`,
      firstRowIdOf(since),
      firstRowIdOf(until + 1),
    )?.count ?? 0;
  return { until, text: count('text'), call: count('call'), voicemail: count('voicemail') };
});

/** The user's own switch: on until an instant, or until it is switched off; undefined: off. */
export type OwnQuiet = { readonly until: EpochMs | undefined } | undefined;

export const readQuiet = defineQuery('notifications.read-quiet', (db): OwnQuiet => {
  const row = getRow<{ until: number | null }>(db, 'SELECT until FROM quiet');
  return row && { until: row.until ?? undefined };
});

export const writeQuiet = defineQuery(
  'notifications.write-quiet',
  (db, { quiet }: { readonly quiet: OwnQuiet }): void => {
    run(db, 'DELETE FROM quiet');
    if (quiet !== undefined) run(db, 'INSERT INTO quiet (id, until) VALUES (1, ?)', quiet.until);
  },
);

/** When what a row stands for happened, in epoch milliseconds. */
export function timeOf({ rowId }: ToldKey): EpochMs {
  return timeOfRowId(rowId);
}
