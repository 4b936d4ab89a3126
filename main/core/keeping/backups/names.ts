import { createHash } from 'node:crypto';
import type { EpochMs } from '../../../../shared/model/ids.ts';

/** A backup as its file name tells: several accounts and profiles may share a folder. */
export type BackupFile = {
  readonly id: string;
  readonly at: EpochMs;
  readonly isManual: boolean;
};

const pattern = /^sidetone-([0-9a-f]{10})-(\d{4})-(\d\d)-(\d\d)-(\d\d)(\d\d)(\d\d)(-manual)?\.db$/;
const partialEnd = '.part';

/** What backups of an account are known by; nothing a user or a server said gets into a file name. */
export function toMark(account: string): string {
  return createHash('sha256').update(account).digest('hex').slice(0, 10);
}

/** The name of a backup made at an instant, which it tells in UTC. */
export function nameBackup(mark: string, { at, isManual }: Omit<BackupFile, 'id'>): string {
  const [date = '', time = ''] = new Date(at).toISOString().slice(0, 19).split('T');
  return `sidetone-${mark}-${date}-${time.replaceAll(':', '')}${isManual ? '-manual' : ''}.db`;
}

/** Reads a name of an account's own; undefined for any other file. */
export function parseBackupName(mark: string, name: string): BackupFile | undefined {
  const [, found, year, month, day, hours, minutes, seconds, manual] = pattern.exec(name) ?? [];
  if (found !== mark) return undefined;
  const at = Date.parse(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}Z`);
  return Number.isNaN(at) ? undefined : { id: name, at, isManual: manual !== undefined };
}

/** What a backup is called until it is whole and checked. */
export function namePartial(name: string): string {
  return `${name}${partialEnd}`;
}

/** Whether this is what an interrupted backup of the account left, side files included. */
export function isPartial(mark: string, name: string): boolean {
  return name.startsWith(`sidetone-${mark}-`) && /\.db\.part(?:-journal|-wal|-shm)?$/.test(name);
}
