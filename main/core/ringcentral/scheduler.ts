import type { EpochMs } from '../../../shared/model/ids.ts';
import type { PausedGroup, RateGroup } from '../../../shared/model/session.ts';
import type { Clock } from '../ports.ts';
import { retryAfterMs } from '../retry-after.ts';
import type { RateBudget } from './api.ts';
import type { Lane } from './outcome.ts';
import {
  defaultLimits,
  groupOf,
  parseGroup,
  reservedForCalls,
  reservedForUser,
  reservedFromBackfill,
} from './rate-groups.ts';
import { createRateWindow, type RateFigures, type RateWindow, type Slot } from './rate-window.ts';

const lanes: readonly Lane[] = ['call', 'user', 'outbox', 'sync', 'backfill'];
const rateGroups: readonly RateGroup[] = ['light', 'medium', 'heavy', 'auth'];

/** Thrown to a request that is not let out: nothing of it was written. */
export class NotAdmitted extends Error {
  override readonly name = 'NotAdmitted';
  readonly reason: 'paused' | 'stopped' | 'aborted';
  readonly group: RateGroup;
  /** For `paused`: how long the group cannot be used, and until when. */
  readonly wait: { readonly ms: number; readonly until: EpochMs } | undefined;

  constructor(reason: NotAdmitted['reason'], group: RateGroup, wait?: NotAdmitted['wait']) {
    super(`request not admitted to ${group}: ${reason}`);
    this.reason = reason;
    this.group = group;
    this.wait = wait;
  }
}

/** A request's leave to go out, to be handed back with what became of it. */
export type Pass = {
  /** An answer came; its headers correct our figures, and 429 stops the group. */
  answered(status: number, headers: Headers): void;
  /** No answer, but the server may have counted it. */
  lost(): void;
  /** It was certainly never written. */
  unused(): void;
};

export type Admission = {
  readonly route: string;
  readonly lane: Lane;
  readonly signal: AbortSignal | undefined;
};

/** Carries every request to RingCentral: one sliding window and one priority order per group. */
export type Scheduler = {
  /** Resolves when the request may leave; rejects with NotAdmitted. */
  admit(admission: Admission): Promise<Pass>;
  getPausedGroups(): readonly PausedGroup[];
  /** How much of each group is spent. */
  getBudgets(): readonly RateBudget[];
  /** Hears that a group stopped or resumed. */
  onPause(listener: () => void): () => void;
  stop(): void;
};

type Waiter = {
  readonly route: string;
  readonly lane: Lane;
  /** Where it waits; the server may say that it belongs elsewhere. */
  queue: Queue;
  readonly go: (slot: Slot) => void;
  readonly refuse: (error: NotAdmitted) => void;
};

type Queue = {
  readonly group: RateGroup;
  readonly window: RateWindow;
  waiting: Waiter[];
  cancelTimer: () => void;
  cancelResume: () => void;
};

const nothing = (): void => undefined;

/** Builds the scheduler; it holds no timer while nothing waits and no group is stopped. */
export function createScheduler(clock: Clock): Scheduler {
  const queues: Readonly<Record<RateGroup, Queue>> = {
    light: createQueue('light'),
    medium: createQueue('medium'),
    heavy: createQueue('heavy'),
    auth: createQueue('auth'),
  };
  const learned = new Map<string, RateGroup>();
  const listeners = new Set<() => void>();
  let stopped = false;

  const tell = (): void => listeners.forEach((listener) => listener());

  /** Lets out whoever may leave now, in lane order, and comes back when the next one may. */
  const pump = (queue: Queue): void => {
    queue.cancelTimer();
    queue.cancelTimer = nothing;
    for (;;) {
      const next = firstOf(queue.waiting);
      if (!next) return;
      const now = clock.now();
      const at = queue.window.earliest(next.lane, now);
      if (at > now) {
        queue.cancelTimer = clock.schedule(at - now, () => pump(queue));
        return;
      }
      queue.waiting = queue.waiting.filter((other) => other !== next);
      next.go(queue.window.take(next.lane));
    }
  };

  const stopGroup = (queue: Queue, askedMs: number | undefined): void => {
    queue.window.pause(askedMs, clock.now());
    resumeWhenOver(queue);
    tell();
  };
  const resumeWhenOver = (queue: Queue): void => {
    const now = clock.now();
    const until = queue.window.pausedUntil(now);
    queue.cancelResume();
    if (until !== undefined) {
      // A timer may come a moment early, and the clock may be put back meanwhile.
      queue.cancelResume = clock.schedule(until - now, () => resumeWhenOver(queue));
      return;
    }
    tell();
    pump(queue);
  };

  /** What waits for an endpoint goes where the server counts it: that group may be stopped. */
  const learn = (route: string, group: RateGroup, from: Queue): void => {
    learned.set(route, group);
    const to = queues[group];
    const moving = from.waiting.filter((waiter) => waiter.route === route);
    for (const waiter of moving) waiter.queue = to;
    from.waiting = from.waiting.filter((waiter) => waiter.route !== route);
    to.waiting.push(...moving);
  };

  const passFor = (route: string, queue: Queue, slot: Slot): Pass => {
    const settle = (): void => {
      queue.window.settle(slot, clock.now());
      pump(queue);
    };
    return {
      answered(status, headers) {
        const named = parseGroup(headers.get('x-rate-limit-group'));
        const counted = named ? queues[named] : queue;
        if (named && counted !== queue) learn(route, named, queue);
        const now = clock.now();
        queue.window.settle(slot, now);
        counted.window.adopt(figuresOf(headers), now);
        if (status === 429) stopGroup(counted, retryAfterMs(headers.get('retry-after'), now));
        pump(queue);
        if (counted !== queue) pump(counted);
      },
      lost: settle,
      unused() {
        queue.window.giveBack(slot);
        pump(queue);
      },
    };
  };

  return {
    async admit({ route, lane, signal }) {
      const group = learned.get(route) ?? groupOf(route);
      if (!group) return freePass;
      if (stopped) throw new NotAdmitted('stopped', group);
      if (signal?.aborted) throw new NotAdmitted('aborted', group);
      const queue = queues[group];
      const at = queue.window.earliest(lane, clock.now());
      // A call is never queued, and neither is a token a call may be waiting for.
      if (lane === 'call' || group === 'auth') {
        const ms = at - clock.now();
        if (ms > 0) throw new NotAdmitted('paused', group, { ms, until: at });
        return passFor(route, queue, queue.window.take(lane));
      }
      const { slot, from } = await enqueue({ route, lane, signal }, queue, pump);
      return passFor(route, from, slot);
    },
    getPausedGroups: () =>
      rateGroups.flatMap((group) => {
        const resumesAt = queues[group].window.pausedUntil(clock.now());
        return resumesAt === undefined ? [] : [{ group, resumesAt }];
      }),
    getBudgets: () =>
      rateGroups.map((group) => {
        const { window } = queues[group];
        const { limit, used } = window.getFigures(clock.now());
        const pausedUntil = window.pausedUntil(clock.now());
        return { group, limit, used, reservedForCalls: reservedForCalls[group], pausedUntil };
      }),
    onPause(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      stopped = true;
      for (const queue of Object.values(queues)) {
        queue.cancelTimer();
        queue.cancelResume();
        for (const { refuse } of queue.waiting) refuse(new NotAdmitted('stopped', queue.group));
        queue.waiting = [];
      }
    },
  };
}

function createQueue(group: RateGroup): Queue {
  const window = createRateWindow({
    limit: defaultLimits[group],
    reservedForCalls: reservedForCalls[group],
    reservedForUser: reservedForUser[group],
    reservedFromBackfill: reservedFromBackfill[group],
  });
  return { group, window, waiting: [], cancelTimer: nothing, cancelResume: nothing };
}

/** What an unlimited endpoint gets (RingCentral's guide to rate limits: `GET /restapi`). */
const freePass: Pass = { answered: nothing, lost: nothing, unused: nothing };

function firstOf(waiting: readonly Waiter[]): Waiter | undefined {
  for (const lane of lanes) {
    const first = waiting.find((waiter) => waiter.lane === lane);
    if (first) return first;
  }
  return undefined;
}

function enqueue(
  { route, lane, signal }: Admission,
  first: Queue,
  pump: (queue: Queue) => void,
): Promise<{ readonly slot: Slot; readonly from: Queue }> {
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      const { queue } = waiter;
      queue.waiting = queue.waiting.filter((other) => other !== waiter);
      reject(new NotAdmitted('aborted', queue.group));
      pump(queue);
    };
    const waiter: Waiter = {
      route,
      lane,
      queue: first,
      go(slot) {
        signal?.removeEventListener('abort', leave);
        resolve({ slot, from: waiter.queue });
      },
      refuse(error) {
        signal?.removeEventListener('abort', leave);
        reject(error);
      },
    };
    signal?.addEventListener('abort', leave, { once: true });
    first.waiting.push(waiter);
    pump(first);
  });
}

/** No plan has more; a header that says so would only cost memory, or stop a group for good. */
const mostRequests = 10_000;
const longestWindowMs = 60 * 60_000;

function figuresOf(headers: Headers): RateFigures {
  const windowSeconds = wholeNumber(headers.get('x-rate-limit-window'));
  const limit = wholeNumber(headers.get('x-rate-limit-limit'));
  return {
    limit: limit ? Math.min(limit, mostRequests) : undefined,
    remaining: wholeNumber(headers.get('x-rate-limit-remaining')),
    windowMs: windowSeconds ? Math.min(windowSeconds * 1_000, longestWindowMs) : undefined,
  };
}

function wholeNumber(text: string | null): number | undefined {
  return text !== null && /^\d{1,9}$/.test(text.trim()) ? Number(text) : undefined;
}
