import type { Failure } from '../failure.ts';
import type { MergeValues } from '../merge.ts';
import type { CallListId, ContactId, E164, EpochMs } from './ids.ts';

/** Where the people come from who get a text of their own each. */
export type SeparateSource =
  | { readonly from: 'numbers'; readonly numbers: readonly string[] }
  | { readonly from: 'contacts'; readonly contactIds: readonly ContactId[] }
  | { readonly from: 'call-list'; readonly callListId: CallListId }
  /** A file that the user is asked for. */
  | { readonly from: 'csv' };

/** As many texts as are sent of one template at once. */
export const mostSeparate = 500;

/** Someone who is to get a text of their own. */
export type SeparatePerson = {
  /** Tells the rows apart. */
  readonly key: string;
  readonly name: string | undefined;
  readonly number: E164 | undefined;
  /** The number as it was written. */
  readonly typed: string;
  /** Where they stand in the file, from 1. */
  readonly line: number | undefined;
  readonly values: MergeValues;
  /** Why no text can go to them. */
  readonly failure: Failure | undefined;
  /** What speaks against it, and keeps it from nothing: a number that looks like a landline. */
  readonly caution: Failure | undefined;
  /** Added below a first text to someone, by a setting. */
  readonly added: string | undefined;
  /** It is quiet there: when the day begins, and the zone (IANA). */
  readonly quiet: { readonly until: EpochMs; readonly zone: string } | undefined;
};

export type SeparateDraft = {
  /** Of a file, to choose another column of it. */
  readonly draftId: string | undefined;
  /** The name of the file or the list. */
  readonly title: string | undefined;
  /** The file's columns: fields of the template, by these names. */
  readonly columns: readonly string[];
  readonly numberColumn: number | undefined;
  readonly people: readonly SeparatePerson[];
  /** Rows that are one too many. */
  readonly beyond: number;
};

/** Texts of one template that are being handed to the outbox, or were. */
export type SeparateBatch = {
  readonly id: string;
  readonly title: string;
  readonly createdAt: EpochMs;
  readonly total: number;
  /** On disk and in the outbox, or waiting for their time. */
  readonly accepted: number;
  /** Not looked at yet. */
  readonly waiting: number;
  readonly isRunning: boolean;
  /** Why it stopped before its end. */
  readonly obstacle: Failure | undefined;
  readonly refused: readonly RefusedText[];
};

/** A text of a batch that was not accepted; it is kept until the user drops it. */
export type RefusedText = {
  readonly position: number;
  readonly number: E164;
  readonly name: string | undefined;
  readonly text: string;
  readonly failure: Failure;
};
