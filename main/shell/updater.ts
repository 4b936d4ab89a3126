import type { AppUpdater } from 'electron-updater';
import type { EpochMs } from '../../shared/model/ids.ts';
import type { UpdateState } from '../../shared/model/updates.ts';
import type { Clock, Log, Updater } from '../core/ports.ts';
import type { ShellMemory } from './shell-state.ts';

/** What is used of electron-updater. */
export type UpdateEngine = Pick<
  AppUpdater,
  'checkForUpdates' | 'downloadUpdate' | 'quitAndInstall' | 'on'
> & {
  autoDownload: boolean;
  autoInstallOnAppQuit: boolean;
  allowPrerelease: boolean;
  allowDowngrade: boolean;
  disableWebInstaller: boolean;
  channel: string | null;
  logger: AppUpdater['logger'];
};

export type UpdaterTools = {
  /** Undefined where this copy cannot replace itself; loaded when it is first needed. */
  readonly loadEngine: (() => Promise<UpdateEngine>) | undefined;
  readonly memory: Pick<ShellMemory, 'get' | 'set'>;
  /** Closes everything in order: the installer may end what still runs. */
  readonly stopFirst: () => Promise<void>;
  /** Ends this process for a new one of the same version: everything is closed, and nothing is newer. */
  readonly startAgain: () => void;
  readonly clock: Clock;
  readonly log: Log;
};

const channels = { stable: 'latest', beta: 'beta' } as const;

/** How long everything may take to close before the installer begins anyway, in milliseconds. */
const closingMs = 15_000;

/** Looks for, fetches and installs newer versions; each only when asked. */
export function createUpdater(tools: UpdaterTools): Updater {
  const { loadEngine, memory, clock, log } = tools;
  const listeners = new Set<() => void>();
  let state: UpdateState = { name: 'idle', checkedAt: undefined };
  let engine: Promise<UpdateEngine> | undefined;
  let running: Promise<void> | undefined;
  let readyOf: keyof typeof channels | undefined;
  let isInstalling = false;

  const become = (next: UpdateState): void => {
    state = next;
    for (const listener of listeners) listener();
  };

  const getEngine = (): Promise<UpdateEngine> => {
    if (loadEngine === undefined) throw new Error('this copy cannot update itself');
    engine ??= loadEngine().then((loaded) => {
      prepare(loaded, log);
      loaded.on('download-progress', ({ percent }) => {
        const whole = Math.floor(percent);
        if (state.name !== 'downloading' || whole === state.percent) return;
        become({ ...state, percent: whole });
      });
      return loaded;
    });
    return engine;
  };

  const search = async (channel: keyof typeof channels): Promise<void> => {
    become({ name: 'checking' });
    try {
      const loaded = await getEngine();
      loaded.allowPrerelease = channel === 'beta';
      loaded.channel = channels[channel];
      // Choosing a channel allows it, and would take a tester's archive to an older Sidetone.
      loaded.allowDowngrade = false;
      const found = await loaded.checkForUpdates();
      if (found?.isUpdateAvailable !== true) {
        become({ name: 'idle', checkedAt: clock.now() });
        return;
      }
      const { version } = found.updateInfo;
      become({ name: 'downloading', version, percent: 0 });
      await loaded.downloadUpdate();
      log.info('an update is ready', { version });
      // Another version than the one that *Later* was said of.
      if (memory.get().postponed?.version !== version) memory.set({ postponed: undefined });
      readyOf = channel;
      become({ name: 'ready', version });
    } catch (error) {
      log.error('the search for an update failed', error);
      become({ name: 'failed', at: clock.now() });
    }
  };

  return {
    canUpdate: loadEngine !== undefined,
    get: () => state,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async check(channel) {
      // What is ready of a channel that was left is not what the user wants any more.
      const isReady = state.name === 'ready' && readyOf === channel;
      if (loadEngine === undefined || isReady || isInstalling) return;
      running ??= search(channel).finally(() => {
        running = undefined;
      });
      await running;
    },
    install() {
      if (isInstalling) return;
      isInstalling = true;
      void installAfter(getEngine(), tools);
    },
    getLater: (): EpochMs | undefined => memory.get().postponed?.until,
    setLater(until) {
      if (state.name === 'ready') memory.set({ postponed: { version: state.version, until } });
    },
  };
}

function prepare(engine: UpdateEngine, log: Log): void {
  engine.autoDownload = false;
  // Somebody who quits wants to be done, or is shutting the computer down.
  engine.autoInstallOnAppQuit = false;
  engine.disableWebInstaller = true;
  engine.logger = {
    info: (message) => log.info(`updater: ${String(message)}`),
    warn: (message) => log.warn(`updater: ${String(message)}`),
    error: (message) => log.warn(`updater: ${String(message)}`),
  };
  // What fails rejects as well; without a listener it would be thrown.
  engine.on('error', () => undefined);
}

/** Installs once everything is closed. What cannot be installed then leaves nothing running: it starts again. */
async function installAfter(
  loading: Promise<UpdateEngine>,
  { stopFirst, startAgain, clock, log }: UpdaterTools,
): Promise<void> {
  try {
    const engine = await loading;
    // A password that is not given, for one, is told like this and not thrown.
    engine.on('error', startAgain);
    await withPatience(stopFirst(), clock);
    // Not silently, where a password is asked for; and Sidetone comes back by itself.
    engine.quitAndInstall(false, true);
  } catch (error) {
    log.error('the update could not be installed', error);
    startAgain();
  }
}

function withPatience(work: Promise<void>, clock: Pick<Clock, 'schedule'>): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancel = clock.schedule(closingMs, resolve);
    work.then(resolve, reject).finally(cancel);
  });
}
