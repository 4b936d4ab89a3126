import { join } from 'node:path';
import { failure, type Failure } from '../../../shared/failure.ts';
import type { Settings } from '../../../shared/model/app.ts';
import type { UpdateObstacle, UpdateView } from '../../../shared/model/updates.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { askToGoBack, findCopyBefore } from '../db/go-back.ts';
import type { Events } from '../events.ts';
import type { Ports } from '../ports.ts';

/** Not before the user has what they started Sidetone for. */
const firstCheckMs = 60_000;
const checkEveryMs = 6 * 60 * 60_000;
const laterMs = 24 * 60 * 60_000;

/** Keeps Sidetone new without ever being in the way. */
export type Updates = {
  /** Begins to look from time to time, as the settings say. */
  start(): void;
  stop(): void;
  getView(): Promise<UpdateView>;
  check(): Promise<Result<UpdateView>>;
  install(): Promise<Result<void>>;
  postpone(): Promise<UpdateView>;
  goBack(): Result<void>;
};

export type UpdatesDeps = {
  readonly ports: Pick<Ports, 'archives' | 'clock' | 'info' | 'log' | 'paths' | 'updater'>;
  readonly events: Pick<Events, 'changed'>;
  readonly settings: () => Pick<Settings, 'checkForUpdates' | 'updateChannel'>;
  /** What a restart would cut off now. */
  readonly findObstacle: () => Promise<UpdateObstacle | undefined>;
  /** Why the archive is shut, while it is. */
  readonly archiveTrouble: () => Failure | undefined;
};

/** Builds the service; nothing is asked before `start`. */
export function createUpdates(deps: UpdatesDeps): Updates {
  const { events, settings } = deps;
  const { clock, info, log, updater } = deps.ports;
  const archive = join(deps.ports.paths.profile, deps.ports.archives.file);
  let cancelNext = (): void => undefined;
  let stopHearing = (): void => undefined;

  const copyBefore = (): UpdateView['copyBefore'] => {
    if (deps.archiveTrouble()?.message !== 'archive.newer') return undefined;
    const copy = findCopyBefore(archive);
    return copy && { madeAt: copy.madeAt };
  };

  /** Nothing is under way while the archive is shut. */
  const findObstacle = async (): Promise<UpdateObstacle | undefined> =>
    deps.archiveTrouble() === undefined ? deps.findObstacle() : undefined;

  const getView = async (): Promise<UpdateView> => {
    const until = updater.getLater();
    return {
      version: info.version,
      canUpdate: updater.canUpdate,
      state: updater.get(),
      obstacle: await findObstacle(),
      laterUntil: until !== undefined && until > clock.now() ? until : undefined,
      copyBefore: copyBefore(),
    };
  };

  const checkIn = (delayMs: number): void => {
    cancelNext = clock.schedule(delayMs, () => {
      checkIn(checkEveryMs);
      const { checkForUpdates, updateChannel } = settings();
      if (checkForUpdates) void updater.check(updateChannel);
    });
  };

  return {
    start() {
      stopHearing = updater.onChange(() => events.changed({ area: 'updates' }));
      if (updater.canUpdate) checkIn(firstCheckMs);
    },
    stop() {
      cancelNext();
      stopHearing();
    },
    getView,
    async check() {
      if (!updater.canUpdate) return fail(failure('unsupported', 'update.not-here'));
      await updater.check(settings().updateChannel);
      if (updater.get().name === 'failed') return fail(failure('offline', 'update.not-reached'));
      return ok(await getView());
    },
    async install() {
      // Of another channel than the one chosen meanwhile, it is none.
      if (updater.get().name === 'ready') await updater.check(settings().updateChannel);
      if (updater.get().name !== 'ready') return fail(failure('conflict', 'update.none-ready'));
      const obstacle = await findObstacle();
      if (obstacle !== undefined) return fail(failure('conflict', `update.busy-${obstacle}`));
      log.info('the user restarts Sidetone for an update');
      updater.install();
      return ok();
    },
    async postpone() {
      updater.setLater(clock.now() + laterMs);
      events.changed({ area: 'updates' });
      return getView();
    },
    goBack() {
      if (copyBefore() === undefined) return fail(failure('not-found', 'backup.gone'));
      try {
        // The archive is tried again and again while it cannot be used: the next time finds the mark.
        askToGoBack(archive);
        return ok();
      } catch (error) {
        log.error('the archive could not be marked', error);
        return fail(failure('internal', 'archive.failed'));
      }
    },
  };
}
