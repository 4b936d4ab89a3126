import type { Archive } from '../../../main/core/db/define-query.ts';
import type { ServerCall, ServerMessage } from '../../../main/core/ringcentral/records.ts';
import { applyCalls } from '../../../main/core/sync/calls/queries.ts';
import { toSyncedCall } from '../../../main/core/sync/calls/mapping.ts';
import { toChunks } from '../../../main/core/sync/chunks.ts';
import { applyContacts } from '../../../main/core/sync/contacts/queries.ts';
import { toSyncedContact } from '../../../main/core/sync/contacts/mapping.ts';
import { applyTexts } from '../../../main/core/sync/messages/queries.ts';
import { toSyncedText } from '../../../main/core/sync/messages/mapping.ts';
import {
  home,
  makeCalls,
  makePeople,
  makeTexts,
  textShare,
  toServerContact,
  type Person,
} from './records.ts';

/** What RingCentral would answer to one request of a backfill; `rows` of it come into lists. */
export type Page = { readonly rows: number } & (
  | { readonly kind: 'texts'; readonly records: readonly ServerMessage[] }
  | { readonly kind: 'calls'; readonly records: readonly ServerCall[] }
);

const textsPerPage = 300;
const callsPerPage = (textsPerPage * (1 - textShare)) / textShare;
const rowsPerRound = textsPerPage + callsPerPage;

/**
 * The pages of an archive of `until` records without those of one of `from` records: a smaller
 * archive is the newest part of a larger one.
 */
export function* makePages(
  people: readonly Person[],
  { from = 0, until }: { from?: number; until: number },
): Generator<Page> {
  const texts = makeTexts(people);
  const calls = makeCalls(people);
  for (let done = 0; done < until; done += rowsPerRound) {
    const textPage = take(texts, textsPerPage, () => 1);
    const callPage = take(calls, callsPerPage, isOwnLegOf);
    if (done < from) continue;
    yield { kind: 'texts', rows: textsPerPage, records: textPage };
    yield { kind: 'calls', rows: callsPerPage, records: callPage };
  }
}

/** Writes a page as sync and backfill do: mapped here, then in transactions of the writer. */
export async function applyPage(archive: Archive, page: Page, at: number): Promise<void> {
  const parts = { deleted: [], unreadable: [] };
  if (page.kind === 'texts') {
    const records = page.records.flatMap((record) => toSyncedText(record, home) ?? []);
    for (const chunk of toChunks({ ...parts, records })) {
      const { records: texts, deleted, unreadable } = chunk;
      const input = { texts, deleted, unreadable, cursor: undefined, at };
      await archive.write(applyTexts, input, 'background');
    }
    return;
  }
  const records = page.records.flatMap((record) => toSyncedCall(record, home.country) ?? []);
  for (const { isLast: _, ...chunk } of toChunks({ ...parts, records })) {
    await archive.write(applyCalls, { ...chunk, cursor: undefined, at }, 'background');
  }
}

/** Writes the address book. */
export async function applyPeople(archive: Archive, at: number): Promise<void> {
  const records = makePeople().map((person, index) =>
    toSyncedContact(toServerContact(person, index), 'personal', home.country),
  );
  for (const chunk of toChunks({ records, deleted: [], unreadable: [] })) {
    const { records: contacts, deleted, unreadable } = chunk;
    await archive.write(
      applyContacts,
      {
        source: 'personal',
        contacts,
        deleted,
        unreadable,
        allIds: undefined,
        cursor: undefined,
        at,
      },
      'background',
    );
  }
}

/** The leg to the own phone makes no row of its own. */
function isOwnLegOf({ id }: ServerCall): number {
  return id.endsWith('-2') ? 0 : 1;
}

/** Takes records until they make `rows` rows, and what belongs to the last of them. */
function take<T>(source: Generator<T>, rows: number, rowsOf: (record: T) => number): readonly T[] {
  const taken: T[] = [];
  let count = 0;
  while (count < rows) {
    const { value, done } = source.next();
    if (done === true) break;
    taken.push(value);
    count += rowsOf(value);
  }
  return taken;
}
