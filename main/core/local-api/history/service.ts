import type { Archive } from '../../db/define-query.ts';
import { getTextRecord, listCallRecords, listTextRecords, type HistoryPage } from './queries.ts';
import type { CallRecordRow, TextRecordRow } from './rows.ts';

type Reader = Pick<Archive, 'read'>;

/** The latest calls, as programs are told of them. */
export function readCalls(archive: Reader, page: HistoryPage): Promise<readonly CallRecordRow[]> {
  return archive.read(listCallRecords, page);
}

/** The latest texts. */
export function readTexts(archive: Reader, page: HistoryPage): Promise<readonly TextRecordRow[]> {
  return archive.read(listTextRecords, page);
}

/** One text, taken back or not; undefined when it is not there. */
export function readText(archive: Reader, id: string): Promise<TextRecordRow | undefined> {
  return archive.read(getTextRecord, { id });
}
