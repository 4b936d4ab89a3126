import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import process from 'node:process';
import { createCore, type Core } from '../../../main/core/core.ts';
import type { Log, LogFields } from '../../../main/core/ports.ts';
import { createBorder, type Border } from '../../../main/shell/border.ts';
import { redactFields, redactText } from '../../../main/shell/redact.ts';
import { ManualClock, startSimulator, type Simulator } from '../../../simulator/server.ts';
import { makePlainPorts } from '../../core/support/plain-ports.ts';
import { plantedBody, plantedNumber } from '../hostile.ts';

/** A request that would ring a phone or send a text. */
export type Deed = { readonly kind: 'call' | 'text'; readonly body: string };

export type FuzzWorld = {
  readonly clock: ManualClock;
  readonly core: Core;
  readonly border: Border;
  /** What has left for RingCentral that somebody would hear or read. */
  readonly deeds: Deed[];
  /** What was wrong: a line each. */
  readonly wrong: string[];
  /** Signs in when nobody is. */
  seeToSession(): Promise<void>;
  /** What lies outside the profile and outside the folder that dialogs answer. */
  outside(): readonly string[];
  stop(): Promise<void>;
};

/** The folders of a run; the process works in one of them, so that a relative path shows. */
function makeFolders() {
  const root = mkdtempSync(join(tmpdir(), 'sidetone-fuzz-'));
  const of = (name: string): string => {
    mkdirSync(join(root, name), { mode: 0o700 });
    return join(root, name);
  };
  const before = { cwd: process.cwd(), home: process.env['HOME'] };
  const folders = {
    root,
    profile: of('profile'),
    chosen: of('chosen'),
    input: of('input'),
    cwd: of('cwd'),
    home: of('home'),
  };
  process.chdir(folders.cwd);
  process.env['HOME'] = folders.home;
  return {
    ...folders,
    giveBack() {
      process.chdir(before.cwd);
      if (before.home === undefined) delete process.env['HOME'];
      else process.env['HOME'] = before.home;
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** A log that judges each line as it would be written. */
function createJudgingLog(wrong: string[]): Log {
  const judge = (message: string, fields: LogFields = {}, more = ''): void => {
    const line = [redactText(message), JSON.stringify(redactFields(fields)), redactText(more)];
    const written = line.join(' ');
    if (written.includes(plantedBody) || written.includes(plantedNumber.slice(2)))
      wrong.push(`the log says too much: ${written.slice(0, 300)}`);
  };
  return {
    info: (message, fields) => judge(message, fields),
    warn: (message, fields) => judge(message, fields),
    error(message, error, fields) {
      const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
      judge(message, fields, stack);
      wrong.push(
        `an error in the log: ${message} ${JSON.stringify(fields)} ${stack.slice(0, 900)}`,
      );
    },
  };
}

/** Lets requests to the simulator through and to nobody else, and notes what somebody would notice. */
function createWatchedFetch(server: () => string, deeds: Deed[]): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    if (!request.url.startsWith(`${server()}/`)) throw new TypeError('fetch failed');
    const { pathname } = new URL(request.url);
    if (request.method === 'POST' && /\/(?:ring-out|sms|mms)$/.test(pathname)) {
      const body = Buffer.from(await request.clone().arrayBuffer()).toString('utf8');
      deeds.push({ kind: pathname.endsWith('ring-out') ? 'call' : 'text', body });
    }
    return fetch(request);
  };
}

/** A whole core behind the real border, signed in to a RingCentral that counts. */
export async function openFuzzWorld(files: readonly string[]): Promise<FuzzWorld> {
  const folders = makeFolders();
  const wrong: string[] = [];
  const deeds: Deed[] = [];
  const clock = new ManualClock();
  const simulator: Simulator = await startSimulator({ clock });
  const log = createJudgingLog(wrong);
  const inputs = files.map((text, at) => {
    const path = join(folders.input, `${at}${at % 2 === 0 ? '.csv' : '.vcf'}`);
    writeFileSync(path, text);
    return path;
  });
  let turn = 0;
  const next = <T>(values: readonly T[]): T | undefined => values[(turn += 1) % values.length];
  const core = createCore(
    makePlainPorts({
      folder: folders.profile,
      clock,
      log,
      fetch: createWatchedFetch(() => simulator.url, deeds),
      fileDialogs: {
        // A proposed name with a path in it would lead out of the folder.
        chooseSave: ({ fileName }) =>
          Promise.resolve(next([undefined, join(folders.chosen, fileName)])),
        chooseOpen: () => Promise.resolve(next([undefined, ...inputs])),
        chooseFolder: () => Promise.resolve(next([undefined, folders.chosen])),
      },
    }),
  );
  await core.start();
  const isSignedIn = async (): Promise<boolean> => {
    const session = await core.router.call('session.get', undefined);
    return session.ok && (session.value as { readonly state: string }).state === 'signed-in';
  };
  const watched = watch(folders.root, [folders.profile, folders.chosen]);
  return {
    clock,
    core,
    wrong,
    deeds,
    border: createBorder({ isOurWindow: (id) => id === 1, call: core.router.call, log }),
    async seeToSession() {
      if (await isSignedIn()) return;
      const { clientId, jwt } = simulator.credentials;
      const input = { method: 'jwt', serverUrl: simulator.url, clientId, jwt };
      await pass(clock, core.router.call('session.sign-in', input));
      if (!(await isSignedIn())) await pass(clock, core.router.call('session.retry', undefined));
    },
    outside: watched,
    async stop() {
      await pass(clock, core.stop());
      await simulator.stop();
      folders.giveBack();
    },
  };
}

/** Turns the clock, in growing steps, until something has settled. */
export async function pass<T>(clock: ManualClock, work: Promise<T>): Promise<T> {
  const end = { isReached: false };
  const settled = work.finally(() => (end.isReached = true));
  for (let stepMs = 1; !end.isReached; stepMs = Math.min(stepMs * 1.2, 5_000)) {
    await clock.advance(Math.floor(stepMs));
  }
  return settled;
}

/** Names what is new or changed below a folder, apart from what may be. */
function watch(root: string, allowed: readonly string[]): () => readonly string[] {
  const look = (): ReadonlyMap<string, string> =>
    new Map(
      readdirSync(root, { recursive: true, withFileTypes: true })
        .map((entry) => join(entry.parentPath, entry.name))
        .filter((path) => !allowed.some((each) => path === each || path.startsWith(`${each}/`)))
        .map((path) => [path, `${statSync(path).size}`]),
    );
  const before = look();
  return () =>
    [...look()].filter(([path, size]) => before.get(path) !== size).map(([path]) => basename(path));
}
