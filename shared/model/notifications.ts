import type { EpochMs, ThreadId } from './ids.ts';
import type { Party } from './people.ts';

/** Whether Sidetone keeps quiet now, and why. */
export type QuietView = {
  /** The user's own switch; `undefined` as its end: until it is switched back. */
  readonly own: { readonly until: EpochMs | undefined } | undefined;
  /** RingCentral's do-not-disturb of the extension. */
  readonly server: boolean;
};

/** What the small window for a text was opened for. */
export type QuickText = {
  /** Changes each time it is opened anew. */
  readonly id: string;
  /** An answer to a conversation, or a text to be begun. */
  readonly threadId: ThreadId | undefined;
  readonly to: readonly { readonly number: string; readonly party: Party | undefined }[];
  readonly body: string | undefined;
};
