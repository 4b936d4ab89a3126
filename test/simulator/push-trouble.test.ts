import { once } from 'node:events';
import { connect } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';

import type { Client, Json } from './support/client.ts';
import { clientWith, EXTENSION, jwtGrant, postToken, signedIn } from './support/client.ts';
import type { Frame, TestSocket } from './support/socket.ts';
import { connected, openSocket, socketAddress, subscribed } from './support/socket.ts';

const MARIA = '+15125550134';
const INSTANT = [`${EXTENSION}/message-store/instant?type=SMS`];

function texts(client: Client, ...subjects: readonly string[]): void {
  for (const text of subjects) client.simulator.account.receiveText({ from: MARIA, text });
}

async function nextSubjects(socket: TestSocket, count: number): Promise<readonly unknown[]> {
  const subjects: unknown[] = [];
  for (let index = 0; index < count; index += 1) {
    subjects.push(((await socket.next()).body['body'] as Json)['subject']);
  }
  return subjects;
}

async function comeBack(
  client: Client,
  wsc: string,
): Promise<{ socket: TestSocket; details: Frame }> {
  const socket = await openSocket(`${await socketAddress(client)}&wsc=${wsc}`);
  return { socket, details: await socket.next() };
}

describe('trouble with the socket', () => {
  it('cuts it without a word, and keeps what happens meanwhile', async () => {
    const client = await signedIn();
    const { socket, wsc } = await subscribed(client, INSTANT);
    expect(client.simulator.account.sockets.count).toBe(1);
    client.simulator.account.sockets.drop();
    texts(client, 'Missed');
    await socket.closed;
    expect(client.simulator.account.sockets.count).toBe(0);
    const again = await comeBack(client, wsc);
    expect(again.details.body).toMatchObject({ recoveryState: 'Successful' });
    expect(await nextSubjects(again.socket, 1)).toEqual(['Missed']);
  });

  it('silences it: no events, no answers, no pongs, and all is kept for the recovery', async () => {
    const client = await signedIn();
    const { socket, wsc } = await subscribed(client, INSTANT);
    const { sockets } = client.simulator.account;
    sockets.silence();
    texts(client, 'Unheard');
    socket.send([{ type: 'Heartbeat', messageId: 'beat' }]);
    await client.get('/presence');
    expect(socket.waiting).toEqual([]);
    sockets.drop();
    await socket.closed;
    sockets.endSilence();
    const again = await comeBack(client, wsc);
    expect(await nextSubjects(again.socket, 1)).toEqual(['Unheard']);
  });

  it('sends what is no frame', async () => {
    const client = await signedIn();
    const socket = new WebSocket(await socketAddress(client));
    const frames: string[] = [];
    socket.on('message', (data: Buffer) => frames.push(data.toString('utf8')));
    await expect.poll(() => frames.length).toBe(1);
    client.simulator.account.sockets.sendRaw();
    client.simulator.account.sockets.sendRaw('hello');
    await expect.poll(() => frames.length).toBe(3);
    expect(() => JSON.parse(frames[1] ?? '') as unknown).toThrow();
    expect(frames[2]).toBe('hello');
    socket.terminate();
  });

  it('repeats notifications and lets them overtake each other', async () => {
    const client = await signedIn();
    const { socket } = await subscribed(client, INSTANT);
    client.simulator.account.sockets.duplicateNext();
    texts(client, 'Twice', 'Once');
    expect(await nextSubjects(socket, 3)).toEqual(['Twice', 'Twice', 'Once']);
    client.simulator.account.sockets.swapNext();
    texts(client, 'First', 'Second', 'Third');
    expect(await nextSubjects(socket, 3)).toEqual(['Second', 'First', 'Third']);
  });

  it('refuses as many connections as it is told', async () => {
    const client = await signedIn();
    const address = await socketAddress(client);
    client.simulator.account.sockets.refuseNext(1, 429);
    await expect(openSocket(address)).rejects.toThrow('429');
    await openSocket(address);
  });

  it('breaks an answer off when the fault says so', async () => {
    const client = await signedIn();
    const socket = new WebSocket(await socketAddress(client));
    const frames: string[] = [];
    socket.on('message', (data: Buffer) => frames.push(data.toString('utf8')));
    await expect.poll(() => frames.length).toBe(1);
    client.simulator.faults.add({ path: '/presence', truncate: true });
    const request = { type: 'ClientRequest', messageId: '1', method: 'GET' };
    socket.send(JSON.stringify([{ ...request, path: `${EXTENSION}/presence` }]));
    await expect.poll(() => frames.length).toBe(2);
    expect(() => JSON.parse(frames[1] ?? '') as unknown).toThrow();
    socket.terminate();
  });
});

describe('a socket', () => {
  it('is dropped when it does not answer a ping within ten seconds, unless the rule is off', async () => {
    const client = await signedIn();
    const deaf = new WebSocket(await socketAddress(client), { autoPong: false });
    const closed = new Promise((resolve) => deaf.once('close', resolve));
    await new Promise((resolve) => deaf.once('open', resolve));
    const { sockets, rules } = client.simulator.account;
    await client.clock.advance(69_000);
    expect(sockets.count).toBe(1);
    await client.clock.advance(1_000);
    await closed;
    rules.enforcePong = false;
    const tolerated = new WebSocket(await socketAddress(client), { autoPong: false });
    await new Promise((resolve) => tolerated.once('open', resolve));
    await client.clock.advance(200_000);
    expect(sockets.count).toBe(1);
    tolerated.terminate();
  });

  it('ends after a day, however busy it is', async () => {
    const client = await signedIn();
    const { socket } = await connected(client);
    for (let hour = 0; hour < 48; hour += 1) {
      await client.clock.advance(1_790_000);
      socket.send([{ type: 'Heartbeat', messageId: 'beat' }]);
      await socket.next(({ meta }) => meta['type'] === 'Heartbeat');
    }
    await client.clock.advance(600_000);
    expect((await socket.next()).body).toMatchObject({ errorCode: 'WSG-903' });
    await socket.closed;
  });

  it('outlives whoever asks for one, is refused, and dies', async () => {
    const { simulator } = await signedIn();
    const { hostname, port } = new URL(simulator.url);
    for (let n = 0; n < 20; n += 1) {
      const dying = connect(Number(port), hostname);
      await once(dying, 'connect');
      dying.write(
        'GET /ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
      );
      await setImmediate();
      dying.resetAndDestroy();
      await once(dying, 'close');
    }
    expect((await fetch(`${simulator.url}/restapi`)).ok).toBe(true);
  });

  it('is not recovered by another OAuth session, or without a subscription', async () => {
    const client = await signedIn();
    const { socket, details } = await connected(client);
    const wsc = String((details.meta['wsc'] as Json)['token']);
    await socket.close();
    const empty = await comeBack(client, wsc);
    expect(empty.details.body).toMatchObject({ recoveryErrorCode: 'WSG-1005' });
    const first = await subscribed(client, INSTANT);
    await first.socket.close();
    const stranger = await signedInAgain(client);
    const other = await comeBack(stranger, first.wsc);
    expect(other.details.body).toMatchObject({ recoveryErrorCode: 'WSG-1003' });
  });
});

async function signedInAgain(client: Client): Promise<Client> {
  client.simulator.account.resetRateLimits();
  const { json } = await postToken(client.simulator, jwtGrant(client.simulator));
  return clientWith(client.simulator, client.clock, String(json['access_token']));
}
