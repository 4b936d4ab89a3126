import type { Capability } from './session.ts';

/** What colleagues see of the user, as the user chooses it (RingCentral's `userStatus`). */
export const presenceStatuses = ['available', 'busy', 'invisible'] as const;
export type PresenceStatus = (typeof presenceStatuses)[number];

export type PresenceView = {
  /** Undefined while RingCentral has not told. */
  readonly status: PresenceStatus | undefined;
  /** Choosing it: the EditPresence permission. */
  readonly canSet: Capability;
};
