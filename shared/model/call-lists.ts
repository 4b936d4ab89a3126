import type { Failure } from '../failure.ts';
import type { CallFilter } from './history.ts';
import type { CallId, CallListEntryId, CallListId, ContactId, EpochMs } from './ids.ts';
import type { Party } from './people.ts';

/** Where the entries of a call list come from. */
export type CallListSource =
  | { readonly from: 'csv' }
  /** Everyone in a filtered call history, each once, the latest first. */
  | { readonly from: 'history'; readonly filter: CallFilter }
  | { readonly from: 'contacts'; readonly contactIds: readonly ContactId[] };

/** People to call one after the other. Sidetone never dials the next one by itself. */
export type CallListView = {
  readonly id: CallListId;
  readonly name: string;
  readonly createdAt: EpochMs;
  readonly counts: Readonly<Record<CallListEntryState, number>>;
  /** Of those called: whose call is not over. */
  readonly calling: number;
};

export const callListEntryStates = ['open', 'called', 'skipped'] as const;
export type CallListEntryState = (typeof callListEntryStates)[number];

export type CallListEntry = {
  readonly id: CallListEntryId;
  readonly position: number;
  readonly party: Party;
  /** The name in the file, where the contacts have another for that number. */
  readonly listedName: string | undefined;
  /** The number as the file had it. */
  readonly typed: string;
  /** What to dial: the number, with what is to be keyed in after it. */
  readonly dial: string;
  /** What else the file said about them: column and value. */
  readonly details: readonly (readonly [string, string])[];
  readonly state: CallListEntryState;
  /** The last call made from here. */
  readonly callId: CallId | undefined;
  readonly outcome: string | undefined;
  /** On the user's do-not-call list: shown, and asked about. */
  readonly isDoNotCall: boolean;
};

/** What came of a list: calls by the outcome that was noted last, the most frequent first. */
export type CallListSummary = {
  readonly outcomes: readonly { readonly outcome: string; readonly count: number }[];
  /** Called, and no outcome noted. */
  readonly withoutOutcome: number;
};

/** A file that has been read and not yet been taken in. */
export type CallListDraft = {
  readonly draftId: string;
  readonly fileName: string;
  /** By the names in its first line; empty where there is none. */
  readonly columns: readonly string[];
  readonly numberColumn: number;
  readonly nameColumn: number | undefined;
  readonly count: number;
  /** Rows that are left out: how many, and the first of them with line and reason. */
  readonly leftOut: number;
  readonly problems: readonly CallListProblem[];
  /** The same number more than once. */
  readonly repeats: number;
  readonly sample: readonly { readonly name: string; readonly typed: string }[];
};

export type CallListProblem = {
  readonly line: number;
  readonly typed: string;
  readonly failure: Failure;
};
