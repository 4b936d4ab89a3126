import { describe, expect, it, onTestFinished } from 'vitest';
import { createPresence, type PresenceDeps } from '../../../main/core/presence/service.ts';
import type { Outcome } from '../../../main/core/ringcentral/outcome.ts';
import type { ServerPresence } from '../../../main/core/ringcentral/records.ts';
import { failure } from '../../../shared/failure.ts';
import type { PresenceStatus } from '../../../shared/model/presence.ts';
import type { Capability } from '../../../shared/model/session.ts';
import { createFakePush } from '../support/fake-push.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { createMemoryLog } from '../support/memory-log.ts';

const minute = 60_000;

function makePresence() {
  const clock = new ManualClock();
  const push = createFakePush();
  const told: string[] = [];
  const state = {
    asked: 0,
    chosen: [] as PresenceStatus[],
    answer: ok({ status: 'available', isDnd: false }),
    answerSet: undefined as Outcome<ServerPresence> | undefined,
    canSet: { can: true } as Capability,
  };
  const signedIn = new Set<() => void>();
  const client = {
    push,
    getConnection: () => ({ state: 'online' }),
    api: {
      telephony: {
        async getPresence() {
          state.asked += 1;
          return state.answer;
        },
        async setPresence(status: PresenceStatus) {
          state.chosen.push(status);
          return state.answerSet ?? ok({ status, isDnd: undefined });
        },
      },
    },
  } as unknown as PresenceDeps['client'];
  const presence = createPresence({
    clock,
    client,
    log: createMemoryLog(),
    events: { changed: (...topics) => void told.push(...topics.map(({ area }) => area)) },
    session: {
      isSignedIn: () => true,
      onSignedIn(listener) {
        signedIn.add(listener);
        return () => signedIn.delete(listener);
      },
      getView: () => ({ canSetPresence: state.canSet }),
    },
  });
  onTestFinished(presence.stop);
  const signIn = (): void => signedIn.forEach((hear) => hear());
  return { clock, presence, push, signIn, state, told };
}

function ok(value: ServerPresence): Outcome<ServerPresence> {
  return { kind: 'ok', value };
}

const refused = failure('rejected', 'permission.app-missing');

describe('presence', () => {
  it('is asked for at the start, followed by push, and asked for again after a gap', async () => {
    const { clock, presence, push, state, told } = makePresence();
    const dnd: boolean[] = [];
    presence.onDoNotDisturb(() => void dnd.push(presence.isDoNotDisturb()));
    presence.start();
    await clock.advance(1);
    expect(presence.get()).toEqual({ status: 'available', canSet: { can: true } });
    push.hint({ kind: 'presence', presence: { status: 'busy', isDnd: true } });
    expect(presence.get().status).toBe('busy');
    const idle = { kind: 'telephony', isIdle: true, news: { of: 'nothing' } } as const;
    push.hint({ ...idle, presence: { status: undefined, isDnd: false } });
    expect(presence.get().status).toBe('busy');
    expect(dnd).toEqual([true, false]);
    state.answer = ok({ status: 'invisible', isDnd: undefined });
    push.hint({ kind: 'gap' });
    await clock.advance(1);
    expect(presence.get().status).toBe('invisible');
    expect(told).toEqual(['presence', 'presence', 'presence']);
  });

  it('is asked for each minute while push is away, and no more without the permission', async () => {
    const { clock, presence, push, signIn, state } = makePresence();
    push.become({ state: 'connecting' });
    presence.start();
    await clock.advance(3 * minute + 1);
    expect(state.asked).toBe(4);
    state.answer = { kind: 'refused', status: 403, failure: refused };
    await clock.advance(10 * minute);
    expect(state.asked).toBe(5);
    signIn();
    await clock.advance(1);
    expect(state.asked).toBe(6);
  });

  it('takes no answer to an older question for news', async () => {
    const { clock, presence, push, told } = makePresence();
    presence.start();
    push.hint({ kind: 'presence', presence: { status: 'busy', isDnd: undefined } });
    await clock.advance(1);
    expect(presence.get().status).toBe('busy');
    expect(told).toEqual(['presence']);
  });
});

describe('choosing presence', () => {
  it('is shown once RingCentral has it', async () => {
    const { presence, state, told } = makePresence();
    const result = await presence.set('invisible');
    expect(result).toEqual({ ok: true, value: presence.get() });
    expect(presence.get().status).toBe('invisible');
    expect(state.chosen).toEqual(['invisible']);
    expect(told).toEqual(['presence']);
  });

  it('is refused without the permission, and RingCentral is not asked', async () => {
    const { presence, state } = makePresence();
    state.canSet = { can: false, failure: refused };
    expect(await presence.set('busy')).toEqual({ ok: false, failure: refused });
    expect(state.chosen).toEqual([]);
    expect(presence.get()).toEqual({ status: undefined, canSet: state.canSet });
  });

  it('of unknown outcome is looked up', async () => {
    const { clock, presence, state } = makePresence();
    presence.start();
    await clock.advance(1);
    const lost = failure('offline', 'network.offline');
    state.answerSet = { kind: 'unknown', failure: lost };
    state.answer = ok({ status: 'busy', isDnd: false });
    expect(await presence.set('busy')).toEqual({ ok: false, failure: lost });
    await clock.advance(1);
    expect(presence.get().status).toBe('busy');
  });
});
