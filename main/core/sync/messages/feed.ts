import type { ThreadId } from '../../../../shared/model/ids.ts';
import type { UnreadableRecord } from '../../ringcentral/records.ts';
import { toChunks } from '../chunks.ts';
import type { SyncDeps } from '../sync-deps.ts';
import type { FeedResult } from '../feed-runner.ts';
import { readToken } from '../queries.ts';
import { fetchSince, toPage } from '../sync-once.ts';
import { toSyncedText, type SyncedText } from './mapping.ts';
import { applyTexts } from './queries.ts';

/** How far back the first sync goes; a backfill may go further. */
const firstSyncMs = 365 * 24 * 60 * 60_000;
const recordCount = 1_000;

/** Brings the archive's texts up to date with the message store. */
export function createMessageFeed(deps: SyncDeps): {
  sync(): Promise<FeedResult>;
  /** Whether the last sync left a record for the next one, which should follow soon. */
  hasHeldBack(): boolean;
} {
  const { archive, client, events, session } = deps;
  const { clock } = deps.ports;
  let heldBack = 0;

  const tell = (threads: readonly ThreadId[]): void => {
    if (threads.length === 0) return;
    events.changed(
      { area: 'threads' },
      ...threads.map((key) => ({ area: 'messages', key }) as const),
    );
  };

  return {
    hasHeldBack: () => heldBack > 0,
    async sync() {
      const token = await archive.read(readToken, 'messages');
      const full = { dateFrom: clock.now() - firstSyncMs, recordCount };
      const answer = toPage(await fetchSince(token, full, client.api.messages.sync));
      if ('trouble' in answer) return answer.trouble;
      if (!session.isSignedIn()) return undefined;
      const { page } = answer;
      const home = { ownNumbers: session.listOwnNumbers(), country: session.homeCountry() };
      const { texts, homeless } = sort(page.records, home);
      const unreadable = [...page.unreadable, ...homeless];
      heldBack = 0;
      for (const chunk of toChunks({ records: texts, deleted: page.deleted, unreadable })) {
        const at = clock.now();
        const mayMove = chunk.isLast && heldBack === 0;
        const applied = await archive.write(
          applyTexts,
          {
            texts: chunk.records,
            deleted: chunk.deleted,
            unreadable: chunk.unreadable,
            cursor: mayMove ? { feed: 'messages', token: page.syncToken, at } : undefined,
            at,
          },
          'background',
        );
        heldBack += applied.heldBack;
        tell(applied.threads);
      }
      await deps.onMessagesSynced();
      return undefined;
    },
  };
}

function sort(
  records: readonly Parameters<typeof toSyncedText>[0][],
  home: Parameters<typeof toSyncedText>[1],
): { readonly texts: readonly SyncedText[]; readonly homeless: readonly UnreadableRecord[] } {
  const texts: SyncedText[] = [];
  const homeless: UnreadableRecord[] = [];
  for (const record of records) {
    const text = toSyncedText(record, home);
    if (text) texts.push(text);
    else homeless.push({ id: record.id, reason: 'none of its numbers is the user’s' });
  }
  return { texts, homeless };
}
