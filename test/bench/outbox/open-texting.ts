import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CallInput, CallName, CallOutput } from '../../../shared/contract/index.ts';
import type { ClientId } from '../../../shared/model/ids.ts';
import type { Result } from '../../../shared/result.ts';
import { createCore } from '../../../main/core/core.ts';
import { makePlainPorts } from '../../core/support/plain-ports.ts';
import { createQuickClock, type QuickTime } from '../../core/support/quick-clock.ts';
import { openServer, type BenchServer } from './server.ts';

/** A whole core that is signed in at a server beside it, and holds no text back. */
export type TextingWorld = {
  readonly folder: string;
  readonly server: BenchServer;
  ask<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>>;
  /** Accepts a text and waits for its request. */
  sendOne(n: number): Promise<{ readonly acceptMs: number; readonly leaveMs: number }>;
  close(): Promise<void>;
};

export async function openTexting(options: {
  readonly time: QuickTime;
  readonly rateFactor: number;
  /** An archive to begin with. */
  readonly archive?: string;
}): Promise<TextingWorld> {
  mkdirSync(join('out', 'bench-cache'), { recursive: true });
  const folder = mkdtempSync(join('out', 'bench-cache', 'texting-'));
  if (options.archive !== undefined) copyFileSync(options.archive, join(folder, 'archive.db'));
  const server = await openServer(options.time, options.rateFactor);
  let left = Promise.withResolvers<number>();
  const core = createCore(
    makePlainPorts({
      folder,
      clock: createQuickClock(options.time),
      fetch(input, init) {
        const url = input instanceof Request ? input.url : String(input);
        if (url.endsWith('/sms')) left.resolve(performance.now());
        return fetch(input, init);
      },
    }),
  );
  const ask: TextingWorld['ask'] = async (name, input) => {
    const result = (await core.router.call(name, input)) as Result<CallOutput<typeof name>>;
    if (!result.ok) throw new Error(`${name}: ${result.failure.message}`);
    return result.value;
  };
  await core.start();
  await ask('settings.set', { undoSeconds: 0, askQuietTexts: false });
  const { url: serverUrl, clientId, jwt } = server;
  await ask('session.sign-in', { method: 'jwt', serverUrl, clientId, jwt });
  while ((await ask('messages.list-senders', undefined)).length === 0) await sleep(20);
  return {
    folder,
    server,
    ask,
    async sendOne(n) {
      left = Promise.withResolvers();
      const began = performance.now();
      await ask('messages.send', toText(n));
      const accepted = performance.now();
      const request = await left.promise;
      return { acceptMs: accepted - began, leaveMs: Math.max(0, request - accepted) };
    },
    async close() {
      await core.stop();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A text to one of a hundred people who get theirs. */
export function toText(n: number): CallInput<'messages.send'> {
  const person = `+1512555${String(100 + (n % 80)).padStart(4, '0')}`;
  return {
    clientId: `bench-${n}` as ClientId,
    to: { numbers: [person] },
    text: `bench ${n}`,
  };
}
