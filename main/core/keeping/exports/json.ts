import type { EpochMs } from '../../../../shared/model/ids.ts';
import type { ExportRecord } from './record.ts';

/** The beginning of one JSON document, up to where its records go. */
export function toJsonHead(exportedAt: EpochMs): string {
  const head = {
    format: 'sidetone-export',
    version: 1,
    exportedAt: new Date(exportedAt).toISOString(),
  };
  return `${JSON.stringify(head).slice(0, -1)},"records":[`;
}

/** One record on a line of its own, with the comma that parts it from the one before. */
export function toJsonItem(record: ExportRecord, isFirst: boolean): string {
  const { at, ...rest } = record;
  return `${isFirst ? '' : ','}\n${JSON.stringify({ ...rest, at: new Date(at).toISOString() })}`;
}

export const jsonEnd = '\n]}\n';
