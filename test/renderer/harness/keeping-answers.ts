import type { BackupsView, ExportView } from '../../../shared/model/keeping.ts';
import { ok } from '../../../shared/result.ts';
import type { Answers } from './fake-world.ts';
import { minute, opening } from './people.ts';

const dayMs = 24 * 60 * minute;
const counts = { texts: 1_240, calls: 87, voicemails: 3, notes: 12 };

/** An archive with backups; an export runs until it is cancelled. */
export function keepingAnswers(touch: () => void): Answers {
  let running: ExportView | undefined;
  let backups: BackupsView['backups'] = [1, 2, 3, 8, 15].map((days) => ({
    id: `backup-${days}`,
    at: opening - days * dayMs,
    sizeBytes: 48_000_000 - days * 100_000,
    kind: days <= 3 ? 'day' : 'week',
  }));
  const view = (): BackupsView => ({
    folder: '/home/robin/.config/Sidetone/profiles/own/backups',
    isDefaultFolder: true,
    backups,
    isRunning: false,
    failure: undefined,
  });
  return {
    'archive.get-size': () =>
      ok({ ...counts, fileBytes: 52_000_000, oldestAt: opening - 900 * dayMs }),
    'backups.get': () => ok(view()),
    'backups.make': () => {
      backups = [{ id: 'new', at: Date.now(), sizeBytes: 48_000_000, kind: 'manual' }, ...backups];
      return ok(view());
    },
    'backups.choose-folder': () => ok(view()),
    'backups.restore': () => ok(),
    'backups.move-out': () => ok(true),
    'backups.move-in': () => ok(true),
    'exports.start': () => {
      running = {
        id: 'e-1',
        state: 'running',
        fileName: 'sidetone-calls.csv',
        rows: 12_000,
        total: 40_000,
        failure: undefined,
      };
      touch();
      return ok(running);
    },
    'exports.get': () => ok(running),
    'exports.cancel': () => {
      running = running && { ...running, state: 'cancelled' };
      touch();
      return ok();
    },
    'erasure.preview': () => ok(counts),
    'erasure.person': () => ok(counts),
    'erasure.everything': () => ok(counts),
  };
}
