import type { EpochMs } from '../../../shared/model/ids.ts';
import type { WebhookResult } from '../../../shared/model/webhooks.ts';
import { doubledMs } from '../backoff.ts';
import type { Archive } from '../db/define-query.ts';
import type { Feed } from '../feed/service.ts';
import { createLookout } from '../lookout.ts';
import type { Clock, Log, Random } from '../ports.ts';
import {
  getWebhook,
  listDueDeliveries,
  nextDueAt,
  saysAway,
  settleDelivery,
  type DueDelivery,
  type Settlement,
} from './queries.ts';
import type { WebhookSecrets } from './secrets.ts';
import type { Sender, Sent } from './sender.ts';
import { sign } from './signature.ts';

/** How long a receiver that fails is waited for, and how long at the longest between two attempts. */
const waits = { firstMs: 5_000, longestMs: 60 * 60_000 };
/** Spreads what failed together. */
const jitter = 0.25;
/** Nothing waits for longer than this. */
const longestWaitMs = waits.longestMs * (1 + jitter);
/** What has not arrived so long after it happened is given up, once it has been tried. */
const giveUpMs = 24 * 60 * 60_000;
/** Deliveries of one webhook that are read at once. */
const each = 20;

export type WebhookQueue = {
  start(): Promise<void>;
  /** Cuts off what is on its way; it is told again by the next start, under the same name. */
  stop(): Promise<void>;
  /** Something may be due. */
  look(): void;
};

export type WebhookQueueDeps = {
  readonly archive: Archive;
  readonly feed: Pick<Feed, 'get' | 'standing'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: Pick<Random, 'fraction'>;
  readonly sender: Sender;
  readonly secrets: WebhookSecrets;
  readonly isWanted: () => boolean;
  readonly version: string;
  /** A webhook's figures have changed. */
  readonly tell: () => void;
};

/** Tells webhooks what they wait for: each webhook by itself, its events in their order. */
export function createWebhookQueue(deps: WebhookQueueDeps): WebhookQueue {
  const { archive, clock, log, random, sender } = deps;
  /** What is under way, by webhook. */
  const running = new Map<number, Promise<void>>();
  const broken: unknown[] = [];

  /** Answers whether the next event may follow. */
  const deliver = async (epoch: string, delivery: DueDelivery): Promise<boolean> => {
    const { webhookId, seq } = delivery;
    const [event, webhook] = await Promise.all([
      deps.feed.get(seq),
      archive.read(getWebhook, { id: webhookId }),
    ]);
    // Removed or switched off while others were told.
    if (webhook === undefined || !webhook.isOn) return false;
    const settle = async (settlement: Settlement, result?: WebhookResult): Promise<void> => {
      const now = clock.now();
      await archive.write(
        settleDelivery,
        { webhookId, seq, now, latest: now + longestWaitMs, result, settlement },
        'background',
      );
      deps.tell();
    };
    if (event === undefined) {
      await settle({ next: 'done' });
      return true;
    }
    // Read in with the first event: most people never have a webhook.
    const { eventId, toTold } = await import('../feed/told.ts');
    const secret = await deps.secrets.get(webhookId);
    // What stopping could not cut off, because it was not on its way yet, does not begin.
    if (!lookout.isRunning()) return false;
    const sent: Sent =
      secret === undefined
        ? { result: { kind: 'no-secret' } }
        : await sender.send(
            webhook.url,
            ...toRequest({
              secret,
              type: event.type,
              delivery: `${eventId(epoch, seq)}.${webhookId}`,
              body: JSON.stringify(toTold(event, epoch)),
              now: clock.now(),
              version: deps.version,
            }),
          );
    // Cut off by stopping: nobody knows, so it is told again.
    if (!lookout.isRunning()) return false;
    const { result } = sent;
    const settlement = toSettlement(delivery, sent, clock.now(), random.fraction());
    await settle(settlement, result);
    if (result.kind !== 'arrived') {
      const { kind } = result;
      log.info('a webhook was not told', { webhook: webhookId, kind, next: settlement.next });
    }
    return settlement.next === 'done' || settlement.next === 'give-up'
      ? true
      : settlement.next === 'wait' && !settlement.forAll;
  };

  const deliverInOrder = async (
    epoch: string,
    deliveries: readonly DueDelivery[],
  ): Promise<void> => {
    for (const delivery of deliveries) {
      if (!lookout.isRunning() || !(await deliver(epoch, delivery))) return;
    }
  };

  /** Tells one webhook, while the others are looked after; then it is looked at again. */
  const begin = (webhookId: number, epoch: string, deliveries: readonly DueDelivery[]): void => {
    const told = deliverInOrder(epoch, deliveries)
      .catch((error: unknown) => void broken.push(error))
      .finally(() => {
        running.delete(webhookId);
        lookout.look();
      });
    running.set(webhookId, told);
  };

  const lookOnce = async (): Promise<void> => {
    // Thrown here, what broke is logged, and is not tried again at once.
    if (broken.length > 0) throw broken.splice(0)[0];
    const feed = deps.isWanted() ? await deps.feed.standing() : undefined;
    if (feed === undefined) return;
    const now = clock.now();
    const input = { now, latest: now + longestWaitMs, each, busy: [...running.keys()] };
    const due = await archive.read(listDueDeliveries, input);
    const byWebhook = Map.groupBy(due, ({ webhookId }) => webhookId);
    for (const [webhookId, mine] of byWebhook) begin(webhookId, feed.epoch, mine);
    const next = await archive.read(nextDueAt, { busy: [...running.keys()] });
    if (next !== undefined) lookout.wait(next - clock.now());
  };

  const lookout = createLookout({ ...deps, lookOnce, trouble: 'webhooks could not be told' });

  return {
    start: lookout.start,
    look: lookout.look,
    async stop() {
      const stopped = lookout.stop();
      sender.stop();
      await stopped;
      await Promise.all(running.values());
    },
  };
}

/** Headers and body of a request to a webhook. */
export function toRequest(input: {
  readonly secret: string;
  readonly type: string;
  readonly delivery: string;
  readonly body: string;
  readonly now: EpochMs;
  readonly version: string;
}): readonly [headers: Readonly<Record<string, string>>, body: string] {
  const { secret, type, delivery, body, now, version } = input;
  return [
    {
      'Content-Type': 'application/json',
      'User-Agent': `Sidetone/${version}`,
      'Sidetone-Event': type,
      'Sidetone-Delivery': delivery,
      'Sidetone-Signature': sign(secret, now, body),
    },
    body,
  ];
}

/** What becomes of a delivery after an attempt. `fraction` is at least 0 and below 1. */
export function toSettlement(
  delivery: DueDelivery,
  { result, pauseMs = 0 }: Sent,
  now: EpochMs,
  fraction: number,
): Settlement {
  if (result.kind === 'arrived') return { next: 'done' };
  if (result.kind === 'gone') return { next: 'switch-off' };
  if (now - delivery.at >= giveUpMs) return { next: 'give-up' };
  // A receiver may ask for more time, but not for so much that it is forgotten.
  const askedMs = Math.min(pauseMs, waits.longestMs);
  const waitMs = Math.max(doubledMs(waits, delivery.attempts), askedMs) * (1 + jitter * fraction);
  // An answer to this one event alone says little about the others.
  return { next: 'wait', until: Math.round(now + waitMs), forAll: saysAway(result) };
}
