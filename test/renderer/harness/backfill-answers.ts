import type { BackfillView } from '../../../shared/model/backfill.ts';
import { ok } from '../../../shared/result.ts';
import type { Answers, FakeWorld } from './fake-world.ts';
import { minute, opening } from './people.ts';

const dayMs = 24 * 60 * minute;

/** An archive that is being filled; the absence is the world's, so that a test can make one. */
export function backfillAnswers(world: FakeWorld, touch: () => void): Answers {
  let state: BackfillView['state'] = 'running';
  const view = (): BackfillView => ({
    state,
    feeds: [
      { feed: 'messages', reachesBackTo: opening - 400 * dayMs, isDone: false, records: 1_200 },
      { feed: 'calls', reachesBackTo: opening - 90 * dayMs, isDone: false, records: 800 },
    ],
    progress: 0.35,
    estimateMs: 40 * minute,
    failure: undefined,
  });
  const become = (next: BackfillView['state']) => () => {
    state = next;
    return ok(view());
  };
  return {
    'archive.get-backfill': () => ok(view()),
    'archive.pause-backfill': become('paused'),
    'archive.resume-backfill': become('running'),
    'archive.get-away': () => ok(world.away),
    'archive.dismiss-away': () => {
      world.away = undefined;
      touch();
      return ok();
    },
  };
}
