import type { Archive } from '../db/define-query.ts';
import type { Events } from '../events.ts';
import { createFeed, type Feed } from '../feed/service.ts';
import type { Ports } from '../ports.ts';
import type { Handlers } from '../rpc/router.ts';
import { createWebhookHandlers, type WebhookCall } from './handlers.ts';
import { createWebhooks } from './service.ts';

/** What other programs are told of, and those that have left an address. */
export type Telling = {
  readonly feed: Feed;
  readonly handlers: Handlers<WebhookCall>;
  start(): Promise<void>;
  /** Resolves when the archive is left alone. */
  stop(): Promise<void>;
  /** The computer woke up or the network came back. */
  resume(): void;
};

export type TellingDeps = {
  readonly ports: Ports;
  readonly archive: Archive;
  readonly events: Pick<Events, 'changed' | 'on'>;
  /** Whether other programs may be told of anything. */
  readonly isWanted: () => boolean;
  readonly getClockAheadMs: () => number | undefined;
};

/** Puts them together; nothing happens before `start`. */
export function createTelling(deps: TellingDeps): Telling {
  const { clock, log, random } = deps.ports;
  const feed = createFeed({ ...deps, clock, log, random });
  const webhooks = createWebhooks({ ...deps, feed });
  return {
    feed,
    handlers: createWebhookHandlers(webhooks),
    async start() {
      // First those who listen: what the feed finds, it tells them.
      await webhooks.start();
      await feed.start();
    },
    async stop() {
      await feed.stop();
      await webhooks.stop();
    },
    resume: webhooks.resume,
  };
}
