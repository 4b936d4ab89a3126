import type { Failure } from '../failure.ts';
import type { ContactImportId, EpochMs } from './ids.ts';

/** What becomes of one entry of the file. */
export type ImportEntry = {
  /** The line it begins on, counted from 1. */
  readonly line: number;
  readonly action: 'add' | 'merge' | 'unchanged' | 'refuse';
  readonly name: string;
  readonly company: string | undefined;
  /** Each number as it was written and as it will be stored. */
  readonly numbers: readonly { readonly typed: string; readonly stored: string | undefined }[];
  /** Who it is merged with. */
  readonly mergesWith: string | undefined;
  readonly problem: Failure | undefined;
};

/** A dry run: nothing is stored yet. */
export type ContactImportDraft = {
  readonly id: ContactImportId;
  readonly fileName: string;
  readonly format: 'csv' | 'vcard';
  readonly counts: Readonly<Record<ImportEntry['action'], number>>;
  /** The first of each action; the counts are of all. */
  readonly entries: readonly ImportEntry[];
};

/** An import that was done and can be taken back. */
export type ContactImportView = {
  readonly id: ContactImportId;
  readonly fileName: string;
  readonly at: EpochMs;
  readonly added: number;
  readonly merged: number;
};
