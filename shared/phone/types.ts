import type { E164 } from '../model/ids.ts';

/** Where a call would go, and what RingOut cannot send and the user has to key in. */
export type DialTarget = {
  readonly number: E164;
  /** An extension or post-dial digits, as digits with `,` for pauses. */
  readonly keyIn: string | undefined;
};

/** What a link asks for. `typed` is the number as a reader sees it, decoded once. */
export type LinkIntent =
  | { readonly kind: 'dial'; readonly typed: string; readonly target: DialTarget }
  | {
      readonly kind: 'message';
      /** At least one. */
      readonly to: readonly { readonly typed: string; readonly target: DialTarget }[];
      readonly body: string | undefined;
    };

/** A number in a longer text: `text.slice(start, end)` is how it is written there. */
export type FoundNumber = {
  readonly start: number;
  readonly end: number;
  readonly target: DialTarget;
};
