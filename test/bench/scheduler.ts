import { performance } from 'node:perf_hooks';
import { createScheduler, type Scheduler } from '../../main/core/ringcentral/scheduler.ts';
import { createRateLimits } from '../../simulator/rate-limits.ts';
import { defaultRules } from '../../simulator/rules.ts';
import { ManualClock, settled } from '../core/support/manual-clock.ts';
import { percentile, type Figure } from './figures.ts';
import { createQueueInLine } from './queue-in-line.ts';

const extension = '/restapi/v1.0/account/~/extension/~';
const page = `GET ${extension}/call-log`;
const bookPage = `GET ${extension}/address-book-sync`;
const ringOut = `POST ${extension}/ring-out`;

/** A backfill of 100 pages of the call log, and an address book of 10,000 in pages of 250. */
const backfillPages = 100;
const bookPages = 40;
/** A call every 20 s is more than anyone makes. */
const callEveryMs = 20_000;
const minuteMs = 60_000;

type Line = Pick<Scheduler, 'admit'>;

type Run = {
  /** How long each call waited before it left, in milliseconds of the turned clock. */
  readonly waits: readonly number[];
  readonly refusedCalls: number;
  /** How often the server had to answer 429. */
  readonly refusedByServer: number;
  readonly minutes: number;
};

/** Sends a whole backfill and address book, and presses Call all the while. */
async function carry(makeLine: (clock: ManualClock) => Line): Promise<Run> {
  const clock = new ManualClock(0);
  const line = makeLine(clock);
  const server = createRateLimits(clock, defaultRules());
  const waits: number[] = [];
  let refusedCalls = 0;
  let refusedByServer = 0;
  const done = { count: 0 };
  let presses = 0;

  const send = async (route: string, lane: 'call' | 'sync' | 'backfill'): Promise<void> => {
    const pressedAt = clock.now();
    const pass = await line.admit({ route, lane, signal: undefined }).catch(() => undefined);
    if (!pass) return void (refusedCalls += 1);
    if (lane === 'call') waits.push(clock.now() - pressedAt);
    else done.count += 1;
    try {
      pass.answered(200, new Headers(server.admit('user/app', 'Heavy')));
    } catch {
      refusedByServer += 1;
      pass.answered(429, new Headers({ 'Retry-After': '60', 'X-Rate-Limit-Group': 'heavy' }));
    }
  };

  for (let n = 0; n < bookPages; n += 1) void send(bookPage, 'sync');
  for (let n = 0; n < backfillPages; n += 1) void send(page, 'backfill');
  while (done.count < backfillPages + bookPages) {
    void send(ringOut, 'call');
    presses += 1;
    await clock.advance(callEveryMs);
  }
  const minutes = clock.now() / minuteMs;
  while (waits.length + refusedCalls < presses) await clock.advance(callEveryMs);
  return { waits, refusedCalls, refusedByServer, minutes };
}

/** Real time from pressing Call to leaving, in microseconds, with so many requests waiting. */
async function timeCalls(waitingRequests: number): Promise<number> {
  const rounds = 400;
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const scheduler = createScheduler(new ManualClock(0));
    for (let n = 0; n < waitingRequests; n += 1) {
      void scheduler
        .admit({ route: page, lane: 'backfill', signal: undefined })
        .catch(() => undefined);
    }
    await settled();
    const began = performance.now();
    await scheduler.admit({ route: ringOut, lane: 'call', signal: undefined });
    times.push((performance.now() - began) * 1_000);
    scheduler.stop();
  }
  return percentile(times, 0.5);
}

/** Whether a call waits behind background work, and what keeping room for it costs. */
export async function benchScheduler(): Promise<readonly Figure[]> {
  const ours = await carry(createScheduler);
  const inLine = await carry((clock) => createQueueInLine(clock, 10));
  const unlimited = await carry(() => ({
    admit: () => Promise.resolve({ answered() {}, lost() {}, unused() {} }),
  }));
  const queue = 'one queue in order of arrival, 10 a minute';
  const busy = await timeCalls(backfillPages + bookPages);
  const idle = await timeCalls(0);
  return [
    figure(
      'A call’s wait, worst',
      's',
      Math.max(...ours.waits) / 1_000,
      queue,
      Math.max(...inLine.waits) / 1_000,
    ),
    figure(
      'A call’s wait, median',
      's',
      percentile(ours.waits, 0.5) / 1_000,
      queue,
      percentile(inLine.waits, 0.5) / 1_000,
    ),
    figure('Calls refused', 'calls', ours.refusedCalls, queue, inLine.refusedCalls),
    figure(
      'Answers 429',
      'answers',
      ours.refusedByServer,
      'no limit kept',
      unlimited.refusedByServer,
    ),
    figure('Time for 140 pages with a call every 20 s', 'min', ours.minutes, queue, inLine.minutes),
    figure(
      'Press to departure with 140 requests waiting, median',
      'µs',
      busy,
      'with none waiting',
      idle,
    ),
  ];
}

function figure(name: string, unit: string, ours: number, against: string, other: number): Figure {
  return { name, unit, ours, against, other };
}
