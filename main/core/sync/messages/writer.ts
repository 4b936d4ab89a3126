import type { ThreadId } from '../../../../shared/model/ids.ts';
import type { ServerMessage, SyncPage, UnreadableRecord } from '../../ringcentral/records.ts';
import type { BackfillStep } from '../backfill/rows.ts';
import { toChunks } from '../chunks.ts';
import type { Cursor } from '../rows.ts';
import type { SyncDeps } from '../sync-deps.ts';
import { toSyncedText, type Home, type SyncedText } from './mapping.ts';
import { applyTexts } from './queries.ts';
import { toSyncedVoicemail, type SyncedVoicemail } from './voicemail.ts';

/** Records of the message store, however they were asked for. */
export type MessagePage = Pick<SyncPage<ServerMessage>, 'records' | 'deleted' | 'unreadable'>;

/** What is written with the last of a page's rows, and only when none was held back. */
export type PageEnd = {
  readonly cursor?: Cursor | undefined;
  readonly steps?: readonly BackfillStep[];
};

/** Above this many threads the windows look again at all of them. */
const mostNamedThreads = 50;

/** Writes pages of the message store, and says what has changed. */
export type MessageWriter = (
  page: MessagePage,
  end: PageEnd,
) => Promise<{ readonly heldBack: number }>;

export function createMessageWriter(
  deps: Pick<SyncDeps, 'archive' | 'events' | 'ports' | 'session' | 'stopWords' | 'version'>,
): MessageWriter {
  const { archive, events, session } = deps;
  const { clock } = deps.ports;

  const tell = (threads: ReadonlySet<ThreadId>, hasVoicemail: boolean): void => {
    // A call may have gained its voicemail.
    if (hasVoicemail) events.changed({ area: 'voicemail' }, { area: 'calls' });
    if (threads.size === 0) return;
    const named = [...threads].map((key) => ({ area: 'messages', key }) as const);
    // What came in may have called off a text for later.
    events.changed(
      { area: 'threads' },
      { area: 'scheduled' },
      ...(named.length > mostNamedThreads ? [{ area: 'messages' } as const] : named),
    );
  };

  return async (page, end) => {
    const home = { ownNumbers: session.listOwnNumbers(), country: session.homeCountry() };
    const { records, homeless } = sort(page.records, home);
    const unreadable = [...page.unreadable, ...homeless];
    const threads = new Set<ThreadId>();
    let heldBack = 0;
    for (const chunk of toChunks({ records, deleted: page.deleted, unreadable })) {
      const mayEnd = chunk.isLast && heldBack === 0;
      const applied = await archive.write(
        applyTexts,
        {
          texts: chunk.records.flatMap(({ text }) => text ?? []),
          voicemails: chunk.records.flatMap(({ voicemail }) => voicemail ?? []),
          deleted: chunk.deleted,
          unreadable: chunk.unreadable,
          cursor: mayEnd ? end.cursor : undefined,
          steps: mayEnd ? (end.steps ?? []) : [],
          at: clock.now(),
          stopWords: deps.stopWords(),
          version: deps.version,
        },
        'background',
      );
      heldBack += applied.heldBack;
      for (const thread of applied.threads) threads.add(thread);
      if (applied.hasOptOuts) events.changed({ area: 'opt-outs' });
    }
    const hasVoicemail = records.some(({ voicemail }) => voicemail !== undefined);
    tell(threads, hasVoicemail || page.deleted.length > 0);
    return { heldBack };
  };
}

type Sorted = {
  readonly text?: SyncedText | undefined;
  readonly voicemail?: SyncedVoicemail | undefined;
};

/** Faxes and internal pages are not asked for; one that comes all the same is let pass. */
function sort(
  records: readonly ServerMessage[],
  home: Home,
): { readonly records: readonly Sorted[]; readonly homeless: readonly UnreadableRecord[] } {
  const sorted: Sorted[] = [];
  const homeless: UnreadableRecord[] = [];
  for (const record of records.toSorted(laterFirst)) {
    if (record.type === 'VoiceMail') sorted.push({ voicemail: toSyncedVoicemail(record, home) });
    if (record.type !== 'SMS') continue;
    const text = toSyncedText(record, home);
    if (text) sorted.push({ text });
    else homeless.push({ id: record.id, reason: 'none of its numbers is the user’s' });
  }
  return { records: sorted, homeless };
}

/**
 * Lists come the newest first, also of those of one millisecond; written so, these would stand in a
 * thread the wrong way round. RingCentral's ids grow.
 */
function laterFirst(one: ServerMessage, other: ServerMessage): number {
  if (one.createdAt !== other.createdAt) return other.createdAt - one.createdAt;
  if (one.id.length !== other.id.length) return one.id.length - other.id.length;
  return one.id < other.id ? -1 : 1;
}
