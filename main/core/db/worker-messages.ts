import type { EpochMs } from '../../../shared/model/ids.ts';
import type { ErrorData } from './errors.ts';

/** What a database worker is started with. */
export type WorkerSetup = {
  readonly role: 'writer' | 'reader' | 'keeper';
  readonly file: string;
  /** Dates a file that has to be moved aside. */
  readonly now: EpochMs;
};

export type WorkerRequest = {
  readonly id: number;
  readonly query: string;
  readonly input: unknown;
};

/** The answer to a request; id 0 tells whether the archive could be opened. */
export type WorkerReply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly error: ErrorData };
