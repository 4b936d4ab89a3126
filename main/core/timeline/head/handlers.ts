import { ok } from '../../../../shared/result.ts';
import type { Archive } from '../../db/define-query.ts';
import type { Handlers } from '../../rpc/router.ts';
import { getTimelineHead } from './queries.ts';

/** Answers `timeline.get-head`: whose it is, and how much there is. */
export function createTimelineHeadHandlers(archive: Archive): Handlers<'timeline.get-head'> {
  return {
    'timeline.get-head': async ({ whose }) => ok(await archive.read(getTimelineHead, { whose })),
  };
}
