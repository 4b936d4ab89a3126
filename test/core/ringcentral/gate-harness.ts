import type { Fetch } from '../../../main/core/ports.ts';
import { createGate } from '../../../main/core/ringcentral/gate.ts';
import { createReachability } from '../../../main/core/ringcentral/reachability.ts';
import { createScheduler } from '../../../main/core/ringcentral/scheduler.ts';
import { createServerClock } from '../../../main/core/ringcentral/server-clock.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { createMemoryLog } from '../support/memory-log.ts';
import { createCountingRandom } from '../support/session.ts';
import { createNotingFetch } from './harness.ts';

/** The gate alone, with a fetch of the test's or the real one. */
export function createGateTo(serverUrl: string, fetch?: Fetch) {
  const clock = new ManualClock();
  const log = createMemoryLog();
  const noting = createNotingFetch(clock, fetch);
  const random = createCountingRandom();
  const leaving = new AbortController();
  const gate = createGate({
    clock,
    log,
    serverUrl,
    fetch: noting.fetch,
    scheduler: createScheduler(clock),
    reachability: createReachability({ clock, random, probe: () => Promise.resolve() }),
    serverClock: createServerClock(clock),
    leaving: leaving.signal,
    stopping: new AbortController().signal,
  });
  return { clock, log, gate, leaving, departures: noting.departures };
}
