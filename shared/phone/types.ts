import type { E164 } from '../model/ids.ts';

/** Where a call would go, and what RingOut cannot send and the user has to key in. */
export type DialTarget = {
  readonly number: E164;
  /** An extension or post-dial digits, as digits with `,` for pauses. */
  readonly keyIn: string | undefined;
};
