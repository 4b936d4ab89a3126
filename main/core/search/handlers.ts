import { ok } from '../../../shared/result.ts';
import type { Archive } from '../db/define-query.ts';
import type { Handlers } from '../rpc/router.ts';
import { find } from './queries.ts';

/** Answers the contract's `search.*` from the archive alone. */
export function createSearchHandlers(archive: Archive): Handlers<'search.find'> {
  return { 'search.find': async (input) => ok(await archive.read(find, input)) };
}
