import type { EpochMs } from '../../../shared/model/ids.ts';

/** What the archive knows of whether something was read: the columns of a text or a voicemail. */
export type ReadMark = {
  readonly modified_at: number;
  readonly is_read: number;
  readonly is_read_untold: number;
  readonly read_set_at: number | null;
};

/**
 * Whether something is read once a record of it has come: the last word counts, the user's here or
 * RingCentral's. `changesOnlyByReading`: a later record of it can only mean that it was marked; one
 * that changes otherwise too (a voicemail is transcribed) undoes no mark that is still to be told.
 */
export function mergeRead(
  known: ReadMark,
  record: { readonly modifiedAt: EpochMs; readonly isRead: boolean },
  changesOnlyByReading: boolean,
): { readonly isRead: 0 | 1; readonly isUntold: 0 | 1 } {
  const isUntold = known.is_read_untold === 1;
  if (hasLastWord(known, record, changesOnlyByReading)) {
    return { isRead: record.isRead ? 1 : 0, isUntold: 0 };
  }
  // Of one state of a record, nothing was marked here: once it is said to be read, it is.
  const isRead = known.is_read === 1 || (known.read_set_at === null && record.isRead);
  return { isRead: isRead ? 1 : 0, isUntold: isUntold ? 1 : 0 };
}

function hasLastWord(
  known: ReadMark,
  { modifiedAt }: { readonly modifiedAt: EpochMs },
  changesOnlyByReading: boolean,
): boolean {
  if (modifiedAt <= known.modified_at) return false;
  if (known.is_read_untold === 1 && !changesOnlyByReading) return false;
  return known.read_set_at === null || modifiedAt > known.read_set_at;
}
