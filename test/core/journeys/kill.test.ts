import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { MessageView } from '../../../shared/model/messages.ts';
import { ManualClock, type Simulator } from '../../../simulator/server.ts';
import {
  makeCore,
  makeProfile,
  openSimulator,
  passUntil,
  until,
  type Profile,
  type RunningCore,
} from '../support/core-world.ts';

const text = 'Are we still on for Tuesday?';

async function bubbles({ get }: RunningCore): Promise<readonly MessageView[]> {
  const { items } = await get('messages.list-threads', { limit: 200 });
  const thread = items.find(({ parties }) => parties[0]?.number === '+19075550115');
  if (thread === undefined) return [];
  return (await get('messages.list', { threadId: thread.id, limit: 200 })).items;
}

/** Runs a Sidetone that accepts the text, and kills it when it has and `when` is so. */
async function acceptAndDie(
  { simulator, clock, profile }: { simulator: Simulator; clock: ManualClock; profile: Profile },
  way: 'sent' | 'unsent',
  when: () => void = () => undefined,
): Promise<void> {
  const { clientId, jwt } = simulator.credentials;
  const script = join(import.meta.dirname, 'accept-and-die.ts');
  const values = [profile.folder, simulator.url, clientId, jwt, String(clock.now()), text, way];
  const child = spawn(process.execPath, [script, ...values], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const exit = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), exit]);
  await until(when);
  child.kill('SIGKILL');
  expect(await exit).toEqual([null, 'SIGKILL']);
}

async function world() {
  const clock = new ManualClock();
  const simulator = await openSimulator(clock);
  return { clock, simulator, profile: makeProfile() };
}

const copies = (simulator: Simulator): number =>
  simulator.account.messages.filter(({ subject }) => subject === text).length;

describe('Sidetone is killed', () => {
  it('after it has accepted a text that never left: it is not lost, and not sent blindly', async () => {
    const { clock, simulator, profile } = await world();
    await acceptAndDie({ clock, simulator, profile }, 'unsent');
    const next = makeCore(profile, clock);
    await next.core.start();
    const [bubble] = await bubbles(next);
    expect(bubble).toMatchObject({ text, clientId: 'before-the-kill' });
    expect(['queued', 'unknown']).toContain(bubble?.status);
    await next.signIn(simulator);
    // Killed before the claim it goes out now; killed after it, it is looked up and asks.
    await passUntil(clock, async () => {
      const [settled] = await bubbles(next);
      if (settled?.status === 'unknown') expect(settled.failure?.retry).toBe('user');
      else expect(settled?.status).toBe('delivered');
      expect(copies(simulator)).toBe(settled?.status === 'unknown' ? 0 : 1);
    });
    expect(await bubbles(next)).toHaveLength(1);
  });

  it('after RingCentral has taken a text and before it heard: it is found, and sent once', async () => {
    const { clock, simulator, profile } = await world();
    simulator.faults.add({ method: 'POST', path: '/sms', hang: 'after-accept' });
    await acceptAndDie({ clock, simulator, profile }, 'sent', () =>
      expect(copies(simulator)).toBe(1),
    );
    simulator.faults.clear();
    const next = makeCore(profile, clock);
    await next.core.start();
    expect(await bubbles(next)).toMatchObject([
      { text, status: 'unknown', failure: { message: 'text.outcome-unknown', retry: 'auto' } },
    ]);
    await next.signIn(simulator);
    await passUntil(clock, async () =>
      expect(await bubbles(next)).toMatchObject([
        { text, status: 'delivered', clientId: 'before-the-kill', failure: undefined },
      ]),
    );
    expect(copies(simulator)).toBe(1);
  });
});
