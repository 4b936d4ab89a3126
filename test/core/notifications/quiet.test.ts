import { describe, expect, it, onTestFinished } from 'vitest';
import { createQuiet } from '../../../main/core/notifications/quiet.ts';
import { openInProcessArchive } from '../../db/in-process.ts';
import { ManualClock } from '../support/manual-clock.ts';

const minute = 60_000;

function makeQuiet(archive = openInProcessArchive(), clock = new ManualClock()) {
  const told: string[] = [];
  const listeners = new Set<() => void>();
  let isDnd = false;
  const quiet = createQuiet({
    archive,
    clock,
    events: { changed: (...topics) => void told.push(...topics.map(({ area }) => area)) },
    presence: {
      isDoNotDisturb: () => isDnd,
      onDoNotDisturb(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  });
  onTestFinished(() => quiet.stop());
  const become = (next: boolean): void => {
    isDnd = next;
    for (const listener of listeners) listener();
  };
  return { archive, clock, quiet, server: { become }, told };
}

describe('the own switch', () => {
  it('ends at its time, and says so', async () => {
    const { clock, quiet, told } = makeQuiet();
    await quiet.start();
    expect(quiet.isQuiet()).toBe(false);
    const until = clock.now() + 30 * minute;
    expect(await quiet.set(until)).toEqual({ own: { until }, server: false });
    expect(quiet.isQuiet()).toBe(true);
    told.length = 0;
    await clock.advance(30 * minute);
    expect(quiet.get()).toEqual({ own: undefined, server: false });
    expect(quiet.isQuiet()).toBe(false);
    expect(told).toEqual(['quiet']);
  });

  it('stays on until it is switched off, over a restart', async () => {
    const { archive, clock, quiet } = makeQuiet();
    await quiet.start();
    await quiet.set(null);
    quiet.stop();
    await clock.advance(100 * 24 * 60 * minute);
    const next = makeQuiet(archive, clock).quiet;
    await next.start();
    expect(next.get().own).toEqual({ until: undefined });
    await next.set(undefined);
    expect(next.isQuiet()).toBe(false);
    const last = makeQuiet(archive, clock).quiet;
    await last.start();
    expect(last.isQuiet()).toBe(false);
  });
});

describe('do-not-disturb at RingCentral', () => {
  it('keeps it quiet as well, and says when it does', async () => {
    const { quiet, server, told } = makeQuiet();
    await quiet.start();
    server.become(true);
    expect(quiet.get()).toEqual({ own: undefined, server: true });
    expect(quiet.isQuiet()).toBe(true);
    server.become(false);
    expect(quiet.isQuiet()).toBe(false);
    expect(told).toEqual(['quiet', 'quiet']);
    quiet.stop();
    server.become(true);
    expect(told).toHaveLength(2);
  });
});
