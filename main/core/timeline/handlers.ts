import { ok } from '../../../shared/result.ts';
import type { Archive } from '../db/define-query.ts';
import type { Handlers } from '../rpc/router.ts';
import { createTimelineHeadHandlers } from './head/handlers.ts';
import { listTimeline } from './queries.ts';

/** Answers the contract's `timeline.*`. */
export function createTimelineHandlers(
  archive: Archive,
): Handlers<'timeline.list' | 'timeline.get-head'> {
  return {
    ...createTimelineHeadHandlers(archive),
    'timeline.list': async ({ whose, kinds, after, limit }) =>
      ok(await archive.read(listTimeline, { whose, kinds, after, limit })),
  };
}
