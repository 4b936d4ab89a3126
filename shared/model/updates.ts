import type { EpochMs } from './ids.ts';

/** How the search for a newer Sidetone stands. */
export type UpdateState =
  | { readonly name: 'idle'; readonly checkedAt: EpochMs | undefined }
  | { readonly name: 'checking' }
  | { readonly name: 'downloading'; readonly version: string; readonly percent: number }
  /** Fetched and checked; it is installed when the user says so. */
  | { readonly name: 'ready'; readonly version: string }
  /** The last search, or the download, came to nothing. */
  | { readonly name: 'failed'; readonly at: EpochMs };

/** What a restart would cut off. */
export type UpdateObstacle = 'call' | 'texts';

export type UpdateView = {
  /** The version that runs. */
  readonly version: string;
  /** Whether this copy can replace itself: one from an installer of ours. */
  readonly canUpdate: boolean;
  readonly state: UpdateState;
  readonly obstacle: UpdateObstacle | undefined;
  /** Until when the user does not want to hear of it, when they said *Later*. */
  readonly laterUntil: EpochMs | undefined;
  /**
   * Of an archive that a newer Sidetone has changed: when its copy from before that was made. The user
   * may go back to it.
   */
  readonly copyBefore: { readonly madeAt: EpochMs } | undefined;
};
