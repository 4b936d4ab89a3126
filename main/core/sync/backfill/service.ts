import { failure, type Failure } from '../../../../shared/failure.ts';
import type { BackfillView } from '../../../../shared/model/backfill.ts';
import type { EpochMs } from '../../../../shared/model/ids.ts';
import type { RateGroup } from '../../../../shared/model/session.ts';
import type { RateBudget } from '../../ringcentral/api.ts';
import type { CallWriter } from '../calls/writer.ts';
import type { MessageWriter } from '../messages/writer.ts';
import type { Feed } from '../rows.ts';
import type { SyncDeps } from '../sync-deps.ts';
import { estimateMs, progressOf } from './plan.ts';
import { readProgress, setPaused, type FeedProgress } from './queries.ts';
import type { BackfillFeed } from './rows.ts';
import { createWalker, type Walker } from './walker.ts';

/** Fetches what is older than Sidetone, as far back as RingCentral has it. */
export type Backfill = {
  /** Goes on where it was, once a feed has been synced; forgets nothing over a restart. */
  start(): Promise<void>;
  stop(): void;
  /** A feed has been synced: there may be a beginning, or a gap to fill. */
  noteSynced(feed: Feed): void;
  getView(): Promise<BackfillView>;
  pause(): Promise<BackfillView>;
  resume(): Promise<BackfillView>;
};

const feeds: readonly BackfillFeed[] = ['messages', 'calls'];
/** Which group a feed's lists are in, and what of it syncs take in a minute besides. */
const groups: Readonly<Record<BackfillFeed, { group: RateGroup; others: number }>> = {
  messages: { group: 'light', others: 10 + 4 },
  calls: { group: 'heavy', others: 3 },
};

/** Builds it; it asks for nothing before `start`. */
export function createBackfill(
  deps: SyncDeps,
  write: { readonly messages: MessageWriter; readonly calls: CallWriter },
): Backfill {
  const { archive, client, events, session } = deps;
  const { clock, log } = deps.ports;
  const stopListening: (() => void)[] = [];
  /** Unknown before the archive has told. */
  let isPaused = true;

  const now = (): EpochMs => clock.now() - (client.getClockAheadMs() ?? 0);
  const onChange = (): void => events.changed({ area: 'backfill' });

  /** Why nothing can be asked at all; undefined when something can. */
  const hindrance = (feed: BackfillFeed): Failure | undefined => {
    const signedIn = session.requireSignedIn();
    if (!signedIn.ok) return signedIn.failure;
    const connection = client.getConnection();
    if (connection.state === 'offline') return failure('offline', 'network.offline');
    const { canReadCalls, canReadTexts } = session.getView();
    const ability = feed === 'calls' ? canReadCalls : canReadTexts;
    return ability.can ? undefined : ability.failure;
  };
  const common = (feed: BackfillFeed) => ({
    archive,
    clock,
    log,
    now,
    onChange,
    mayGo: () => !isPaused && hindrance(feed) === undefined,
  });
  const walkers: Readonly<Record<BackfillFeed, Walker>> = {
    messages: createWalker({
      ...common('messages'),
      source: {
        feed: 'messages',
        list: client.api.messages.list,
        timeOf: ({ createdAt }) => createdAt,
        write: (page, steps) => write.messages(page, { steps }),
      },
    }),
    calls: createWalker({
      ...common('calls'),
      source: {
        feed: 'calls',
        list: client.api.callLog.list,
        timeOf: ({ startedAt }) => startedAt,
        async write(page, steps) {
          await write.calls(page, { steps });
          return { heldBack: 0 };
        },
      },
    }),
  };
  const goNow = (): void => feeds.forEach((feed) => walkers[feed].goNow());

  const hearStatus = (): void => {
    onChange();
    // What failed has a time of its own: it may be these lists alone that are not answered.
    feeds.forEach((feed) => walkers[feed].go());
  };

  const estimateOf = (progress: FeedProgress): number => {
    const { group, others } = groups[progress.feed];
    const budget = client.getRateBudgets().find((each) => each.group === group);
    const { measure, windowMs } = walkers[progress.feed];
    const perMinute = slotsFor(budget, others);
    return estimateMs(progress, { measure, windowMs }, { perMinute, now: now() });
  };

  const getView = async (): Promise<BackfillView> => {
    const progress = await archive.read(readProgress, undefined);
    const of = (feed: BackfillFeed) => progress.feeds.find((each) => each.feed === feed);
    const isOver = (feed: BackfillFeed): boolean => {
      const found = of(feed);
      return found !== undefined && found.isDone && found.gaps.length === 0;
    };
    const open = feeds.filter((feed) => !isOver(feed));
    const blocked = open.map((feed) => hindrance(feed) ?? walkers[feed].failure);
    const isMoving = open.some((feed, index) => of(feed) && blocked[index] === undefined);
    const shares = feeds.map((feed) => progressOf(of(feed), now()));
    return {
      state:
        open.length === 0
          ? 'done'
          : progress.isPaused
            ? 'paused'
            : isMoving
              ? 'running'
              : 'waiting',
      feeds: feeds.map((feed) => ({
        feed,
        reachesBackTo: of(feed)?.reachedAt,
        isDone: isOver(feed),
        records: of(feed)?.records ?? 0,
      })),
      progress: open.length === 0 ? 1 : shares.reduce((sum, share) => sum + share) / feeds.length,
      estimateMs:
        progress.feeds.length === 0
          ? undefined
          : Math.max(...progress.feeds.map((each) => estimateOf(each))),
      failure: isMoving ? undefined : blocked.find((reason) => reason !== undefined),
    };
  };

  const set = async (pausedNow: boolean): Promise<BackfillView> => {
    await archive.write(setPaused, { isPaused: pausedNow, at: clock.now() });
    isPaused = pausedNow;
    onChange();
    if (!isPaused) goNow();
    return getView();
  };

  return {
    async start() {
      stopListening.push(session.onSignedIn(goNow), client.onStatus(hearStatus));
      ({ isPaused } = await archive.read(readProgress, undefined));
      goNow();
    },
    stop() {
      stopListening.forEach((stopOne) => stopOne());
      feeds.forEach((feed) => walkers[feed].stop());
    },
    noteSynced(feed) {
      if (feed === 'messages' || feed === 'calls') walkers[feed].go();
    },
    getView,
    pause: () => set(true),
    resume: () => set(false),
  };
}

/** Requests a minute that are left for the backfill when nobody calls or texts. */
function slotsFor(budget: RateBudget | undefined, others: number): number {
  if (!budget) return 1;
  return Math.max(1, budget.limit - budget.reservedForCalls - others);
}
