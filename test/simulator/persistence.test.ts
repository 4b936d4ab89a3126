import { spawn } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

import { describe, expect, it, onTestFinished } from 'vitest';

import { startSimulator } from '../../simulator/server.ts';
import type { FromSimulatorThread } from '../../simulator/thread-messages.ts';
import type { Client, Json } from './support/client.ts';
import {
  clientWith,
  jwtGrant,
  postToken,
  records,
  signedIn,
  startForTest,
} from './support/client.ts';

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'simulator-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

async function restarted(client: Client, statePath: string): Promise<Client> {
  await client.simulator.stop();
  const { simulator, clock } = await startForTest({ statePath, clock: client.clock });
  return clientWith(simulator, clock, client.token);
}

const TEXT = {
  from: { phoneNumber: '+15125550123' },
  to: [{ phoneNumber: '+15125550120' }],
  text: 'Across the restart',
};

describe('a restart', () => {
  it('keeps messages, calls, contacts, tokens, sync tokens and addresses', async () => {
    const statePath = join(await folder(), 'deep', 'state.json');
    const before = await signedIn({ statePath });
    const sent = (await before.post('/sms', TEXT)).json;
    const created = (await before.post('/address-book/contact', { firstName: 'Ada' })).json;
    await before.clock.advance(60_000);
    const list = (await before.get('/message-store')).text;
    const sync = (await before.get('/message-sync', { syncType: 'FSync' })).json;
    const calls = (await before.get('/call-log')).text;
    const after = await restarted(before, statePath);
    expect(after.simulator.url).toBe(before.simulator.url);
    expect((await after.get('/message-store')).text).toBe(list);
    expect((await after.get('/call-log')).text).toBe(calls);
    expect((await after.get(`/message-store/${String(sent['id'])}`)).json['messageStatus']).toBe(
      'Delivered',
    );
    expect((await after.get(`/address-book/contact/${String(created['id'])}`)).status).toBe(200);
    await after.clock.advance(10_000);
    const message = after.simulator.account.receiveText({ from: '+15125550134', text: 'New' });
    const syncToken = String((sync['syncInfo'] as Json)['syncToken']);
    const more = await after.get('/message-sync', { syncType: 'ISync', syncToken });
    expect(records(more).map(({ id }) => id)).toEqual([message.id]);
  });

  it('keeps a refresh token good, and the grace of the one before it', async () => {
    const statePath = join(await folder(), 'state.json');
    const { simulator, clock } = await startForTest({ statePath });
    const first = (await postToken(simulator, jwtGrant(simulator))).json;
    const grant = {
      grant_type: 'refresh_token',
      refresh_token: String(first['refresh_token']),
      client_id: simulator.credentials.clientId,
    };
    const second = (await postToken(simulator, grant)).json;
    await simulator.stop();
    const again = await startForTest({ statePath, clock });
    const repeated = (await postToken(again.simulator, grant)).json;
    expect(repeated['refresh_token']).toBe(second['refresh_token']);
    expect(again.simulator.credentials).toEqual(simulator.credentials);
  });

  it('goes on with texts on their way, and ends calls that were running', async () => {
    const statePath = join(await folder(), 'state.json');
    const before = await signedIn({ statePath });
    const sent = (await before.post('/sms', TEXT)).json;
    const call = { from: { phoneNumber: '+15125550177' }, to: { phoneNumber: '+15125550134' } };
    await before.post('/ring-out', call);
    const after = await restarted(before, statePath);
    expect(records(await after.get('/call-log'))[0]).toMatchObject({ result: 'Call Failed' });
    expect((await after.get('/presence')).json['telephonyStatus']).toBe('NoCall');
    await after.clock.advance(10_000);
    const message = (await after.get(`/message-store/${String(sent['id'])}`)).json;
    expect(message['messageStatus']).toBe('Delivered');
  });

  it('after a crash knows what it had answered, and gives no id twice', async () => {
    const path = await folder();
    const client = await signedIn({ statePath: join(path, 'state.json') });
    const sent = (await client.post('/sms', TEXT)).json;
    // What is on disk at this moment is what a crash leaves behind.
    const copy = join(path, 'crashed.json');
    await writeFile(copy, await readFile(join(path, 'state.json')));
    const unsaved = client.simulator.account.receiveText({ from: '+15125550134', text: 'Unsaved' });
    const { simulator } = await startForTest({ statePath: copy, clock: client.clock });
    expect(simulator.account.messages.map(({ id }) => id)).toContain(sent['id']);
    const next = simulator.account.receiveText({ from: '+15125550134', text: 'After' });
    expect(next.id).toBeGreaterThan(unsaved.id);
  });

  it.each([['{"version":1,'], ['[]'], ['{"version":99}'], ['{"version":1,"messages":5}']])(
    'moves a file that holds %s aside and starts afresh',
    async (content) => {
      const path = await folder();
      const statePath = join(path, 'state.json');
      await writeFile(statePath, content);
      const client = await signedIn({ statePath });
      expect(records(await client.get('/message-store')).length).toBeGreaterThan(0);
      await client.simulator.stop();
      const names = await readdir(path);
      expect(names.toSorted()).toEqual(['state.json', `state.json.damaged-${client.clock.now()}`]);
      expect(await readFile(join(path, names.toSorted()[1] ?? ''), 'utf8')).toBe(content);
    },
  );

  it('is not undone by what the old server had still planned', async () => {
    const statePath = join(await folder(), 'state.json');
    const before = await signedIn({ statePath });
    await before.post('/sms', TEXT);
    const after = await restarted(before, statePath);
    const message = after.simulator.account.receiveText({ from: '+15125550134', text: 'Later' });
    await after.clock.advance(60_000);
    await after.simulator.stop();
    expect(await readFile(statePath, 'utf8')).toContain(`"id":${message.id}`);
  });
});

describe('addresses', () => {
  it('give way when another program has the port, unless the port was asked for', async () => {
    const path = await folder();
    const one = await signedIn({ statePath: join(path, 'one.json') });
    const { ports } = one.simulator.account.state;
    await one.post('/address-book/contact', { firstName: 'Saved' });
    await writeFile(join(path, 'two.json'), await readFile(join(path, 'one.json')));
    const two = await startForTest({ statePath: join(path, 'two.json') });
    expect(two.simulator.url).not.toBe(one.simulator.url);
    await expect(startSimulator({ port: ports?.api ?? 0 })).rejects.toThrow('EADDRINUSE');
  });
});

describe('other ways to run it', () => {
  const entry = (name: string): URL => new URL(`../../simulator/${name}`, import.meta.url);

  function nextMessage(worker: Worker): Promise<FromSimulatorThread> {
    return new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
  }

  it('as a thread, that says when it is ready and when it has stopped', async () => {
    const statePath = join(await folder(), 'state.json');
    const worker = new Worker(entry('thread.ts'), { workerData: { statePath, seed: 5 } });
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    const ready = await nextMessage(worker);
    if (ready.type !== 'ready') throw new Error(`The thread said ${ready.type}.`);
    expect((await fetch(`${ready.url}/restapi`)).status).toBe(200);
    const stopped = nextMessage(worker);
    worker.postMessage({ type: 'stop' });
    expect(await stopped).toEqual({ type: 'stopped' });
    expect(await ended).toBe(0);
    expect(JSON.parse(await readFile(statePath, 'utf8'))).toMatchObject({ version: 1, seed: 5 });
  });

  it('as a thread, that says why it cannot start', async () => {
    const statePath = await folder();
    const worker = new Worker(entry('thread.ts'), { workerData: { statePath } });
    expect(await nextMessage(worker)).toMatchObject({
      type: 'failed',
      message: expect.stringContaining('EISDIR'),
    });
    await worker.terminate();
  });

  it('from the command line, until it is interrupted', async () => {
    const child = spawn(process.execPath, [entry('main.ts').pathname, '--port', '0'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    const ended = new Promise((resolve) => child.once('exit', resolve));
    let text = '';
    for await (const chunk of child.stdout) {
      text += String(chunk);
      if (text.includes('JWT:')) break;
    }
    const [, address] = /Address:\s+(\S+)/.exec(text) ?? [];
    expect((await fetch(`${address}/restapi`)).status).toBe(200);
    expect((await fetch(`${address}/__simulator/state`)).status).toBe(404);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  it('from the command line, with a word about what it takes', async () => {
    const child = spawn(process.execPath, [entry('main.ts').pathname, '--port', 'x'], {
      stdio: ['ignore', 'inherit', 'pipe'],
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    let text = '';
    for await (const chunk of child.stderr) text += String(chunk);
    expect(text).toContain('--port takes a whole number');
    expect(text).toContain('Usage:');
    expect(await ended).toBe(1);
  });
});
