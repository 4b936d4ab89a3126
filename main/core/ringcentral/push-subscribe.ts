import { failure, type Failure } from '../../../shared/failure.ts';
import type { Clock, Log } from '../ports.ts';
import type { ChannelAnswer } from './push-channel.ts';
import { toFailure } from './errors.ts';
import { withoutRefused, type PushFilter } from './push-filters.ts';
import type { Line } from './push-line.ts';
import { readSubscription } from './push-wire.ts';
import { NotAdmitted, type Pass, type Scheduler } from './scheduler.ts';

const path = '/restapi/v1.0/subscription';
/** The account has as many subscriptions as it may have (SUB-505): others have to end first. */
const fullMs = 5 * 60_000;

export type Subscribed =
  | { readonly kind: 'ok'; readonly id: string }
  /** Refused for good when `isFinal`. */
  | { readonly kind: 'refused'; readonly failure: Failure; readonly isFinal: boolean }
  /** The line ended, or nobody answered. */
  | { readonly kind: 'lost' };

export type SubscribeTools = {
  readonly clock: Clock;
  readonly log: Log;
  readonly admit: Scheduler['admit'];
  readonly signal: AbortSignal;
};

/**
 * Subscribes over a line, doing without the filters that RingCentral refuses; `onRefused` hears
 * which. The request goes over the socket, but counts like any other: the scheduler admits it.
 */
export async function subscribe(
  line: Line,
  wanted: readonly PushFilter[],
  onRefused: (filters: readonly PushFilter[]) => void,
  tools: SubscribeTools,
): Promise<Subscribed> {
  let filters = wanted;
  for (;;) {
    const answer = await ask(line, filters, tools);
    if (!answer) return { kind: 'lost' };
    const taken = isOk(answer) ? readSubscription(answer.body) : undefined;
    if (taken) {
      if (taken.disabled > 0) tools.log.info('filters are off', { count: taken.disabled });
      return { kind: 'ok', id: taken.id };
    }
    const refusal = toRefusal(answer, tools.clock);
    if (refusal.kind !== 'refused' || !refusal.isFinal) return refusal;
    const left = withoutRefused(filters, refusal.failure);
    // With nothing left to do without, or nothing left at all, the refusal stands.
    if (left.length === filters.length || left.length === 0) return refusal;
    onRefused(filters.filter((filter) => !left.includes(filter)));
    filters = left;
  }
}

async function ask(
  line: Line,
  filters: readonly PushFilter[],
  { admit, signal }: SubscribeTools,
): Promise<ChannelAnswer | undefined> {
  let pass: Pass;
  try {
    pass = await admit({ route: `POST ${path}`, lane: 'sync', signal });
  } catch (error) {
    if (error instanceof NotAdmitted) return undefined;
    throw error;
  }
  const answer = await line.request('POST', path, {
    eventFilters: filters.map((filter) => filter.path),
    deliveryMode: { transportType: 'WebSocket' },
  });
  if (answer) pass.answered(answer.status, answer.headers);
  else pass.lost();
  return answer;
}

function toRefusal({ status, headers, body }: ChannelAnswer, clock: Clock): Subscribed {
  if (status >= 200 && status < 300)
    return { kind: 'refused', failure: failure('offline', 'server.error'), isFinal: false };
  const text = JSON.stringify(body ?? {});
  const reason = toFailure('other', { status, headers, body: text, at: clock.now() });
  if (reason.code === 'SUB-505')
    return { kind: 'refused', failure: { ...reason, retry: { afterMs: fullMs } }, isFinal: false };
  return { kind: 'refused', failure: reason, isFinal: isFinalStatus(status) };
}

/** A refusal that asking again would only repeat. */
export function isFinalStatus(status: number): boolean {
  return status >= 400 && status < 500 && status !== 401 && status !== 408 && status !== 429;
}

function isOk({ status }: ChannelAnswer): boolean {
  return status >= 200 && status < 300;
}
