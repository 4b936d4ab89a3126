import type { Check, CheckItem } from '../../../../shared/model/diagnostics.ts';
import type { EpochMs } from '../../../../shared/model/ids.ts';
import type { PushView, SessionView } from '../../../../shared/model/session.ts';
import type { RateBudget } from '../../ringcentral/api.ts';
import type { Outcome } from '../../ringcentral/outcome.ts';
import type { FeedStanding } from '../../sync/engine.ts';
import { check, skipped, worst } from './check.ts';
import { hostOf } from './account.ts';

/** How a request to RingCentral went, and how long its answer took in milliseconds. */
export type Probe = { readonly outcome: Outcome<unknown>; readonly ms: number };

/** From here on a clock that is off gets in the way of tokens and of what is newest. */
const clockTroubleMs = 2 * 60_000;
/** A group with fewer free slots than this share of them is low. */
const lowShare = 0.2;

/** Feeds that have not been read for so long are behind. */
const staleMs: Readonly<Record<FeedStanding['feed'], number>> = {
  messages: 15 * 60_000,
  calls: 30 * 60_000,
  contacts: 2 * 60 * 60_000,
  directory: 24 * 60 * 60_000,
};

/** Whether RingCentral answers, and whether it is RingCentral that does. */
export function checkServer(view: SessionView, probe: Probe | undefined): Check {
  if (!probe || view.serverUrl === undefined) return skipped('server');
  const host = hostOf(view.serverUrl);
  const { outcome, ms } = probe;
  const answered = outcome.kind === 'ok' || outcome.kind === 'refused';
  if (answered || outcome.failure.kind === 'auth') {
    return check('server', 'pass', 'server.reached', { params: { host, ms: Math.round(ms) } });
  }
  const isForeign = outcome.failure.message === 'network.not-ringcentral';
  return check('server', 'fail', isForeign ? 'server.foreign' : 'server.away', {
    params: { host },
    fix: 'try-again',
  });
}

/** Whether this computer's clock goes with RingCentral's. */
export function checkClock(aheadMs: number | undefined): Check {
  if (aheadMs === undefined) return check('clock', 'skipped', 'clock.unknown');
  if (Math.abs(aheadMs) < clockTroubleMs) return check('clock', 'pass', 'clock.right');
  return check('clock', 'warn', 'clock.off', {
    params: { minutes: Math.round(Math.abs(aheadMs) / 60_000), ahead: aheadMs > 0 ? 1 : 0 },
  });
}

/** How much of each rate-limit group is left (RingCentral's guide to rate limits). */
export function checkRateBudget(budgets: readonly RateBudget[], now: EpochMs): Check {
  const items = budgets.map(({ group, limit, used, pausedUntil }): CheckItem => {
    const isPaused = pausedUntil !== undefined && pausedUntil > now;
    const isLow = limit - used < limit * lowShare;
    return {
      name: group,
      outcome: isPaused || isLow ? 'warn' : 'pass',
      params: { used, limit, ...(isPaused && { resumesAt: pausedUntil }) },
    };
  });
  const isPaused = items.some(({ params }) => params?.['resumesAt'] !== undefined);
  const outcome = worst(items);
  if (isPaused) return check('rate-budget', outcome, 'rate-budget.paused', { items });
  return check(
    'rate-budget',
    outcome,
    outcome === 'pass' ? 'rate-budget.free' : 'rate-budget.low',
    {
      items,
    },
  );
}

/** Whether news come by themselves. */
export function checkPush(push: PushView): Check {
  switch (push.state) {
    case 'connected':
      return check('push', 'pass', 'push.connected', { params: { sinceAt: push.sinceAt } });
    case 'connecting':
      // As at every start: it takes a moment, and nothing is wrong with it.
      return check('push', 'skipped', 'push.waiting');
    case 'waiting':
      return check('push', 'warn', 'push.waiting', {
        params: { retryAt: push.retryAt },
        fix: 'try-again',
      });
    case 'off': {
      if (!push.reason) return check('push', 'skipped', 'push.off');
      const permission = push.reason.params?.['permission'];
      return check('push', 'warn', 'push.refused', {
        ...(permission !== undefined && { params: { permission } }),
      });
    }
  }
}

/** Whether the archive is up to date, feed by feed. */
export function checkSync(feeds: readonly FeedStanding[], now: EpochMs): Check {
  const items = feeds.map(({ feed, lastSyncedAt, failure }): CheckItem => {
    const isCurrent = lastSyncedAt !== undefined && now - lastSyncedAt < staleMs[feed];
    const isForbidden = failure?.message.startsWith('permission.') === true;
    return {
      name: feed,
      outcome: isCurrent && !failure ? 'pass' : 'warn',
      params: {
        ...(lastSyncedAt !== undefined && { lastSyncedAt }),
        ...(failure && { code: failure.code }),
        ...(isForbidden && { forbidden: 1 }),
      },
    };
  });
  const behind = items.filter(({ outcome }) => outcome !== 'pass');
  const forbidden = behind.filter(({ params }) => params?.['forbidden'] !== undefined).length;
  if (feeds.every(({ lastSyncedAt }) => lastSyncedAt === undefined)) {
    return check('sync', 'warn', 'sync.never', { items, fix: 'try-again' });
  }
  if (behind.length === 0) return check('sync', 'pass', 'sync.current', { items });
  return check('sync', 'warn', 'sync.behind', {
    items,
    params: { forbidden },
    // What is not permitted stays so however often it is tried.
    fix: forbidden < behind.length ? 'try-again' : undefined,
  });
}
