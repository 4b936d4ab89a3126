import type { EpochMs } from '../../../shared/model/ids.ts';
import type { AppEvent } from '../../../shared/contract/index.ts';
import { assertNever } from '../../../shared/failure.ts';
import type { SessionView } from '../../../shared/model/session.ts';
import type { PushHint } from '../ringcentral/api.ts';
import { createCallFeed } from './calls/feed.ts';
import type { CallWriter } from './calls/writer.ts';
import { createContactFeeds } from './contacts/feed.ts';
import {
  createFeedRunner,
  type FeedResult,
  type FeedRunner,
  type FeedStanding,
} from './feed-runner.ts';
import { createMessageFeed } from './messages/feed.ts';
import type { MessageWriter } from './messages/writer.ts';
import { countUndelivered, listSyncTimes } from './queries.ts';
import type { Feed } from './rows.ts';
import type { SyncDeps } from './sync-deps.ts';

export type { FeedStanding } from './feed-runner.ts';

/** How often each feed is read by itself. Calls and contacts are Heavy: ten a minute in all. */
const intervalsMs: Readonly<Record<Feed, number>> = {
  messages: 20_000,
  calls: 5 * 60_000,
  contacts: 30 * 60_000,
  directory: 6 * 60 * 60_000,
};
/** While push is there to tell of news, the timer only makes sure. */
const relaxedMs = 5 * 60_000;

/** A storm of hints causes one sync of a feed in this time; the first hint causes one at once. */
const hintSpacingsMs: Readonly<Record<Feed, number>> = {
  messages: 3_000,
  calls: 30_000,
  contacts: 60_000,
  directory: 10 * 60_000,
};

/** Whether a feed can be read, as far as the permissions are known. */
const isPermitted: Readonly<Record<Feed, (view: SessionView) => boolean>> = {
  messages: ({ canReadTexts }) => canReadTexts.can,
  calls: ({ canReadCalls }) => canReadCalls.can,
  contacts: ({ canReadContacts }) => canReadContacts.can,
  directory: () => true,
};

/** When to look for the next state of texts that went out; after that the timer does. */
const deliveryStepsMs: readonly number[] = [2_000, 4_000, 8_000];
/** Texts older than this are no longer looked after so closely. */
const deliveryWatchMs = 10 * 60_000;
/** A call's record comes 15 to 30 s after it ended (RingCentral's guide to the call log). */
const callLogDelayMs = 20_000;
const callLogTries = 2;
const recordsOfRingOut = 2;

/** Keeps the archive up to date with RingCentral. Push is a hint, sync is the truth. */
export type Sync = {
  /** Begins with whoever is signed in, now or later. */
  start(): void;
  stop(): void;
  /** The computer woke up, the network came back or the user asks: read what changes often or failed. */
  resume(): void;
  requestSync(feed: Feed, reason: string): void;
  /** A text went out: its delivery state will follow within seconds. */
  expectDelivery(): void;
  /** A call ended: its record will be in the call log soon. */
  expectCallLog(): void;
  /** How up to date each feed is, for Diagnostics. */
  listFeeds(): readonly FeedStanding[];
  /** Hears that a sync of a feed came through, and when it had begun. */
  onSynced(listener: (feed: Feed, begunAt: EpochMs) => void): () => void;
};

/** Writes what RingCentral's records say, whoever asked for them. */
export type Writers = { readonly messages: MessageWriter; readonly calls: CallWriter };

/** Builds the engine; it asks for nothing before `start`. */
export function createSync(deps: SyncDeps, write: Writers): Sync {
  const { archive, client, session } = deps;
  const { clock, log } = deps.ports;
  const messages = createMessageFeed(deps, write.messages);
  const calls = createCallFeed(deps, write.calls);
  const people = createContactFeeds(deps);
  const stopListening: (() => void)[] = [];
  const listeners = new Set<(feed: Feed, begunAt: EpochMs) => void>();
  /** Feeds for which a permission was missing when the account was last read. */
  const barred = new Set<Feed>();
  let isStopped = false;
  let deliveryStep = 0;
  let callLogTriesLeft = 0;
  let callEndedAt = 0;

  const syncMessages = async (): Promise<FeedResult> => {
    const trouble = await messages.sync();
    if (!trouble) await followDelivery();
    return trouble;
  };
  const syncCalls = async (): Promise<FeedResult> => {
    const trouble = await calls.sync();
    if (!trouble) followCallLog();
    return trouble;
  };
  const isPushed = (): boolean => client.push.getState().state === 'connected';
  const runner = (
    feed: Feed,
    sync: () => Promise<FeedResult>,
    spacingMs?: () => number,
  ): FeedRunner =>
    createFeedRunner({
      feed,
      clock,
      log,
      intervalMs: () => (feed === 'messages' && isPushed() ? relaxedMs : intervalsMs[feed]),
      hintSpacingMs: hintSpacingsMs[feed],
      spacingMs,
      isAllowed: session.isSignedIn,
      async sync() {
        const begunAt = clock.now();
        const trouble = await sync();
        const isHeard = session.isSignedIn() && !isStopped;
        if (!trouble && isHeard) listeners.forEach((tell) => tell(feed, begunAt));
        return trouble;
      },
    });
  const runners: Readonly<Record<Feed, FeedRunner>> = {
    messages: runner('messages', syncMessages, messages.spacingMs),
    calls: runner('calls', syncCalls, calls.spacingMs),
    contacts: runner('contacts', people.syncAddressBook),
    directory: runner('directory', people.syncDirectory),
  };
  const feeds = Object.keys(runners) as Feed[];

  /** Looks again soon while a text is on its way, or its record waits for the answer. */
  const followDelivery = async (): Promise<void> => {
    const since = clock.now() - deliveryWatchMs;
    const isPending =
      messages.hasHeldBack() || (await archive.read(countUndelivered, { since })) > 0;
    const stepMs = deliveryStepsMs[deliveryStep];
    if (!isPending || stepMs === undefined) return;
    deliveryStep += 1;
    runners.messages.requestIn(stepMs, 'delivery');
  };

  /** Looks once more when not all that may come was there. */
  const followCallLog = (): void => {
    const isTime = clock.now() - callEndedAt >= callLogDelayMs;
    if (isTime && calls.countAdded() >= recordsOfRingOut) callLogTriesLeft = 0;
    if (callLogTriesLeft === 0) return;
    callLogTriesLeft -= 1;
    runners.calls.requestIn(callLogDelayMs, 'call ended');
  };

  const begin = (reason: string): void => feeds.forEach((feed) => runners[feed].begin(reason));

  const catchUp = (): void => {
    if (client.getConnection().state !== 'online') return;
    for (const feed of feeds) runners[feed].catchUp('online again');
  };

  /** A permission has been granted since the account was read before: nobody waits half an hour. */
  const hearSession = (event: AppEvent): void => {
    if (event.name !== 'changed' || !event.topics.some(({ area }) => area === 'session')) return;
    const view = session.getView();
    for (const feed of feeds) {
      const can = isPermitted[feed](view);
      if (can && barred.delete(feed)) runners[feed].begin('permitted');
      if (!can) barred.add(feed);
    }
  };

  const expectCallLog = (): void => {
    callEndedAt = clock.now();
    callLogTriesLeft = callLogTries - 1;
    runners.calls.requestIn(callLogDelayMs, 'call ended');
  };

  const hear = (hint: PushHint): void => {
    switch (hint.kind) {
      case 'messages':
      case 'voicemail':
        return runners.messages.hint(hint.kind);
      case 'directory':
        return runners.directory.hint(hint.kind);
      case 'telephony':
        return hint.isIdle ? expectCallLog() : undefined;
      case 'presence':
        return undefined;
      case 'gap':
        runners.messages.hint(hint.kind);
        return runners.calls.hint(hint.kind);
      default:
        return assertNever(hint);
    }
  };

  /** For Diagnostics alone: nothing waits for it. */
  const recall = async (): Promise<void> => {
    for (const { feed, at } of await archive.read(listSyncTimes, undefined))
      runners[feed].remember(at);
  };

  return {
    start() {
      recall().catch((error: unknown) =>
        log.warn('the times of the last syncs are not known', { reason: String(error) }),
      );
      stopListening.push(
        client.push.onHint(hear),
        client.push.onChange(() => {
          if (!isPushed()) runners.messages.repace();
        }),
        session.onSignedIn(() => begin('signed in')),
        client.onStatus(catchUp),
        deps.events.on(hearSession),
      );
      if (session.isSignedIn()) begin('start');
    },
    stop() {
      isStopped = true;
      stopListening.forEach((stopOne) => stopOne());
      feeds.forEach((feed) => runners[feed].stop());
    },
    resume() {
      const changesOften = (feed: Feed): boolean => feed === 'messages' || feed === 'calls';
      for (const feed of feeds)
        if (changesOften(feed) || runners[feed].isBehind()) runners[feed].request('resume');
    },
    requestSync: (feed, reason) => runners[feed].request(reason),
    expectDelivery() {
      deliveryStep = 1;
      runners.messages.requestIn(deliveryStepsMs[0] ?? 0, 'text sent');
    },
    expectCallLog,
    listFeeds: () => feeds.map((feed) => runners[feed].getStanding()),
    onSynced(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
