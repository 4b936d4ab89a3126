import type { Failure } from '../failure.ts';
import type { CountryCode, E164, EpochMs } from './ids.ts';

/** Whether RingCentral can be reached now, and if not, what is in the way. */
export type Connection =
  | { readonly state: 'connecting' }
  | { readonly state: 'online' }
  | {
      readonly state: 'offline';
      readonly cause: 'network' | 'server' | 'maintenance';
      readonly sinceAt: EpochMs;
    };

/** RingCentral's rate-limit groups (FACTS 6). */
export type RateGroup = 'light' | 'medium' | 'heavy' | 'auth';

/** A rate-limit group that is stopped until a time, after RingCentral answered 429. */
export type PausedGroup = { readonly group: RateGroup; readonly resumesAt: EpochMs };

/** Whether something can be done with this account, and the reason if not. */
export type Capability =
  { readonly can: true } | { readonly can: false; readonly failure: Failure };

/** Where tokens are kept: the system's key ring, memory only, or a store that is only obscured. */
export type SecretsStanding = 'os' | 'session-only' | 'weak';

export type AccountView = {
  readonly extensionId: string;
  readonly name: string;
  readonly extensionNumber: string | undefined;
  readonly company: string | undefined;
  readonly homeCountry: CountryCode;
};

export type SessionState = 'signed-out' | 'signing-in' | 'signed-in' | 'expired';

/** Everything the status line and the guards of the screens need to know. */
export type SessionView = {
  readonly state: SessionState;
  readonly demo: boolean;
  readonly serverUrl: string | undefined;
  readonly account: AccountView | undefined;
  /** The number that texts, and calls unless chosen otherwise, go out from. */
  readonly fromNumber: E164 | undefined;
  readonly connection: Connection;
  readonly pausedGroups: readonly PausedGroup[];
  readonly secretsStanding: SecretsStanding;
  readonly canCall: Capability;
  readonly canText: Capability;
};
