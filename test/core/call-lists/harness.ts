import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TopicArea } from '../../../shared/contract/index.ts';
import type { CallId } from '../../../shared/model/ids.ts';
import type { Result } from '../../../shared/result.ts';
import { createCallLists, type CallLists } from '../../../main/core/call-lists/service.ts';
import { nextRowId, toId } from '../../../main/core/db/row-id.ts';
import { openInProcessArchive, type InProcessArchive } from '../../db/in-process.ts';
import { makeFolder } from '../../db/support.ts';
import { us } from '../contacts/entries.ts';
import { createFakeFileDialogs, type FakeFileDialogs } from '../support/file-dialogs.ts';
import { ManualClock, startOfTests } from '../support/manual-clock.ts';
import { createMemoryLog } from '../support/memory-log.ts';
import { createCountingRandom } from '../support/session.ts';

export type ListsWorld = {
  readonly archive: InProcessArchive;
  readonly clock: ManualClock;
  readonly dialogs: FakeFileDialogs;
  readonly lists: CallLists;
  readonly told: TopicArea[];
  /** Has the dialog answer a file with these bytes. */
  choose(content: string | Uint8Array): void;
  addCall(call: {
    readonly number?: string;
    readonly extension?: string;
    readonly name?: string;
    readonly outcome?: string;
    readonly direction?: 'inbound' | 'outbound';
    /** Later is larger. */
    readonly minute?: number;
  }): CallId;
};

/** Call lists on an archive in memory; with `archive`, on one that is there, as after a restart. */
export function openLists(archive: InProcessArchive = openInProcessArchive()): ListsWorld {
  const clock = new ManualClock();
  const dialogs = createFakeFileDialogs();
  const told: TopicArea[] = [];
  const lists = createCallLists({
    archive,
    clock,
    random: createCountingRandom(),
    log: createMemoryLog(),
    events: { changed: (...topics) => void told.push(...topics.map(({ area }) => area)) },
    fileDialogs: dialogs,
    session: { homeCountry: () => us },
  });
  return {
    archive,
    clock,
    dialogs,
    lists,
    told,
    choose(content) {
      dialogs.open = join(makeFolder(), 'people.csv');
      writeFileSync(dialogs.open, content);
    },
    addCall({
      number,
      extension,
      name,
      outcome = 'connected',
      direction = 'outbound',
      minute = 0,
    }) {
      const at = startOfTests + minute * 60_000;
      const id = nextRowId(archive.db, 'call', at);
      archive.db
        .prepare(
          `INSERT INTO call (id, direction, outcome, number, extension_number, name, started_at)
           VALUES (?, ?, ?, ?, ?, ?, ?)`,
        )
        .run(id, direction, outcome, number ?? null, extension ?? null, name ?? null, at);
      return toId<CallId>(id);
    },
  };
}

/** What is inside, or the failure as an error: for steps that a test takes for granted. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

/** The file in the dialog as a draft. */
export async function readDraft({ lists }: ListsWorld) {
  const draft = must(await lists.readFile());
  if (draft === undefined) throw new Error('no file was chosen');
  return draft;
}

/** All entries of a list, or those in a state. */
export async function entriesOf(
  { lists }: ListsWorld,
  callListId: Parameters<CallLists['remove']>[0],
  show: 'all' | 'open' | 'called' | 'skipped' = 'all',
) {
  return must(await lists.entries({ callListId, show, limit: 200 })).items;
}
