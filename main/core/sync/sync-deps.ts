import type { Archive } from '../db/define-query.ts';
import type { Events } from '../events.ts';
import type { Ports } from '../ports.ts';
import type { RingCentralClient } from '../ringcentral/api.ts';
import type { Session } from '../session/service.ts';

/** What the engine, its feeds, the backfill and what looks at them work with. */
export type SyncDeps = {
  readonly ports: Pick<Ports, 'clock' | 'log'>;
  readonly client: Pick<
    RingCentralClient,
    'api' | 'getClockAheadMs' | 'getConnection' | 'getRateBudgets' | 'onStatus' | 'push'
  >;
  readonly archive: Archive;
  readonly events: Pick<Events, 'changed' | 'on'>;
  readonly session: Pick<
    Session,
    'getView' | 'homeCountry' | 'isSignedIn' | 'listOwnNumbers' | 'onSignedIn' | 'requireSignedIn'
  >;
  /** The message store has been read and written: texts of unknown outcome can be looked up. */
  readonly onMessagesSynced: () => Promise<void>;
  /** The user's own words that end texts, beside those of the carriers. */
  readonly stopWords: () => readonly string[];
  /** Of the running Sidetone: what it could not read, another one tries again. */
  readonly version: string;
};
