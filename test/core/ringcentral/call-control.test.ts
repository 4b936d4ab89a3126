import { describe, expect, it } from 'vitest';
import type { ServerLiveCall } from '../../../main/core/ringcentral/records.ts';
import { startSignedIn } from './harness.ts';

type World = Awaited<ReturnType<typeof startSignedIn>>;

async function listLive({ client }: World): Promise<readonly ServerLiveCall[]> {
  const outcome = await client.api.telephony.listLive();
  if (outcome.kind !== 'ok') throw new Error(`ended in ${outcome.failure.code}`);
  return outcome.value;
}

/** A call that has been answered, as Call Control names it. */
async function answeredCall(world: World) {
  world.simulator.account.receiveCall({
    from: '+15125550142',
    outcome: 'answered',
    ringMs: 1_000,
    talkMs: 600_000,
  });
  expect(await listLive(world)).toMatchObject([
    { direction: 'Inbound', status: 'ringing', from: { phoneNumber: '+15125550142' } },
  ]);
  await world.clock.advance(1_000);
  const [call] = await listLive(world);
  if (call?.partyId === undefined) throw new Error('presence tells of the call');
  const { telephonySessionId, partyId } = call;
  return { telephonySessionId, partyId };
}

const done = { kind: 'ok', value: undefined };

describe('call control', () => {
  it('holds a call and takes it back', async () => {
    const world = await startSignedIn();
    const call = await answeredCall(world);
    const { telephony } = world.client.api;
    expect(await telephony.setHold(call, true)).toEqual(done);
    expect(await listLive(world)).toMatchObject([{ status: 'on-hold' }]);
    expect(await telephony.setHold(call, true)).toMatchObject({
      kind: 'refused',
      failure: { message: 'call.not-controllable' },
    });
    expect(await telephony.setHold(call, false)).toEqual(done);
    expect(await listLive(world)).toMatchObject([{ status: 'answered' }]);
  });

  it('mutes, hangs up, and says so when the call is over', async () => {
    const world = await startSignedIn();
    const call = await answeredCall(world);
    const { telephony } = world.client.api;
    expect(await telephony.setMuted(call, true)).toEqual(done);
    expect(await telephony.hangUp(call.telephonySessionId)).toEqual(done);
    expect(await listLive(world)).toEqual([]);
    for (const late of [
      await telephony.hangUp(call.telephonySessionId),
      await telephony.setMuted(call, false),
    ])
      expect(late).toMatchObject({
        kind: 'refused',
        status: 404,
        failure: { kind: 'conflict', message: 'call.not-controllable', retry: 'never' },
      });
  });
});
