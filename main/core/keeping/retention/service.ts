import type { EpochMs } from '../../../../shared/model/ids.ts';
import type { KeptArchive } from '../../db/define-query.ts';
import type { Events } from '../../events.ts';
import type { OutgoingFiles } from '../../files/service.ts';
import type { Media } from '../../media/service.ts';
import type { Ports } from '../../ports.ts';
import type { SettingsService } from '../../settings/service.ts';
import { believedMs } from '../believed.ts';
import { addRemoved, nothingRemoved } from '../erasure/rows.ts';
import { freeRoom, readSlack } from '../queries.ts';
import { dropSome, newestRecordAt } from './queries.ts';

const dayMs = 24 * 60 * 60_000;
const firstLookMs = 2 * 60_000;
/** Rows of each kind that one transaction drops. */
const rowsAtOnce = 50;
/** Writing the file anew holds up every write; below this share of empty room it is not worth it. */
const slackToFree = 0.25;

export type Retention = {
  start(): void;
  /** Looks at once: the user has just chosen. */
  look(): void;
  stop(): void;
};

/** Drops what is older than the user wants to keep; by default, nothing. */
export function createRetention(deps: {
  readonly archive: KeptArchive;
  readonly ports: Pick<Ports, 'clock' | 'log'>;
  readonly events: Pick<Events, 'changed'>;
  readonly settings: Pick<SettingsService, 'get'>;
  readonly media: Pick<Media, 'forget'>;
  readonly files: Pick<OutgoingFiles, 'removeUnnamed'>;
}): Retention {
  const { archive, events, media, settings } = deps;
  const { clock, log } = deps.ports;
  let isStopped = false;
  let isRunning = false;
  let cancelLook = (): void => undefined;

  const drop = async (): Promise<void> => {
    const { keepMonths } = settings.get();
    if (keepMonths === undefined) return;
    const newest = await archive.read(newestRecordAt, undefined);
    if (newest === undefined) return;
    // A clock that jumps years ahead must not cost years.
    const before = monthsBefore(Math.min(clock.now(), newest + believedMs), keepMonths);
    let removed = nothingRemoved;
    let isDone = false;
    do {
      // One after the other on purpose: what a user writes goes between.
      const step = await archive.write(dropSome, { before, limit: rowsAtOnce }, 'background');
      removed = addRemoved(removed, step.removed);
      isDone = step.isDone || isStopped;
    } while (!isDone);
    if (removed.texts + removed.calls + removed.voicemails === 0) return;
    const { texts, calls, voicemails } = removed;
    log.info('dropped what is older than is kept', { texts, calls, voicemails });
    const areas = ['calls', 'threads', 'messages', 'voicemail'] as const;
    events.changed(...areas.map((area) => ({ area })));
    await media.forget(removed.mediaIds);
    await deps.files.removeUnnamed();
    if (!isStopped && (await archive.read(readSlack, undefined)) > slackToFree) {
      await archive.maintain(freeRoom, undefined);
    }
  };

  const look = (delayMs: number): void => {
    cancelLook();
    cancelLook = clock.schedule(delayMs, () => {
      if (isRunning) return;
      isRunning = true;
      drop()
        .catch((error: unknown) => {
          if (!isStopped) log.error('what is older than is kept could not be dropped', error);
        })
        .finally(() => {
          isRunning = false;
          if (!isStopped) look(dayMs);
        });
    });
  };

  return {
    start: () => look(firstLookMs),
    look() {
      if (!isStopped && !isRunning) look(0);
    },
    stop() {
      isStopped = true;
      cancelLook();
    },
  };
}

/** The same day so many months earlier, or the last day of that month. */
export function monthsBefore(at: EpochMs, months: number): EpochMs {
  const then = new Date(at);
  const day = then.getUTCDate();
  then.setUTCDate(1);
  then.setUTCMonth(then.getUTCMonth() - months);
  const lastDay = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate();
  then.setUTCDate(Math.min(day, lastDay));
  return then.getTime();
}
