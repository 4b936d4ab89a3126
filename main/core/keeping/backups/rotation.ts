import type { EpochMs } from '../../../../shared/model/ids.ts';
import type { BackupView } from '../../../../shared/model/keeping.ts';
import type { BackupFile } from './names.ts';

const dayMs = 24 * 60 * 60_000;
/** The first Monday of the epoch: weeks are counted from it. */
const firstMondayMs = 4 * dayMs;

/** How many days, and how many weeks, have a backup of their own. */
export type Rotation = { readonly days: number; readonly weeks: number };

export type Rotated = {
  /** Why each one that stays does, by id. */
  readonly kept: ReadonlyMap<string, BackupView['kind']>;
  readonly removed: readonly string[];
};

/**
 * Which backups stay: the newest of each of the latest days and of the latest weeks that have one,
 * and all made by hand. It goes by the days that have backups and not by today, so that a month
 * away, or a clock that jumps, costs none. One dated after `now` is left alone and counts for nothing.
 */
export function rotate(
  backups: readonly BackupFile[],
  { days, weeks }: Rotation,
  now: EpochMs,
): Rotated {
  const kept = new Map<string, BackupView['kind']>();
  const past = backups
    .filter(({ isManual, at }) => !isManual && at <= now)
    .toSorted((one, other) => other.at - one.at);
  // Weeks first: what is kept as one of the last days says so.
  for (const { id } of newestOfEach(past, weeks, toWeek)) kept.set(id, 'week');
  for (const { id } of newestOfEach(past, days, toDay)) kept.set(id, 'day');
  for (const { id, isManual, at } of backups) {
    if (isManual) kept.set(id, 'manual');
    else if (at > now) kept.set(id, 'day');
  }
  return { kept, removed: backups.flatMap(({ id }) => (kept.has(id) ? [] : id)) };
}

/** Whether the day's own backup is still to be made. */
export function isDue(
  backups: readonly BackupFile[],
  { days, weeks }: Rotation,
  now: EpochMs,
): boolean {
  if (days === 0 && weeks === 0) return false;
  return !backups.some(({ isManual, at }) => !isManual && at <= now && now - at < dayMs);
}

function newestOfEach(
  newestFirst: readonly BackupFile[],
  most: number,
  toPeriod: (at: EpochMs) => number,
): readonly BackupFile[] {
  const found = new Map<number, BackupFile>();
  for (const backup of newestFirst) {
    const period = toPeriod(backup.at);
    if (!found.has(period)) found.set(period, backup);
  }
  return [...found.values()].slice(0, most);
}

function toDay(at: EpochMs): number {
  return Math.floor(at / dayMs);
}

function toWeek(at: EpochMs): number {
  return Math.floor((at - firstMondayMs) / (7 * dayMs));
}
