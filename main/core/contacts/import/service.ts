import { basename } from 'node:path';
import { failure } from '../../../../shared/failure.ts';
import type {
  ContactImportDraft,
  ContactImportView,
} from '../../../../shared/model/contact-import.ts';
import type { ContactImportId, CountryCode } from '../../../../shared/model/ids.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import { strings } from '../../../../shared/strings/strings.ts';
import type { Archive } from '../../db/define-query.ts';
import { createDraftSlot } from '../../draft-slot.ts';
import type { Events } from '../../events.ts';
import type { Clock, FileDialogs, Log, Random } from '../../ports.ts';
import { readCsv } from './csv.ts';
import { decodeText } from './decode.ts';
import { tooLarge, type FileEntry } from './file-entry.ts';
import {
  listContactImports,
  planContactImport,
  undoContactImport,
  useContactImport,
} from './queries.ts';
import { readBytes } from '../../read-bytes.ts';
import { readVCards } from './vcard.ts';

const mostBytes = 20 * 1024 * 1024;
/** Taking contacts over from a file, and taking that back. */
export type ContactImports = {
  /** Asks for a file and says what would become of it; undefined when none was chosen. */
  read(): Promise<Result<ContactImportDraft | undefined>>;
  use(importId: ContactImportId): Promise<Result<ContactImportView>>;
  list(): Promise<readonly ContactImportView[]>;
  undo(importId: ContactImportId): Promise<Result<void>>;
  /** Drops the draft. */
  stop(): void;
};

type Held = { readonly fileName: string; readonly entries: readonly FileEntry[] };

/** Builds the imports; the last file that was read is kept until it is used or another is read. */
export function createContactImports(deps: {
  readonly archive: Archive;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly events: Pick<Events, 'changed'>;
  readonly fileDialogs: Pick<FileDialogs, 'chooseOpen'>;
  readonly session: { homeCountry(): CountryCode };
}): ContactImports {
  const { archive, clock, events, log, session } = deps;
  const drafts = createDraftSlot<Held>(clock);
  const tell = (): void =>
    events.changed({ area: 'contacts' }, { area: 'threads' }, { area: 'calls' });

  return {
    async read() {
      const path = await deps.fileDialogs.chooseOpen({
        title: strings.dialogs.importContacts,
        kind: {
          name: strings.dialogs.kinds.contacts,
          extensions: ['csv', 'vcf', 'vcard', 'tsv', 'txt'],
        },
      });
      if (path === undefined) return ok(undefined);
      const bytes = await readBytes(path, mostBytes, log);
      if (bytes === 'too-large') return fail(tooLarge());
      if (bytes === 'unreadable') return fail(failure('invalid', 'contact-import.unreadable'));
      const file = readEntries(bytes);
      if (!file.ok) return file;
      const { format, entries } = file.value;
      const country = session.homeCountry();
      const planned = await archive.read(planContactImport, { entries, country });
      const fileName = basename(path);
      const id = deps.random.uuid() as ContactImportId;
      drafts.hold(id, { fileName, entries });
      return ok({ id, fileName, format, ...planned });
    },
    async use(importId) {
      const used = drafts.use(importId, ({ fileName, entries }) => {
        const country = session.homeCountry();
        return archive.write(useContactImport, { entries, country, fileName, at: clock.now() });
      });
      if (used === undefined) return fail(failure('not-found', 'contact-import.gone'));
      const done = await used;
      tell();
      return ok(done);
    },
    list: () => archive.read(listContactImports, undefined),
    async undo(importId) {
      const isDone = await archive.write(undoContactImport, { importId, at: clock.now() });
      if (!isDone) return fail(failure('not-found', 'contact-import.gone'));
      tell();
      return ok();
    },
    stop: drafts.drop,
  };
}

/** The people of a file in either format, told apart by how it begins. */
export function readEntries(
  bytes: Uint8Array,
): Result<Pick<ContactImportDraft, 'format'> & { readonly entries: readonly FileEntry[] }> {
  const text = decodeText(bytes);
  if (!text.ok) return text;
  const format = /^\s*begin:\s*vcard\b/i.test(text.value) ? 'vcard' : 'csv';
  const entries = format === 'vcard' ? readVCards(text.value) : readCsv(text.value);
  if (!entries.ok) return entries;
  return entries.value.length === 0
    ? fail(failure('invalid', 'contact-import.nothing-found'))
    : ok({ format, entries: entries.value });
}
