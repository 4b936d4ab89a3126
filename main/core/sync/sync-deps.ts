import type { Archive } from '../db/define-query.ts';
import type { Events } from '../events.ts';
import type { Ports } from '../ports.ts';
import type { RingCentralClient } from '../ringcentral/api.ts';
import type { Session } from '../session/service.ts';

/** What the engine and its feeds work with. */
export type SyncDeps = {
  readonly ports: Pick<Ports, 'clock' | 'log'>;
  readonly client: Pick<
    RingCentralClient,
    'api' | 'getClockAheadMs' | 'getConnection' | 'onStatus' | 'push'
  >;
  readonly archive: Archive;
  readonly events: Pick<Events, 'changed' | 'on'>;
  readonly session: Pick<
    Session,
    'getView' | 'homeCountry' | 'isSignedIn' | 'listOwnNumbers' | 'onSignedIn'
  >;
  /** The message store has been read and written: texts of unknown outcome can be looked up. */
  readonly onMessagesSynced: () => Promise<void>;
};
