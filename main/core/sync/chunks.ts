import type { DeletedRecord, SyncPage, UnreadableRecord } from '../ringcentral/records.ts';

/** Rows of one background transaction: longer ones hold up the user's own writes. */
export const rowsPerTransaction = 50;

/** What goes into one transaction. */
export type Chunk<T> = {
  readonly records: readonly T[];
  readonly deleted: readonly DeletedRecord[];
  readonly unreadable: readonly UnreadableRecord[];
  /** The cursor belongs to this one. */
  readonly isLast: boolean;
};

/** Cuts a page into transactions; there is always one, if only for the cursor. */
export function toChunks<T>(
  page: Pick<SyncPage<unknown>, 'deleted' | 'unreadable'> & { readonly records: readonly T[] },
): readonly Chunk<T>[] {
  const entries = [
    ...page.records.map((record) => ({ record })),
    ...page.deleted.map((deleted) => ({ deleted })),
    ...page.unreadable.map((unreadable) => ({ unreadable })),
  ];
  const count = Math.max(1, Math.ceil(entries.length / rowsPerTransaction));
  return Array.from({ length: count }, (_, index) => {
    const part = entries.slice(index * rowsPerTransaction, (index + 1) * rowsPerTransaction);
    return {
      records: part.flatMap((entry) => ('record' in entry ? [entry.record] : [])),
      deleted: part.flatMap((entry) => ('deleted' in entry ? [entry.deleted] : [])),
      unreadable: part.flatMap((entry) => ('unreadable' in entry ? [entry.unreadable] : [])),
      isLast: index === count - 1,
    };
  });
}
