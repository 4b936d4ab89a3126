import { ok } from '../../../shared/result.ts';
import type { Handlers } from '../rpc/router.ts';
import type { Syncing } from './service.ts';

/** Answers what the contract asks of the archive's filling. */
export function createSyncHandlers({
  away,
  backfill,
}: Syncing): Handlers<
  | 'archive.get-backfill'
  | 'archive.pause-backfill'
  | 'archive.resume-backfill'
  | 'archive.get-away'
  | 'archive.dismiss-away'
> {
  return {
    'archive.get-backfill': async () => ok(await backfill.getView()),
    'archive.pause-backfill': async () => ok(await backfill.pause()),
    'archive.resume-backfill': async () => ok(await backfill.resume()),
    'archive.get-away': async () => ok(await away.get()),
    'archive.dismiss-away': async () => ok(await away.dismiss()),
  };
}
