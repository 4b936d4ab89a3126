import { describe, expect, it, onTestFinished } from 'vitest';
import { createQuiet, type QuietDeps } from '../../../main/core/notifications/quiet.ts';
import type { Outcome } from '../../../main/core/ringcentral/outcome.ts';
import { failure } from '../../../shared/failure.ts';
import { openInProcessArchive } from '../../db/in-process.ts';
import { createFakePush } from '../support/fake-push.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { createMemoryLog } from '../support/memory-log.ts';

const minute = 60_000;

function makeQuiet(archive = openInProcessArchive(), clock = new ManualClock()) {
  const push = createFakePush();
  const told: string[] = [];
  const state = {
    asked: 0,
    answer: { kind: 'ok', value: false } as Outcome<boolean>,
    isSignedIn: true,
  };
  const signedIn = new Set<() => void>();
  const client = {
    push,
    getConnection: () => ({ state: 'online' }),
    api: {
      telephony: {
        async getDoNotDisturb() {
          state.asked += 1;
          return state.answer;
        },
      },
    },
  } as unknown as QuietDeps['client'];
  const quiet = createQuiet({
    archive,
    clock,
    client,
    log: createMemoryLog(),
    events: { changed: (...topics) => void told.push(...topics.map(({ area }) => area)) },
    session: {
      isSignedIn: () => state.isSignedIn,
      onSignedIn(listener) {
        signedIn.add(listener);
        return () => signedIn.delete(listener);
      },
    },
  });
  onTestFinished(() => quiet.stop());
  return {
    archive,
    clock,
    push,
    quiet,
    state,
    told,
    signIn: () => signedIn.forEach((hear) => hear()),
  };
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
  it('is asked for at the start, followed by push, and asked for again after a gap', async () => {
    const { clock, push, quiet, state, told } = makeQuiet();
    state.answer = { kind: 'ok', value: true };
    await quiet.start();
    await clock.advance(1);
    expect(quiet.get()).toEqual({ own: undefined, server: true });
    push.hint({ kind: 'presence', isDnd: false });
    expect(quiet.isQuiet()).toBe(false);
    push.hint({ kind: 'telephony', isIdle: true, news: { of: 'nothing' }, isDnd: true });
    expect(quiet.isQuiet()).toBe(true);
    expect(told).toEqual(['quiet', 'quiet', 'quiet']);
    state.answer = { kind: 'ok', value: false };
    push.hint({ kind: 'gap' });
    await clock.advance(1);
    expect(quiet.isQuiet()).toBe(false);
  });

  it('is asked for each minute while push is away, and no more without the permission', async () => {
    const { clock, push, quiet, signIn, state } = makeQuiet();
    push.become({ state: 'connecting' });
    await quiet.start();
    await clock.advance(3 * minute + 1);
    expect(state.asked).toBe(4);
    state.answer = {
      kind: 'refused',
      status: 403,
      failure: failure('rejected', 'permission.app-missing'),
    };
    await clock.advance(10 * minute);
    expect(state.asked).toBe(5);
    expect(quiet.isQuiet()).toBe(false);
    signIn();
    await clock.advance(1);
    expect(state.asked).toBe(6);
  });
});
