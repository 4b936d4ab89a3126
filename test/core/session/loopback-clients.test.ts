import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { openLoopback, type Loopback } from '../../../main/core/session/loopback.ts';
import { createOneTimeText } from '../../../main/core/session/one-time-text.ts';
import { findFreePort } from './harness.ts';

const sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
});

/** A program that connects and sends what it is given, and nothing more. */
async function connectSilently(port: number, said = '') {
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  const gone = new Promise<void>((resolve) => void socket.once('close', () => resolve()));
  socket.on('error', () => undefined).resume();
  await new Promise<void>((resolve) => void socket.once('connect', () => resolve()));
  socket.write(said);
  return { gone };
}

async function open() {
  const port = await findFreePort();
  const state = createOneTimeText();
  const opened = await openLoopback(port, state.redeem);
  if (!opened.ok) throw new Error(opened.failure.code);
  onTestFinished(() => opened.value.close());
  const loopback: Loopback = opened.value;
  const comeBack = (host = '127.0.0.1') =>
    fetch(`http://${host}:${port}/callback?code=good&state=${state.text}`);
  return { port, loopback, comeBack };
}

describe('the port of a sign-in', () => {
  it('is the browser’s, however many programs hold on to it without a word', async () => {
    const { port, loopback, comeBack } = await open();
    for (let n = 0; n < 40; n += 1) await connectSilently(port, n % 2 ? 'GET /callback HT' : '');
    const page = comeBack();
    const redirect = await loopback.redirect;
    expect(redirect.query.get('code')).toBe('good');
    // Nor can they take the place of the page that waits for RingCentral.
    for (let n = 0; n < 40; n += 1) await connectSilently(port);
    await redirect.answer({ kind: 'denied' });
    expect((await page).status).toBe(200);
  });

  it('lets go of everybody when it closes, but for the page that is on its way', async () => {
    const { port, loopback, comeBack } = await open();
    const silent = [await connectSilently(port), await connectSilently(port, 'GET /callb')];
    const page = comeBack();
    const redirect = await loopback.redirect;
    loopback.close();
    await Promise.all(silent.map(({ gone }) => gone));
    await redirect.answer({ kind: 'signed-in', name: 'Dana Whitlock' });
    expect(await (await page).text()).toContain('Signed in as Dana Whitlock');
  });

  it('is there under both of localhost’s addresses: browsers try the newer one first', async () => {
    const { loopback, comeBack } = await open();
    const page = comeBack('[::1]');
    await (await loopback.redirect).answer({ kind: 'denied' });
    expect((await page).status).toBe(200);
  });

  it('counts as taken when another program waits there for what the browser brings', async () => {
    const port = await findFreePort();
    const other = createServer();
    await new Promise<void>((resolve) => void other.listen(port, '::1', resolve));
    onTestFinished(() => void other.close());
    expect(await openLoopback(port, () => true)).toMatchObject({
      failure: { message: 'session.port-taken', params: { port } },
    });
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
  });
});
