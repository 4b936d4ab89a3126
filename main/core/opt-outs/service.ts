import type { Page } from '../../../shared/model/app.ts';
import type { OptOut } from '../../../shared/model/drafts.ts';
import type { E164 } from '../../../shared/model/ids.ts';
import type { Result } from '../../../shared/result.ts';
import type { Archive } from '../db/define-query.ts';
import type { Events } from '../events.ts';
import type { Clock, Log } from '../ports.ts';
import type { RingCentralApi } from '../ringcentral/api.ts';
import type { Outcome } from '../ringcentral/outcome.ts';
import { applyConsents, listOptOuts, listToTell, setOptOut, setOptOutsTold } from './queries.ts';
import { everyOwnNumber, type Pair } from './rows.ts';

/** Who wants no texts from which of the user's numbers. */
export type OptOuts = {
  list(page: {
    readonly after?: string | undefined;
    readonly limit: number;
  }): Promise<Page<OptOut>>;
  /** Notes or lifts one by hand, logged with the reason; RingCentral is told where it keeps such. */
  set(change: {
    readonly number: E164;
    /** Undefined: all of the user's. */
    readonly ownNumber?: E164 | undefined;
    readonly isOptedOut: boolean;
    readonly reason: string;
  }): Promise<void>;
  start(): void;
  stop(): void;
};

export type OptOutsDeps = {
  readonly archive: Archive;
  readonly api: Pick<RingCentralApi, 'consents'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly events: Pick<Events, 'changed'>;
  readonly session: {
    onSignedIn(listener: () => void): () => void;
    requireSignedIn(): Result<void>;
  };
};

/** RingCentral says of no consent that it has changed, so they are read once a day. */
const everyMs = 24 * 60 * 60_000;
/** When it could not be asked. */
const retryMs = 15 * 60_000;
/** Records of one request (SPEC UpdateOptRecordList takes 1,000), and rows of one transaction. */
const mostAtOnce = 50;

/**
 * Builds it. What people answer, what carriers refuse and what the user says is kept here whatever
 * RingCentral offers; its own consent records, which not every account has, are merged by their times.
 */
export function createOptOuts(deps: OptOutsDeps): OptOuts {
  const { archive, api, clock, events, log, session } = deps;
  const state = { isBusy: false, isWanted: false, isStopped: false };
  let cancelTimer = (): void => undefined;
  let stopListening = (): void => undefined;

  const tell = async (): Promise<Outcome<unknown>> => {
    for (;;) {
      const changes = await archive.read(listToTell, { limit: mostAtOnce });
      if (changes.length === 0) return done;
      const outcome = await api.consents.set(changes);
      if (!isSettled(outcome)) return outcome;
      if (outcome.kind === 'refused') {
        log.info('RingCentral keeps no consents for this account', { status: outcome.status });
      }
      await archive.write(setOptOutsTold, { consents: changes }, 'background');
      if (changes.length < mostAtOnce) return outcome;
    }
  };

  const read = async (): Promise<Outcome<unknown>> => {
    const listed = await api.consents.list();
    if (listed.kind !== 'ok') return listed;
    let hasChanged = false;
    for (let first = 0; first < listed.value.length; first += mostAtOnce) {
      const consents = listed.value.slice(first, first + mostAtOnce);
      const changed = await archive.write(applyConsents, { consents }, 'background');
      hasChanged ||= changed;
    }
    if (hasChanged) events.changed({ area: 'opt-outs' });
    return listed;
  };

  const schedule = (delayMs: number): void => {
    cancelTimer();
    if (!state.isStopped) cancelTimer = clock.schedule(delayMs, refresh);
  };

  const refreshOnce = async (): Promise<void> => {
    const told = await tell();
    const outcome = isSettled(told) ? await read() : told;
    // An account without consents is asked again tomorrow: they may be switched on.
    schedule(isSettled(outcome) ? everyMs : retryMs);
  };

  const run = async (): Promise<void> => {
    try {
      do {
        state.isWanted = false;
        await refreshOnce();
      } while (state.isWanted && !state.isStopped);
    } catch (error) {
      if (state.isStopped) return;
      log.error('consents could not be brought in line', error);
      schedule(retryMs);
    } finally {
      state.isBusy = false;
    }
  };

  function refresh(): void {
    state.isWanted = true;
    // Signing in asks again.
    if (state.isBusy || state.isStopped || !session.requireSignedIn().ok) return;
    state.isBusy = true;
    void run();
  }

  return {
    list: (page) => archive.read(listOptOuts, page),
    async set({ number, ownNumber, isOptedOut, reason }) {
      const pair: Pair = { ownNumber: ownNumber ?? everyOwnNumber, number };
      const change = { pair, isOptedOut, reason, at: clock.now() };
      if (!(await archive.write(setOptOut, change))) return;
      events.changed({ area: 'opt-outs' });
      refresh();
    },
    start() {
      stopListening = session.onSignedIn(refresh);
      refresh();
    },
    stop() {
      state.isStopped = true;
      cancelTimer();
      stopListening();
    },
  };
}

const done: Outcome<unknown> = { kind: 'ok', value: undefined };

/** Asking again soon would change nothing: it was answered, or the account has no such thing. */
function isSettled(outcome: Outcome<unknown>): boolean {
  if (outcome.kind === 'ok') return true;
  return outcome.kind === 'refused' && [400, 403, 404].includes(outcome.status);
}
