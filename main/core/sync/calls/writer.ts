import type { ServerCall, SyncPage } from '../../ringcentral/records.ts';
import type { BackfillStep } from '../backfill/rows.ts';
import { toChunks } from '../chunks.ts';
import type { Cursor } from '../rows.ts';
import type { SyncDeps } from '../sync-deps.ts';
import { toSyncedCall } from './mapping.ts';
import { applyCalls } from './queries.ts';

/** Records of the call log, however they were asked for. */
export type CallPage = Pick<SyncPage<ServerCall>, 'records' | 'deleted' | 'unreadable'>;

/** Writes pages of the call log, and says what has changed. Answers how many records were new. */
export type CallWriter = (
  page: CallPage,
  end: { readonly cursor?: Cursor | undefined; readonly steps?: readonly BackfillStep[] },
) => Promise<{ readonly added: number }>;

export function createCallWriter(
  deps: Pick<SyncDeps, 'archive' | 'client' | 'events' | 'ports' | 'session' | 'version'>,
): CallWriter {
  const { archive, client, events, session } = deps;
  const { clock } = deps.ports;
  return async (page, end) => {
    const country = session.homeCountry();
    const records = page.records.flatMap((record) => toSyncedCall(record, country) ?? []);
    let added = 0;
    for (const chunk of toChunks({ ...page, records })) {
      added += await archive.write(
        applyCalls,
        {
          records: chunk.records,
          deleted: chunk.deleted,
          unreadable: chunk.unreadable,
          cursor: chunk.isLast ? end.cursor : undefined,
          steps: chunk.isLast ? (end.steps ?? []) : [],
          at: clock.now(),
          clockAheadMs: client.getClockAheadMs(),
          version: deps.version,
        },
        'background',
      );
    }
    if (records.length + page.deleted.length > 0) events.changed({ area: 'calls' });
    return { added };
  };
}
