import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, inject, onTestFinished, vi } from 'vitest';
import type { AppEvent, CallInput, CallName, CallOutput } from '../../../shared/contract/index.ts';
import type { Route } from '../../../shared/model/app.ts';
import type { Result } from '../../../shared/result.ts';
import { createCore, type Core } from '../../../main/core/core.ts';
import type { Ports, Secrets, SettingsStore } from '../../../main/core/ports.ts';
import {
  ManualClock,
  startSimulator,
  type Simulator,
  type SimulatorOptions,
} from '../../../simulator/server.ts';
import { makeFolder } from '../../db/support.ts';
import { textsAtOnce } from './plain-ports.ts';
import { createFakeArchives, type FakeArchives } from './archives.ts';
import { createFakeCardWindow, type FakeCardWindow } from './card-window.ts';
import { createFakeLinkHandlers } from './link-handlers.ts';
import { createFakeFileDialogs, type FakeFileDialogs } from './file-dialogs.ts';
import { createFakeNotifier, type FakeNotifier } from './notifier.ts';
import { createFakeQuickWindow, type FakeQuickWindow } from './quick-window.ts';
import { createMemoryLog, type MemoryLog } from './memory-log.ts';
import { createFakeShortcuts, type FakeShortcuts } from './shortcuts.ts';
import { createCountingRandom } from './session.ts';
import { createFakeUpdater, type FakeUpdater } from './updater.ts';

/** What of a profile outlives the core that uses it. */
export type Profile = {
  readonly folder: string;
  readonly vault: Map<string, string>;
  settings: unknown;
  damagedSettings?: { readonly keptAs: string };
};

export type RunningCore = {
  readonly core: Core;
  readonly log: MemoryLog;
  readonly events: AppEvent[];
  readonly opened: string[];
  readonly archives: FakeArchives;
  readonly fileDialogs: FakeFileDialogs;
  readonly cardWindow: FakeCardWindow;
  readonly quickWindow: FakeQuickWindow;
  readonly updater: FakeUpdater;
  readonly notifier: FakeNotifier;
  /** Whether the main window is before the user. */
  readonly front: { isInFront: boolean };
  readonly shortcuts: FakeShortcuts;
  /** Where the main window was opened, in order. */
  readonly places: Route[];
  /** Asks as a window does. */
  call<Name extends CallName>(
    name: Name,
    input: CallInput<Name>,
  ): Promise<Result<CallOutput<Name>>>;
  /** The same, for a call that must succeed. */
  get<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>>;
  signIn(simulator: Simulator): Promise<void>;
  /** Stops the core, turning the clock for what stopping waits for. */
  stop(): Promise<void>;
};

/** A profile in a folder of the test's own. */
export function makeProfile(): Profile {
  return { folder: makeFolder(), vault: new Map(), settings: { ...textsAtOnce } };
}

/** One of the core's threads, as it was bundled for this run. */
function thread(name: 'db-worker' | 'places-worker'): URL {
  return pathToFileURL(join(inject('threadsFolder'), `${name}.js`));
}

/** A whole core, its archive in real workers, its time the test's. */
export function makeCore(
  profile: Profile,
  clock: ManualClock,
  more: Partial<Pick<Ports, 'environment' | 'fetch' | 'opener' | 'paths' | 'policy'>> = {},
): RunningCore {
  const log = createMemoryLog();
  const events: AppEvent[] = [];
  const opened: string[] = [];
  const archives = createFakeArchives();
  const fileDialogs = createFakeFileDialogs();
  const cardWindow = createFakeCardWindow();
  const shortcuts = createFakeShortcuts();
  const quickWindow = createFakeQuickWindow();
  const updater = createFakeUpdater();
  const notifier = createFakeNotifier();
  const front = { isInFront: false };
  const places: Route[] = [];
  const core = createCore({
    clock,
    log,
    random: createCountingRandom(),
    secrets: vaultOf(profile),
    settings: settingsOf(profile),
    policy: more.policy ?? { state: 'none' },
    fetch: more.fetch ?? globalThis.fetch,
    notifier,
    opener: more.opener ?? {
      openPage: () => Promise.resolve(false),
      openLink: () => Promise.resolve(false),
      openTel(number) {
        opened.push(number);
        return Promise.resolve(false);
      },
    },
    paths: more.paths ?? {
      profile: profile.folder,
      databaseWorker: thread('db-worker'),
      placesWorker: thread('places-worker'),
    },
    profiles: { switchTo: () => Promise.resolve({ ok: true, value: undefined }) },
    archives,
    fileDialogs,
    linkHandlers: createFakeLinkHandlers(),
    shortcuts,
    cardWindow,
    quickWindow,
    updater,
    mainWindow: {
      open: (to) => void places.push(to),
      notePlace: () => undefined,
      runRole: () => undefined,
      isInFront: () => front.isInFront,
    },
    environment: more.environment ?? {},
    demo: undefined,
    info: { version: '0.0.0', platform: 'test', runtime: 'Node', isPackaged: false },
  });
  core.events.on((event) => void events.push(event));
  const call: RunningCore['call'] = async (name, input) =>
    (await core.router.call(name, input)) as Result<CallOutput<typeof name>>;
  const get: RunningCore['get'] = async (name, input) => {
    const result = await call(name, input);
    if (!result.ok) throw new Error(`${name}: ${result.failure.message} (${result.failure.code})`);
    return result.value;
  };
  const stop = async (): Promise<void> => {
    const end = { isReached: false };
    const stopping = core.stop().finally(() => {
      end.isReached = true;
    });
    // Stopping gives requests that are out a little time, which is the test's to turn.
    while (!end.isReached) await clock.advance(100);
    await stopping;
  };
  onTestFinished(stop);
  return {
    core,
    log,
    events,
    opened,
    archives,
    fileDialogs,
    cardWindow,
    quickWindow,
    updater,
    notifier,
    front,
    shortcuts,
    places,
    call,
    get,
    stop,
    async signIn(simulator) {
      const { clientId, jwt } = simulator.credentials;
      await get('session.sign-in', {
        method: 'jwt',
        serverUrl: simulator.url,
        clientId,
        jwt,
      });
    },
  };
}

/** A RingCentral on loopback that lives as long as the test, in the test's time. */
export async function openSimulator(
  clock: ManualClock,
  pace: SimulatorOptions['pace'] = {},
): Promise<Simulator> {
  const simulator = await startSimulator({ clock, pace });
  onTestFinished(() => simulator.stop());
  return simulator;
}

/** Waits for what takes real time (sockets, workers) but no time of the test's clock. */
export function until<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: 10_000, interval: 5 });
}

/** Turns the clock in small steps until something is so; for what happens at no certain time. */
export async function passUntil<T>(
  clock: ManualClock,
  check: () => T | Promise<T>,
  stepMs = 500,
): Promise<T> {
  return vi.waitFor(
    async () => {
      await clock.advance(stepMs);
      return check();
    },
    { timeout: 15_000, interval: 5 },
  );
}

/** Turns the clock in small steps until something is answered, of which part is a matter of time. */
export async function whileTurning<T>(
  clock: ManualClock,
  work: Promise<T>,
  stepMs: number,
): Promise<T> {
  const end = { isReached: false };
  const answer = work.finally(() => {
    end.isReached = true;
  });
  while (!end.isReached) {
    await clock.advance(stepMs);
    // What a busy computer takes its time for is not to take minutes of the clock's.
    await sleep(5);
  }
  return answer;
}

/** The file that holds a profile's archive. */
export function archiveOf(profile: Profile): string {
  return join(profile.folder, 'archive.db');
}

function vaultOf({ vault }: Profile): Secrets {
  return {
    standing: 'os',
    get: (key) => Promise.resolve(vault.get(key)),
    set: (key, value) => Promise.resolve(void vault.set(key, value)),
    remove: (key) => Promise.resolve(void vault.delete(key)),
    keys: () => Promise.resolve([...vault.keys()]),
  };
}

function settingsOf(profile: Profile): SettingsStore {
  return {
    read: () => ({
      value: profile.settings,
      ...(profile.damagedSettings && { damaged: profile.damagedSettings }),
    }),
    write(value) {
      profile.settings = value;
    },
  };
}

/** A core that has started and signed in to a RingCentral of its own. */
export async function startSignedIn(
  pace: SimulatorOptions['pace'] = {},
): Promise<RunningCore & { clock: ManualClock; simulator: Simulator; profile: Profile }> {
  const clock = new ManualClock();
  const simulator = await openSimulator(clock, pace);
  const profile = makeProfile();
  const running = makeCore(profile, clock);
  await running.core.start();
  await running.signIn(simulator);
  // Whatever a journey runs into, nothing of it is a bug of ours.
  onTestFinished(() => {
    expect(running.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
  return { ...running, clock, simulator, profile };
}
