import { defineQuery } from '../../db/define-query.ts';
import { toRowId } from '../../db/row-id.ts';
import {
  readCallRecords,
  readTextRecords,
  type CallRecordRow,
  type TextRecordRow,
} from '../history/rows.ts';

/** The calls and texts that a search has found, as programs are told of them. */
export const readFound = defineQuery(
  'local-api.read-found',
  (
    db,
    input: { readonly calls: readonly string[]; readonly texts: readonly string[] },
  ): { readonly calls: readonly CallRecordRow[]; readonly texts: readonly TextRecordRow[] } => {
    const rowIds = (ids: readonly string[]): readonly number[] =>
      ids.flatMap((id) => toRowId(id) ?? []);
    return {
      calls: readCallRecords(db, rowIds(input.calls)),
      texts: readTextRecords(db, rowIds(input.texts)),
    };
  },
);
