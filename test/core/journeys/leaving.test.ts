import { describe, expect, it } from 'vitest';
import { passUntil, startSignedIn, until } from '../support/core-world.ts';

/** A text that waits, since RingCentral is away, and then its user signs out. */
async function leaveWithWaitingText() {
  const world = await startSignedIn();
  await world.simulator.goDown();
  const { threadId } = await world.get('messages.send', {
    clientId: 'waiting',
    to: { numbers: ['+19075550115'] },
    text: 'Are you free at four?',
  });
  const status = async () =>
    (await world.get('messages.list', { threadId })).items.find(
      ({ text }) => text === 'Are you free at four?',
    )?.status;
  await passUntil(world.clock, async () => expect(await status()).toBe('queued'));
  const leaving = world.call('session.sign-out', { eraseArchive: false });
  await world.clock.advance(10_000);
  expect(await leaving).toMatchObject({ ok: true });
  await world.simulator.comeBack();
  const received = () =>
    world.simulator.account.messages.filter(({ subject }) => subject === 'Are you free at four?')
      .length;
  return { ...world, status, received };
}

describe('a text that waits when its user signs out', () => {
  it('stays queued, and goes out once when they are back', async () => {
    const { signIn, simulator, clock, status, received } = await leaveWithWaitingText();
    await clock.advance(60_000);
    expect(await status()).toBe('queued');
    expect(received()).toBe(0);
    await signIn(simulator);
    await passUntil(clock, async () => expect(await status()).not.toBe('queued'));
    await clock.advance(60_000);
    await until(() => expect(received()).toBe(1));
  });

  it('does not go out from another account', async () => {
    const { signIn, simulator, archives, clock, status, received } = await leaveWithWaitingText();
    Object.assign(simulator.account.state.profile, { extensionId: 99 });
    await signIn(simulator);
    expect(archives.switched).toHaveLength(1);
    await clock.advance(60_000);
    expect(await status()).toBe('queued');
    expect(received()).toBe(0);
  });
});
