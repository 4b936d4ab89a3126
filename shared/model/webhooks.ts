import type { EpochMs, WebhookId } from './ids.ts';
import type { LocalEventType } from './local-events.ts';

/** What came of an attempt to tell a webhook something. */
export type WebhookResult =
  | { readonly kind: 'arrived'; readonly status: number }
  /** It answered with an error; `gone` (410) also means that it wants nothing more. */
  | { readonly kind: 'refused' | 'redirected' | 'gone'; readonly status: number }
  | { readonly kind: 'no-answer' | 'timed-out' | 'no-certificate' }
  /** The secret that signs has been lost with the vault: a new one is needed. */
  | { readonly kind: 'no-secret' };

/** An address that is told of events, each signed with a secret of its own. */
export type WebhookView = {
  readonly id: WebhookId;
  readonly url: string;
  readonly types: readonly LocalEventType[];
  readonly isOn: boolean;
  /** Whether there is a secret to sign with. */
  readonly hasSecret: boolean;
  /** The latest attempt, if there was one. */
  readonly last: { readonly at: EpochMs; readonly result: WebhookResult } | undefined;
  /** Events it has still to be told of. */
  readonly waiting: number;
  /** Events that were given up after a day, since the last one that arrived. */
  readonly givenUp: number;
};

/** A webhook with its secret, which is shown this once. */
export type NewWebhook = { readonly webhook: WebhookView; readonly secret: string };
