import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startDemoServer } from '../../main/shell/demo.ts';
import { systemClock } from '../../main/shell/system.ts';
import { createFakeClock, createFakeLog, settle } from './support/fakes.ts';

const simulator = new URL('../../simulator/thread.ts', import.meta.url);

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sidetone-demo-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Starts a thread with a few lines of code in the simulator's place. */
function start(code: string, clock = systemClock) {
  const file = join(folder, 'thread.mjs');
  writeFileSync(file, `import { parentPort } from 'node:worker_threads';\n${code}`);
  return startDemoServer({ thread: pathToFileURL(file), folder, clock, log: createFakeLog() });
}

describe('the demo server', () => {
  it('runs on loopback, and is the same account after a restart', async () => {
    const tools = { thread: simulator, folder, clock: systemClock, log: createFakeLog() };
    const first = await startDemoServer(tools);
    expect(new URL(first.account.serverUrl).hostname).toBe('127.0.0.1');
    const answer = await fetch(`${first.account.serverUrl}/restapi/v1.0/account/~`);
    expect(answer.status).toBe(401);
    await first.stop();
    await expect(fetch(first.account.serverUrl)).rejects.toThrow('fetch failed');
    expect(existsSync(join(folder, 'demo-server.json'))).toBe(true);

    const second = await startDemoServer(tools);
    expect(second.account).toMatchObject({
      clientId: first.account.clientId,
      jwt: first.account.jwt,
    });
    await second.stop();
    expect(tools.log.lines.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  it('has no control endpoints', async () => {
    const tools = { thread: simulator, folder, clock: systemClock, log: createFakeLog() };
    const server = await startDemoServer(tools);
    const answer = await fetch(`${server.account.serverUrl}/__simulator/state`);
    expect(answer.status).toBe(404);
    await server.stop();
  });

  it('rejects with the reason when the server cannot start', async () => {
    const saysWhy = `parentPort.postMessage({ type: 'failed', message: 'the disk is full' })`;
    await expect(start(saysWhy)).rejects.toThrow('the disk is full');
  });

  it('rejects when its thread throws or ends', async () => {
    await expect(start(`throw new Error('broken')`)).rejects.toThrow('broken');
    await expect(start('')).rejects.toThrow('the demo server ended');
  });

  it('rejects when the server does not answer in twenty seconds', async () => {
    const clock = createFakeClock();
    const started = start('setInterval(() => undefined, 1000)', clock);
    const outcome = expect(started).rejects.toThrow('does not answer');
    await settle();
    clock.turn(20_000);
    await outcome;
  });

  it('stops even when the server does not say that it has', async () => {
    const clock = createFakeClock();
    const ready = { type: 'ready', url: 'http://127.0.0.1:1', clientId: 'a', jwt: 'b' };
    const server = await start(
      `parentPort.postMessage(${JSON.stringify(ready)}); setInterval(() => undefined, 1000)`,
      clock,
    );
    const stopped = server.stop();
    await settle();
    clock.turn(20_000);
    await stopped;
    expect(clock.now()).toBe(20_000);
  });
});
