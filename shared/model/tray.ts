import type { E164 } from './ids.ts';
import type { QuietView } from './notifications.ts';
import type { PresenceView } from './presence.ts';

/** Somebody the user was in touch with last, by the number that was used. */
export type TrayPerson = {
  /** Their name, or else the number as it is read. */
  readonly label: string;
  readonly number: E164;
  /** The number as it is read. */
  readonly shown: string;
};

/** What the desktop shows of Sidetone while no window of it is in sight. */
export type TrayView = {
  /** `offline`: signed in, and RingCentral is out of reach. */
  readonly standing: 'signed-out' | 'offline' | 'ready';
  /** What waits to be looked at. */
  readonly unread: {
    readonly texts: number;
    readonly calls: number;
    readonly voicemails: number;
  };
  /** The last ones, the latest first; at most five. */
  readonly people: readonly TrayPerson[];
  readonly quiet: QuietView;
  readonly presence: PresenceView;
};
