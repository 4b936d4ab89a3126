import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../../simulator/server.ts';
import { makeCore, makeProfile, openSimulator, passUntil, until } from '../support/core-world.ts';

async function signedIn() {
  const clock = new ManualClock();
  const simulator = await openSimulator(clock);
  const profile = makeProfile();
  const sidetone = makeCore(profile, clock);
  await sidetone.core.start();
  await sidetone.signIn(simulator);
  return { clock, simulator, profile, ...sidetone };
}

describe('a call from the dialer to the history', () => {
  it('rings, connects, ends, and is one line once its records have come', async () => {
    const { clock, get } = await signedIn();
    const [contact] = (await get('contacts.suggest', { text: '' })) ?? [];
    const number = contact?.party.number ?? '+14155550142';
    const { callId } = await get('calls.dial', { number });
    const seen = new Set<string>();
    await passUntil(clock, async () => {
      const [call] = await get('calls.list-active', undefined);
      if (call) seen.add(call.state);
      expect(call?.endedAt).toBeDefined();
    });
    expect([...seen].filter((state) => state !== 'requesting')).toEqual([
      ...['ringing-you', 'ringing-them', 'connected', 'ended'],
    ]);
    const row = await passUntil(clock, async () => {
      const { items } = await get('calls.list', { limit: 200 });
      const found = items.filter(({ party }) => party.number === number);
      expect(found.map(({ id }) => id)).toContain(callId);
      return found.find(({ id }) => id === callId);
    });
    expect(row).toMatchObject({ direction: 'outbound', outcome: 'connected' });
  });
});

void until;
