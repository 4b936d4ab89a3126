import { describe, expect, it } from 'vitest';

import type { Client } from './support/client.ts';
import { EXTENSION, signedIn } from './support/client.ts';
import type { Frame, TestSocket } from './support/socket.ts';
import {
  ALL,
  SUBSCRIPTION,
  openSocket,
  socketAddress,
  subscribed,
  wanted,
} from './support/socket.ts';

const MARIA = '+15125550134';

describe('recovery', () => {
  async function lost(client: Client): Promise<string> {
    const { socket, wsc } = await subscribed(client, [`${EXTENSION}/message-store/instant`]);
    await socket.close();
    return wsc;
  }

  async function comeBack(
    client: Client,
    wsc: string,
  ): Promise<{ readonly socket: TestSocket; readonly details: Frame }> {
    const socket = await openSocket(`${await socketAddress(client)}&wsc=${wsc}`);
    return { socket, details: await socket.next() };
  }

  it('within three minutes brings what was missed, and the subscription lives on', async () => {
    const client = await signedIn();
    const wsc = await lost(client);
    client.simulator.account.receiveText({ from: MARIA, text: 'Missed' });
    await client.clock.advance(179_000);
    const { socket, details } = await comeBack(client, wsc);
    expect(details.body).toMatchObject({ recoveryState: 'Successful' });
    expect((await socket.next()).body).toMatchObject({ body: { subject: 'Missed' } });
    client.simulator.account.receiveText({ from: MARIA, text: 'Live' });
    expect((await socket.next()).body).toMatchObject({ body: { subject: 'Live' } });
  });

  it('fails after three minutes, and the socket can be used anyway', async () => {
    const client = await signedIn();
    const wsc = await lost(client);
    await client.clock.advance(181_000);
    const { socket, details } = await comeBack(client, wsc);
    expect(details.body).toMatchObject({ recoveryState: 'Failed', recoveryErrorCode: 'WSG-1005' });
    expect((await socket.request('POST', SUBSCRIPTION, wanted(ALL))).meta['status']).toBe(200);
  });

  it('fails when more than a hundred events were missed', async () => {
    const client = await signedIn();
    const wsc = await lost(client);
    for (let count = 0; count < 101; count += 1) {
      client.simulator.account.receiveText({ from: MARIA, text: String(count) });
    }
    const { details } = await comeBack(client, wsc);
    expect(details.body).toMatchObject({ recoveryState: 'Failed' });
  });

  it('is refused for a token that is none', async () => {
    const client = await signedIn();
    const socket = await openSocket(`${await socketAddress(client)}&wsc=bad`);
    expect((await socket.next()).body).toMatchObject({ errorCode: 'WSG-400' });
    await socket.closed;
  });
});
