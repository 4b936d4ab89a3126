import type { BackfillFeed, BackfillView } from '../../../shared/model/backfill.ts';
import { longDate } from '../../app/format.ts';
import { strings } from '../../../shared/strings/strings.ts';
import type { Fact } from '../../ui/facts.tsx';

const words = strings.backfill;

/** How it stands, in one sentence. */
export function stateWords({ state, failure, feeds }: BackfillView): string {
  if (state !== 'waiting') return words.states[state];
  if (failure) return words.waitingFor(strings.failures(failure).title);
  const hasBegun = feeds.some(({ reachesBackTo }) => reachesBackTo !== undefined);
  return hasBegun ? words.states.waiting : words.firstSync;
}

/** How long it will still take; nothing while it does not move. */
export function estimateWords({ state, estimateMs }: BackfillView): string | undefined {
  if (state !== 'running' || estimateMs === undefined) return undefined;
  return words.left(Math.round(estimateMs / 60_000));
}

/** How far back each kind of record reaches. */
export function reachFacts(view: BackfillView): readonly Fact[] {
  return view.feeds.map((feed) => [words.feeds[feed.feed], reachOf(feed)]);
}

function reachOf({ isDone, reachesBackTo }: BackfillFeed): string {
  if (isDone) return words.isDone;
  return reachesBackTo === undefined
    ? words.notBegun
    : words.reachesBackTo(longDate(reachesBackTo));
}
