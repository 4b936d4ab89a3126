import type { Failure } from '../failure.ts';
import type { EpochMs } from './ids.ts';

/** One checked copy of the archive. */
export type BackupView = {
  readonly id: string;
  readonly at: EpochMs;
  readonly sizeBytes: number;
  /** Why it is kept: one of the last days, of the last weeks, or made by hand. */
  readonly kind: 'day' | 'week' | 'manual';
};

export type BackupsView = {
  readonly folder: string;
  /** The folder is the one Sidetone chose. */
  readonly isDefaultFolder: boolean;
  readonly backups: readonly BackupView[];
  readonly isRunning: boolean;
  /** Why the last one did not come about. */
  readonly failure: Failure | undefined;
};

/** What is written out: a filtered list, or everything about someone. */
export type ExportFormat = 'csv' | 'json';

export type ExportView = {
  readonly id: string;
  readonly state: 'running' | 'done' | 'cancelled' | 'failed';
  readonly fileName: string;
  readonly rows: number;
  readonly total: number | undefined;
  readonly failure: Failure | undefined;
};

/** The archive on disk. */
export type ArchiveSizeView = {
  readonly fileBytes: number;
  readonly texts: number;
  readonly calls: number;
  readonly voicemails: number;
  readonly oldestAt: EpochMs | undefined;
};

/** What an erasure removed. */
export type ErasedView = {
  readonly texts: number;
  readonly calls: number;
  readonly voicemails: number;
  readonly notes: number;
};
