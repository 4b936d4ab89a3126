import { z } from 'zod';
import type {
  CallListDraft,
  CallListEntry,
  CallListSummary,
  CallListView,
} from '../model/call-lists.ts';
import { callListEntryStates } from '../model/call-lists.ts';
import type { Page } from '../model/app.ts';
import { call } from './define.ts';
import { callId, callListEntryId, callListId, contactId, nothing, page } from './fields.ts';
import { callFilter } from './history.ts';

const name = z.string().trim().min(1).max(100);
const draftId = z.string().min(1).max(64);
const column = z.int().min(0).max(500);

export const callListsContract = {
  /** The newest first. */
  'call-lists.list': call(nothing).returns<readonly CallListView[]>(),
  /** Asks for a CSV file and reads it; undefined when the user thought better of it. */
  'call-lists.read-file': call(nothing).returns<CallListDraft | undefined>(),
  /** Reads the same file with other columns. */
  'call-lists.choose-columns': call(
    z.strictObject({ draftId, numberColumn: column, nameColumn: column.optional() }),
  ).returns<CallListDraft>(),
  'call-lists.create': call(
    z.strictObject({
      name,
      source: z.discriminatedUnion('from', [
        z.strictObject({ from: z.literal('csv'), draftId }),
        z.strictObject({ from: z.literal('history'), filter: callFilter }),
        z.strictObject({
          from: z.literal('contacts'),
          contactIds: z.array(contactId).min(1).max(5_000),
        }),
      ]),
    }),
  ).returns<CallListView>(),
  'call-lists.rename': call(z.strictObject({ callListId, name })).returns<CallListView>(),
  /** Removes the list; calls and notes stay. */
  'call-lists.remove': call(z.strictObject({ callListId })).returns<void>(),
  'call-lists.entries': call(
    page.extend({ callListId, show: z.enum(['all', ...callListEntryStates]).default('all') }),
  ).returns<Page<CallListEntry>>(),
  /**
   * The open entry that follows a position, from the top again where none does; undefined when all
   * are done.
   */
  'call-lists.next': call(z.strictObject({ callListId, after: z.int().min(0).optional() })).returns<
    CallListEntry | undefined
  >(),
  'call-lists.get-entry': call(z.strictObject({ entryId: callListEntryId })).returns<
    CallListEntry | undefined
  >(),
  'call-lists.summary': call(z.strictObject({ callListId })).returns<CallListSummary>(),
  /** A call was placed from an entry, or it is put aside, or taken up again. */
  'call-lists.settle': call(
    z.strictObject({
      entryId: callListEntryId,
      state: z.enum(callListEntryStates),
      callId: callId.optional(),
    }),
  ).returns<CallListEntry>(),
};
