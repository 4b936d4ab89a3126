import type { Archive } from '../db/define-query.ts';
import type { Events } from '../events.ts';
import type { Clock, Log } from '../ports.ts';
import type { RunningCall } from './active-calls.ts';
import { noteConnected, settleCall } from './queries.ts';
import type { Ending } from './ring-out.ts';

/** How long a call that is over stays in the bar. */
const lingerMs = 30_000;

/** The calls of the bar: what changes is told, and what ends is written down. */
export type CallBoard = {
  put(call: RunningCall): RunningCall;
  end(call: RunningCall, ending: Ending): void;
  forget(rowId: number): void;
  get(rowId: number | undefined): RunningCall | undefined;
  list(): readonly RunningCall[];
  /** Keeps work that must be done before the archive closes; what fails is logged. */
  keep(work: Promise<void>): void;
  /** Resolves when what has been learned is on disk. */
  stop(): Promise<void>;
};

export type CallBoardDeps = {
  readonly archive: Archive;
  readonly clock: Clock;
  readonly log: Log;
  readonly events: Pick<Events, 'changed'>;
  readonly expectCallLog: () => void;
};

/** Starts an empty one; it holds no timer while no call has just ended. */
export function createCallBoard(deps: CallBoardDeps): CallBoard {
  const { archive, clock, log } = deps;
  const calls = new Map<number, RunningCall>();
  const lingering = new Map<number, () => void>();
  const writes = new Set<Promise<void>>();
  let isStopped = false;

  const put = (call: RunningCall): RunningCall => {
    const before = calls.get(call.rowId);
    calls.set(call.rowId, call);
    deps.events.changed({ area: 'active-calls' });
    if (before?.connectedAt === undefined && call.connectedAt !== undefined) {
      const noted = archive.write(noteConnected, { id: call.rowId, at: call.connectedAt });
      keep(noted.then(() => deps.events.changed({ area: 'calls' })));
    }
    return call;
  };

  const keep = (work: Promise<void>): void => {
    const logged = work
      .catch((error: unknown) => log.error('a call could not be written down', error))
      .finally(() => writes.delete(logged));
    writes.add(logged);
  };

  const forget = (rowId: number): void => {
    lingering.get(rowId)?.();
    lingering.delete(rowId);
    if (calls.delete(rowId)) deps.events.changed({ area: 'active-calls' });
  };

  return {
    put,
    keep,
    forget,
    get: (rowId) => (rowId === undefined ? undefined : calls.get(rowId)),
    list: () => [...calls.values()],
    end(call, { state, outcome, failure }) {
      const endedAt = clock.now();
      const isCancelWanted = false;
      const { rowId: id, connectedAt } = put({ ...call, state, failure, endedAt, isCancelWanted });
      const settled = archive.write(settleCall, { id, outcome, connectedAt, endedAt, failure });
      keep(settled.then(() => deps.events.changed({ area: 'calls' })));
      log.info('a call ended', { call: id, outcome });
      if (!isStopped)
        lingering.set(
          id,
          clock.schedule(lingerMs, () => forget(id)),
        );
      deps.expectCallLog();
    },
    async stop() {
      isStopped = true;
      for (const callOff of lingering.values()) callOff();
      lingering.clear();
      await Promise.allSettled(writes);
    },
  };
}
