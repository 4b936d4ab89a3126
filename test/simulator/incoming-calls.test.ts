import { describe, expect, it } from 'vitest';
import { receiveDemoCalls } from '../../simulator/demo/callers.ts';
import type { InboundCall } from '../../simulator/telephony/inbound-calls.ts';
import type { Json } from './support/client.ts';
import { EXTENSION, signedIn } from './support/client.ts';
import { isEvent, subscribed } from './support/socket.ts';

const MARIA = '+15125550134';
const TOM = '+15125550135';

async function activeCalls(client: Awaited<ReturnType<typeof signedIn>>): Promise<readonly Json[]> {
  const answer = await client.get(`${EXTENSION}/presence?detailedTelephonyState=true`);
  return (answer.json as { activeCalls: readonly Json[] }).activeCalls;
}

describe('calls that come in', () => {
  it('through a queue name it, in presence and in the session', async () => {
    const client = await signedIn();
    const { socket } = await subscribed(client, [`${EXTENSION}/telephony/sessions`]);
    client.simulator.account.receiveCall({ from: MARIA, outcome: 'missed', queue: 'New loans' });
    const event = await socket.next(isEvent('/telephony/sessions'));
    expect(event.body).toMatchObject({
      body: {
        parties: [
          {
            queueCall: true,
            uiCallInfo: { primary: { type: 'QueueName', value: 'New loans' } },
          },
        ],
      },
    });
    expect(await activeCalls(client)).toMatchObject([
      { queueCall: true, callInfo: { primary: { type: 'QueueName', value: 'New loans' } } },
    ]);
  });

  it('ring on several phones until one is taken', async () => {
    const client = await signedIn();
    client.simulator.account.receiveCall({ from: MARIA, outcome: 'answered', phones: 3 });
    const ringing = await activeCalls(client);
    expect(ringing).toHaveLength(3);
    expect(new Set(ringing.map(({ partyId }) => partyId)).size).toBe(3);
    expect(new Set(ringing.map(({ telephonySessionId }) => telephonySessionId)).size).toBe(1);
    await client.clock.advance(12_000);
    expect(await activeCalls(client)).toMatchObject([{ telephonyStatus: 'CallConnected' }]);
  });

  it('can be several at once', async () => {
    const client = await signedIn();
    client.simulator.account.receiveCall({ from: MARIA, outcome: 'missed' });
    client.simulator.account.receiveCall({ from: TOM, outcome: 'missed', queue: 'Support' });
    const sessions = (await activeCalls(client)).map((call) => call.telephonySessionId);
    expect(new Set(sessions).size).toBe(2);
  });

  it('come at most twice an hour to the demo account', async () => {
    const { simulator, clock } = await signedIn();
    const calls: number[] = [];
    const account = {
      calls: simulator.account.calls,
      receiveCall(call: InboundCall) {
        expect(simulator.account.calls.some(({ from }) => from.phoneNumber === call.from)).toBe(
          true,
        );
        calls.push(clock.now());
        return simulator.account.receiveCall(call);
      },
    };
    const end = receiveDemoCalls(account, clock);
    const begun = clock.now();
    await clock.advance(3 * 60 * 60_000);
    end();
    await clock.advance(60 * 60_000);
    expect(calls.length).toBeGreaterThan(2);
    expect(calls.length).toBeLessThanOrEqual(6);
    expect((calls[0] ?? 0) - begun).toBeGreaterThan(5 * 60_000);
  });
});
