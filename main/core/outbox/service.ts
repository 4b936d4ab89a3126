import type { EpochMs, ThreadId } from '../../../shared/model/ids.ts';
import type { OutboxView } from '../../../shared/model/messages.ts';
import type { Archive } from '../db/define-query.ts';
import type { Events } from '../events.ts';
import type { OutgoingFiles } from '../files/service.ts';
import type { Clock, Log, Random } from '../ports.ts';
import type { RingCentralClient } from '../ringcentral/api.ts';
import { backoffMs } from '../backoff.ts';
import {
  claim,
  nextDueAt,
  recoverSending,
  settleSent,
  settleStopped,
  settleWaiting,
  type Job,
} from './queries.ts';
import { createHolds } from './holds.ts';
import { createInsistence } from './insistence.ts';
import { askUser, reconcileUnknown } from './looking/queries.ts';
import { settle, type Hold, type Settlement } from './settle.ts';
import { createStanding } from './standing.ts';

/** Texts on their way at once, never two of one thread. */
const mostInFlight = 4;
const leaseMs = 5 * 60_000;
/** How long everything waits for a session that was refused, unless someone signs in before. */
const sessionPauseMs = 60_000;
/** When to go on after the archive could not be used. */
const archiveRetryMs = 5_000;
/** Syncs that may come back without a text's record before the user is asked. */
const syncsBeforeAsking = 2;
/** When the second of them is asked for: RingCentral's store may know of a text only after a while. */
const secondLookMs = 15_000;

/** Durable sending: what was accepted goes out once, in order, whatever happens in between. */
export type Outbox = {
  /** Takes up what an earlier run left: texts caught in the middle become `unknown`. */
  start(): Promise<void>;
  /** A text has been accepted, to be held until then, or put back in line. */
  wake(heldUntil?: EpochMs): void;
  /** Someone has signed in, or the way to RingCentral is free again: nothing has to wait for it. */
  resume(): void;
  /** A sync of the message store has been committed: look for texts of unknown outcome. */
  reconcile(): Promise<void>;
  /** How it stands, and how many texts wait. */
  getView(): Promise<OutboxView>;
  /** Claims nothing more; resolves when what is in flight has been settled. */
  stop(): Promise<void>;
};

export type OutboxDeps = {
  readonly archive: Archive;
  readonly client: Pick<
    RingCentralClient,
    'api' | 'getClockAheadMs' | 'getConnection' | 'getPausedGroups' | 'onStatus'
  >;
  readonly files: Pick<OutgoingFiles, 'read'>;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly events: Pick<Events, 'changed'>;
  readonly isSignedIn: () => boolean;
  /** A text went out: its delivery state will follow. */
  readonly expectDelivery: () => void;
  /** Look into the message store soon. */
  readonly requestSync: () => void;
  /** How long a text can be taken back, in milliseconds. */
  readonly holdMs: () => number;
  /** Texts that are not sent so late without being asked about. */
  readonly tellMissed: (threads: readonly ThreadId[]) => void;
  /** Sidetone ends while so many texts are held: they are kept. */
  readonly tellKept: (held: number) => void;
};

/** Builds the outbox; it does nothing before `start`. */
export function createOutbox(deps: OutboxDeps): Outbox {
  const { archive, client, clock, log } = deps;
  const inFlight = new Set<Promise<void>>();
  const looksWithout = new Map<number, number>();
  let isRunning = false;
  let isFilling = false;
  let filling: Promise<void> = Promise.resolve();
  let isAsked = false;
  let networkFailures = 0;
  let cancelTimer = (): void => undefined;
  let cancelLook = (): void => undefined;
  let stopListening = (): void => undefined;
  const insistence = createInsistence(deps);

  const standing = createStanding(deps);

  const tell = (threads: readonly ThreadId[]): void => {
    if (threads.length === 0) return;
    const messages = threads.map((key) => ({ area: 'messages' as const, key }));
    deps.events.changed({ area: 'threads' }, { area: 'outbox' }, ...messages);
  };

  const holds = createHolds(deps, { tell, wake: () => wake() });

  const wakeIn = (ms: number): void => {
    cancelTimer();
    if (isRunning) cancelTimer = clock.schedule(Math.max(0, ms), wake);
  };

  const maySend = (): boolean => isRunning && deps.isSignedIn();

  /** Sends what may be sent now and sets the timer for what may not. */
  const fill = async (): Promise<void> => {
    await holds.endOver();
    const missed: ThreadId[] = [];
    try {
      await fillLine(missed);
    } finally {
      // However many they are, in one notification.
      if (missed.length > 0) deps.tellMissed(missed);
    }
  };

  const fillLine = async (missed: ThreadId[]): Promise<void> => {
    while (maySend()) {
      // Offline texts wait as `queued`; the client looks for RingCentral by itself and tells us.
      if (client.getConnection().state === 'offline') return;
      const wait = standing.resumesAt() - clock.now();
      if (wait > 0) return wakeIn(wait);
      if (inFlight.size >= mostInFlight) return;
      const claimed = await archive.write(claim, { now: clock.now(), leaseMs });
      if (claimed === undefined) {
        const dueAt = await archive.read(nextDueAt, undefined);
        if (dueAt !== undefined && isRunning) wakeIn(dueAt - clock.now());
        return;
      }
      if (claimed.kind !== 'job') {
        tell([claimed.threadId]);
        if (claimed.kind === 'missed') missed.push(claimed.threadId);
        continue;
      }
      const { job } = claimed;
      if (!isRunning) return putBack(job);
      const sending = send(job).finally(() => {
        inFlight.delete(sending);
        wake();
      });
      inFlight.add(sending);
    }
  };

  /** Stopped between taking a text and sending it: nothing of it has left. */
  const putBack = ({ messageId, attempts }: Job): Promise<void> =>
    archive.write(settleWaiting, { messageId, dueAt: clock.now(), attempts });

  function wake(heldUntil?: EpochMs): void {
    if (heldUntil !== undefined) holds.expect(heldUntil);
    isAsked = true;
    if (!isFilling && isRunning) filling = fillWhileAsked();
  }

  /** One at a time; being asked meanwhile means once more. */
  async function fillWhileAsked(): Promise<void> {
    isFilling = true;
    try {
      while (isAsked) {
        isAsked = false;
        await fill();
        standing.tell();
      }
    } catch (error) {
      log.error('the outbox could not read the archive', error);
      wakeIn(archiveRetryMs);
    } finally {
      // Nothing may come between the last look at `isAsked` and this, or a wake is lost.
      isFilling = false;
    }
  }

  const resume = (): void => {
    standing.goOn();
    networkFailures = 0;
    wake();
  };

  const attempt = async ({ from, to, text, files }: Job): Promise<Settlement> => {
    const read = await deps.files.read(files);
    // Nothing of it has left, and nothing goes without what belongs to it.
    if (!read.ok) return { kind: 'failed', failure: read.failure };
    return settle(await client.api.messages.send({ from, to, text, files: read.value }));
  };

  const send = async (job: Job): Promise<void> => {
    tell([job.threadId]);
    const settlement = await attempt(job);
    log.info('a text was tried', { message: job.messageId, outcome: settlement.kind });
    if (settlement.kind !== 'wait') networkFailures = 0;
    await insistence.on(() => record(job, settlement));
    tell([job.threadId]);
    if (settlement.kind === 'sent') deps.expectDelivery();
    if (settlement.kind === 'unknown') look();
  };

  const record = async (job: Job, settlement: Settlement): Promise<void> => {
    const { messageId } = job;
    const at = clock.now();
    switch (settlement.kind) {
      case 'sent': {
        const { id: serverId, conversationId, modifiedAt } = settlement.record;
        await archive.write(settleSent, { messageId, serverId, conversationId, modifiedAt, at });
        return;
      }
      case 'wait':
        await archive.write(settleWaiting, { messageId, ...hold(job, settlement.hold) });
        return;
      case 'failed':
      case 'unknown': {
        const { kind: status, failure } = settlement;
        await archive.write(settleStopped, { messageId, status, failure, at });
      }
    }
  };

  /** When a text that was not sent may go again; all but its own back-off stop every text. */
  const hold = (job: Job, reason: Hold): { dueAt: EpochMs; attempts: number } => {
    const now = clock.now();
    if (reason === 'attempt') {
      const attempts = job.attempts + 1;
      return { dueAt: now + backoffMs(attempts, deps.random.fraction()), attempts };
    }
    if (reason === 'network') networkFailures += 1;
    if (reason === 'session') standing.pause('signed-out', sessionPauseMs);
    else if (reason === 'network') {
      standing.pause('offline', backoffMs(networkFailures, deps.random.fraction()));
    } else standing.pause('paused', reason.pauseMs);
    return { dueAt: now, attempts: job.attempts };
  };

  /** Asks for the two syncs that a text of unknown outcome waits for. */
  const look = (): void => {
    cancelLook();
    // What is cut off by stopping is looked for at the next start.
    if (!isRunning) return;
    deps.requestSync();
    cancelLook = clock.schedule(secondLookMs, () => deps.requestSync());
  };

  return {
    async start() {
      const recovered = await archive.write(recoverSending, { now: clock.now() });
      const recovery = await holds.recover();
      if (recovery.length > 0) deps.tellMissed(recovery);
      let wasOnline = client.getConnection().state === 'online';
      stopListening = client.onStatus(() => {
        const isOnline = client.getConnection().state === 'online';
        if (isOnline && !wasOnline) resume();
        wasOnline = isOnline;
        standing.tell();
      });
      isRunning = true;
      if (recovered > 0) {
        log.warn('texts were being sent when Sidetone stopped', { count: recovered });
        look();
      }
      wake();
    },
    wake,
    resume,
    async reconcile() {
      const clockAheadMs = client.getClockAheadMs() ?? 0;
      const input = { now: clock.now(), clockAheadMs };
      const found = await archive.write(reconcileUnknown, input, 'background');
      for (const id of found.adopted) looksWithout.delete(id);
      const missing = found.missing.filter(({ id, leftAt }) => {
        const looks = (looksWithout.get(id) ?? 0) + 1;
        looksWithout.set(id, looks);
        return looks >= syncsBeforeAsking && input.now - leftAt >= secondLookMs;
      });
      const messageIds = [...found.ambiguous, ...missing.map(({ id }) => id)];
      const asked = messageIds.length === 0 ? [] : await archive.write(askUser, { messageIds });
      tell([...found.threads, ...asked]);
    },
    getView: async () => ({ ...standing.get(), ...(await holds.count()) }),
    async stop() {
      isRunning = false;
      cancelTimer();
      holds.stop();
      cancelLook();
      stopListening();
      insistence.giveUp();
      await filling;
      await Promise.allSettled(inFlight);
      await holds.tellKept();
    },
  };
}
