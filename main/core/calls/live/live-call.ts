import type { EpochMs } from '../../../../shared/model/ids.ts';
import type { ServerLiveCall } from '../../ringcentral/records.ts';

/** A call of the user's as it stands, told by push and asked for after a gap. */
export type LiveCall = ServerLiveCall & {
  /** When Sidetone first saw it answered; presence does not tell. */
  readonly answeredAt: EpochMs | undefined;
  readonly endedAt: EpochMs | undefined;
};

/** What changed of a call; `before` is missing for one that was not known. */
export type LiveChange = { readonly call: LiveCall; readonly before: LiveCall | undefined };

/** The user's calls that ring or talk now, and for a moment those that have just ended. */
export type LiveCalls = {
  start(): void;
  stop(): void;
  list(): readonly LiveCall[];
  get(telephonySessionId: string): LiveCall | undefined;
  /** Hears each change once, in order; answers what stops it. */
  onChange(listener: (change: LiveChange) => void): () => void;
  /** Asks presence now: after waking, and while something is followed without push. */
  refresh(): void;
};
