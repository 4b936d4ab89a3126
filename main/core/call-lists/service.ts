import { failure } from '../../../shared/failure.ts';
import type { Page } from '../../../shared/model/app.ts';
import type {
  CallListDraft,
  CallListEntry,
  CallListEntryState,
  CallListSource,
  CallListSummary,
  CallListView,
} from '../../../shared/model/call-lists.ts';
import type {
  CallId,
  CallListEntryId,
  CallListId,
  CountryCode,
} from '../../../shared/model/ids.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { strings } from '../../../shared/strings/strings.ts';
import type { Archive } from '../db/define-query.ts';
import { createDraftSlot } from '../draft-slot.ts';
import type { Events } from '../events.ts';
import type { Clock, FileDialogs, Log, Random } from '../ports.ts';
import { chooseListFile } from './choose-file.ts';
import type { ChosenColumns } from './file/read-list.ts';
import { mostListed, type Listed } from './listed.ts';
import {
  createCallList,
  gatherListed,
  getCallListEntry,
  listCallLists,
  listEntries,
  nextEntry,
  readListFile,
  removeCallList,
  renameCallList,
  settleEntry,
  summarizeCallList,
} from './queries.ts';

const words = strings.callLists;

/** People to call one after the other; nothing here places a call. */
export type CallLists = {
  list(): Promise<readonly CallListView[]>;
  /** Asks for a CSV file and says who would be on the list; undefined when none was chosen. */
  readFile(): Promise<Result<CallListDraft | undefined>>;
  chooseColumns(draftId: string, chosen: ChosenColumns): Promise<Result<CallListDraft>>;
  create(name: string, source: WithDraft): Promise<Result<CallListView>>;
  rename(callListId: CallListId, name: string): Promise<Result<CallListView>>;
  /** Removing it again changes nothing. */
  remove(callListId: CallListId): Promise<Result<void>>;
  entries(request: {
    readonly callListId: CallListId;
    readonly show: CallListEntryState | 'all';
    readonly after?: string | undefined;
    readonly limit: number;
  }): Promise<Result<Page<CallListEntry>>>;
  next(callListId: CallListId, after: number): Promise<CallListEntry | undefined>;
  getEntry(entryId: CallListEntryId): Promise<CallListEntry | undefined>;
  summary(callListId: CallListId): Promise<CallListSummary>;
  settle(
    entryId: CallListEntryId,
    state: CallListEntryState,
    callId: CallId | undefined,
  ): Promise<Result<CallListEntry>>;
  /** Drops the file that waits. */
  stop(): void;
};

/** Where a list comes from; a file by the draft that it was read into. */
export type WithDraft =
  | Exclude<CallListSource, { readonly from: 'csv' }>
  | { readonly from: 'csv'; readonly draftId: string };

type Held = {
  readonly fileName: string;
  readonly text: string;
  readonly entries: readonly Listed[];
};

/** Builds the call lists; the last file that was read is kept until it is used or another is read. */
export function createCallLists(deps: {
  readonly archive: Archive;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly events: Pick<Events, 'changed'>;
  readonly fileDialogs: Pick<FileDialogs, 'chooseOpen'>;
  readonly session: { homeCountry(): CountryCode };
}): CallLists {
  const { archive, clock, events, session } = deps;
  const drafts = createDraftSlot<Held>(clock);
  const changed = (): void => events.changed({ area: 'call-lists' });

  /** Reads a text and holds what it says, in the place of whatever was held. */
  const take = async (
    draftId: string,
    { fileName, text }: Pick<Held, 'fileName' | 'text'>,
    chosen: ChosenColumns | undefined,
  ): Promise<Result<CallListDraft>> => {
    const country = session.homeCountry();
    const read = await archive.read(readListFile, { text, country, chosen });
    if (!read.ok) return read;
    const { entries, draft } = read.value;
    drafts.hold(draftId, { fileName, text, entries });
    return ok({ draftId, fileName, ...draft });
  };

  const gather = async (
    source: Exclude<WithDraft, { readonly from: 'csv' }>,
  ): Promise<Result<readonly Listed[]>> => {
    const listed = await archive.read(gatherListed, { source, country: session.homeCountry() });
    if (listed.length === 0) return fail(failure('invalid', 'call-list.empty'));
    return listed.length > mostListed
      ? fail(failure('invalid', 'call-list.too-large'))
      : ok(listed);
  };

  const write = async (name: string, entries: readonly Listed[]): Promise<CallListView> => {
    const list = await archive.write(createCallList, { name, at: clock.now(), entries });
    changed();
    return list;
  };

  const createFromFile = async (name: string, draftId: string): Promise<Result<CallListView>> => {
    if (drafts.get(draftId)?.entries.length === 0)
      return fail(failure('invalid', 'call-list.no-numbers'));
    const written = drafts.use(draftId, ({ entries }) => write(name, entries));
    return written === undefined ? fail(fileGone()) : ok(await written);
  };

  const answer = <View>(view: View | undefined): Result<View> => {
    if (view === undefined) return fail(gone());
    changed();
    return ok(view);
  };

  return {
    list: () => archive.read(listCallLists, undefined),
    async readFile() {
      const chosen = await chooseListFile(deps, words.file);
      if (!chosen.ok) return chosen;
      if (chosen.value === undefined) return ok(undefined);
      return take(deps.random.uuid(), chosen.value, undefined);
    },
    async chooseColumns(draftId, chosen) {
      const held = drafts.get(draftId);
      return held === undefined ? fail(fileGone()) : take(draftId, held, chosen);
    },
    async create(name, source) {
      if (source.from === 'csv') return createFromFile(name, source.draftId);
      const listed = await gather(source);
      return listed.ok ? ok(await write(name, listed.value)) : listed;
    },
    rename: async (callListId, name) =>
      answer(await archive.write(renameCallList, { callListId, name })),
    async remove(callListId) {
      await archive.write(removeCallList, { callListId });
      changed();
      return ok();
    },
    async entries({ callListId, show, after, limit }) {
      const page = await archive.read(listEntries, { callListId, show, after, limit });
      return page === undefined ? fail(gone()) : ok(page);
    },
    next: (callListId, after) => archive.read(nextEntry, { callListId, after }),
    getEntry: (entryId) => archive.read(getCallListEntry, { entryId }),
    summary: (callListId) => archive.read(summarizeCallList, { callListId }),
    settle: async (entryId, state, callId) =>
      answer(await archive.write(settleEntry, { entryId, state, callId })),
    stop: drafts.drop,
  };
}

function gone(): ReturnType<typeof failure> {
  return failure('not-found', 'call-list.gone');
}

function fileGone(): ReturnType<typeof failure> {
  return failure('not-found', 'call-list.file-gone');
}
