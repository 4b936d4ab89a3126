import type { Outcome } from '../../ringcentral/outcome.ts';
import type { SyncPage } from '../../ringcentral/records.ts';
import type { BackfillFeed } from '../backfill/rows.ts';
import type { CallWriter } from '../calls/writer.ts';
import type { MessageWriter } from '../messages/writer.ts';
import type { Feed } from '../rows.ts';
import type { SyncDeps } from '../sync-deps.ts';
import { listStale, settleStale } from './queries.ts';

/** Reads again, one by one, what an older Sidetone could not. */
export type QuarantineRetry = {
  /** A sync came through, so RingCentral answers: once per feed and run this is the time. */
  noteSynced(feed: Feed): void;
};

/** Builds it; it asks for nothing before a sync came through. */
export function createQuarantineRetry(
  deps: Pick<SyncDeps, 'archive' | 'client' | 'ports' | 'session' | 'version'>,
  write: { readonly messages: MessageWriter; readonly calls: CallWriter },
): QuarantineRetry {
  const { archive, client, session, version } = deps;
  const { log } = deps.ports;
  const begun = new Set<Feed>();

  /** Answers whether to go on with the next one. */
  const retry = async <T>(
    feed: BackfillFeed,
    id: string,
    get: (id: string) => Promise<Outcome<T>>,
    apply: (page: Pick<SyncPage<T>, 'records' | 'deleted' | 'unreadable'>) => Promise<unknown>,
  ): Promise<boolean> => {
    const outcome = await get(id);
    if (!session.isSignedIn()) return false;
    if (outcome.kind === 'ok') {
      await apply({ records: [outcome.value], deleted: [], unreadable: [] });
    }
    const isGone = outcome.kind === 'refused' && outcome.status === 404;
    // The answer came, and it is this version, too, that can make nothing of it.
    const isUnreadable = outcome.kind === 'unknown' && outcome.failure.code === 'server.error';
    if (outcome.kind !== 'ok' && !isGone && !isUnreadable) return false;
    await archive.write(settleStale, { feed, id, version, isGone }, 'background');
    return true;
  };

  const run = async (feed: BackfillFeed): Promise<void> => {
    const { callLog, messages } = client.api;
    for (const id of await archive.read(listStale, { feed, version })) {
      const goesOn =
        feed === 'messages'
          ? await retry(feed, id, messages.get, (page) => write.messages(page, {}))
          : await retry(feed, id, callLog.get, (page) => write.calls(page, {}));
      if (!goesOn) return;
    }
  };

  return {
    noteSynced(feed) {
      if ((feed !== 'messages' && feed !== 'calls') || begun.has(feed)) return;
      begun.add(feed);
      run(feed).catch((error: unknown) =>
        log.warn('what was set aside could not be read again', { reason: String(error) }),
      );
    },
  };
}
