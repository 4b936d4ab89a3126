import { failure } from '../../../../shared/failure.ts';
import { ok } from '../../../../shared/result.ts';
import { createBackfill, type Backfill } from '../../../../main/core/sync/backfill/service.ts';
import { createCallWriter } from '../../../../main/core/sync/calls/writer.ts';
import { createMessageWriter } from '../../../../main/core/sync/messages/writer.ts';
import type { BackfillStep } from '../../../../main/core/sync/backfill/rows.ts';
import type { ListWindow, RingCentralApi } from '../../../../main/core/ringcentral/api.ts';
import type { Outcome } from '../../../../main/core/ringcentral/outcome.ts';
import type {
  ListPage,
  ServerCall,
  ServerMessage,
} from '../../../../main/core/ringcentral/records.ts';
import type { SyncDeps } from '../../../../main/core/sync/sync-deps.ts';
import { onTestFinished } from 'vitest';
import { openInProcessArchive, type InProcessArchive } from '../../../db/in-process.ts';
import { createFakeClient } from '../../support/fake-client.ts';
import { ManualClock, settled, startOfTests } from '../../support/manual-clock.ts';
import { createMemoryLog } from '../../support/memory-log.ts';

export const now = startOfTests;
export const dayMs = 24 * 60 * 60_000;
const nobody = { phoneNumber: undefined, extensionNumber: undefined, name: undefined };

/** A call of so many days ago. */
export function callOf(id: string, daysAgo: number): ServerCall {
  return {
    id,
    sessionId: `${id.replace(/\D/g, '')}0000`,
    telephonySessionId: undefined,
    startedAt: Math.round(now - daysAgo * dayMs),
    direction: 'Inbound',
    type: 'Voice',
    action: 'VoIP Call',
    result: 'Missed',
    durationSeconds: 0,
    from: { ...nobody, phoneNumber: '+12125550142' },
    to: { ...nobody, phoneNumber: '+15125550123' },
    isDeleted: false,
    recording: undefined,
    voicemailId: undefined,
  };
}

/** A text of so many days ago. */
export function textOf(id: string, daysAgo: number): ServerMessage {
  const createdAt = Math.round(now - daysAgo * dayMs);
  return {
    id,
    type: 'SMS',
    direction: 'Inbound',
    readStatus: 'Read',
    messageStatus: 'Received',
    availability: 'Alive',
    subject: `text ${id}`,
    createdAt,
    modifiedAt: createdAt,
    from: { ...nobody, phoneNumber: '+12125550142' },
    to: [{ ...nobody, phoneNumber: '+15125550123' }],
    conversationId: undefined,
    attachments: [],
    deliveryErrorCode: undefined,
    transcriptionStatus: undefined,
  };
}

/** Answers a list as RingCentral does: newest first, page by page. */
export function answerList<T>(
  all: readonly T[],
  timeOf: (record: T) => number,
  { dateFrom, dateTo, page, perPage }: ListWindow,
): Outcome<ListPage<T>> {
  const found = all
    .filter((record) => timeOf(record) >= dateFrom && timeOf(record) <= dateTo)
    .sort((one, other) => timeOf(other) - timeOf(one));
  const records = found.slice((page - 1) * perPage, page * perPage);
  return pageOf(records, page * perPage < found.length);
}

export function pageOf<T>(records: readonly T[], hasMore: boolean): Outcome<ListPage<T>> {
  return { kind: 'ok', value: { records, deleted: [], unreadable: [], hasMore } };
}

/** A backfill before an account that a test makes up, its archive in this thread. */
export function openBackfill(archive: InProcessArchive = openInProcessArchive()) {
  const clock = new ManualClock();
  const log = createMemoryLog();
  const client = createFakeClient();
  const store = { calls: [] as ServerCall[], texts: [] as ServerMessage[] };
  const asked: { readonly feed: 'messages' | 'calls'; readonly window: ListWindow }[] = [];
  const answer = {
    calls: (window: ListWindow): Outcome<ListPage<ServerCall>> =>
      answerList(store.calls, ({ startedAt }) => startedAt, window),
    messages: (window: ListWindow): Outcome<ListPage<ServerMessage>> =>
      answerList(store.texts, ({ createdAt }) => createdAt, window),
  };
  Object.assign(client.api, {
    callLog: {
      async list(window: ListWindow) {
        asked.push({ feed: 'calls', window });
        await settled();
        return answer.calls(window);
      },
    } satisfies Partial<RingCentralApi['callLog']>,
  });
  Object.assign(client.api.messages, {
    async list(window: ListWindow) {
      asked.push({ feed: 'messages', window });
      await settled();
      return answer.messages(window);
    },
  } satisfies Partial<RingCentralApi['messages']>);
  const signedIn = { is: true };
  const changes: string[] = [];
  const deps = {
    ports: { clock, log },
    client: Object.assign(client, { getRateBudgets: () => [] }),
    archive,
    events: {
      changed: (...topics: readonly { area: string }[]) =>
        void changes.push(...topics.map(({ area }) => area)),
      on: () => () => undefined,
    },
    session: {
      getView: () => ({ canReadCalls: { can: true }, canReadTexts: { can: true } }),
      homeCountry: () => 'US',
      isSignedIn: () => signedIn.is,
      listOwnNumbers: () => ['+15125550123'],
      onSignedIn: () => () => undefined,
      requireSignedIn: () =>
        signedIn.is ? ok() : { ok: false, failure: failure('auth', 'session.signed-out') },
    },
    onMessagesSynced: () => Promise.resolve(),
    stopWords: () => [],
    version: '1.0.0',
  } as unknown as SyncDeps;
  const write = { messages: createMessageWriter(deps), calls: createCallWriter(deps) };
  const open: Backfill[] = [];
  const makeBackfill = (): Backfill => {
    const backfill = createBackfill(deps, write);
    open.push(backfill);
    return backfill;
  };
  onTestFinished(() => open.forEach((backfill) => backfill.stop()));
  const list = (sql: string): unknown[] => archive.db.prepare(sql).pluck().all();
  return {
    archive,
    clock,
    log,
    client,
    store,
    asked,
    answer,
    signedIn,
    changes,
    deps,
    write,
    makeBackfill,
    list,
    /** The first full sync of both feeds came through and covered the last month. */
    async begin(knownUntil?: number): Promise<void> {
      const common = { kind: 'read-whole', coveredFrom: now - 30 * dayMs, oldestAt: now } as const;
      const step = (feed: 'messages' | 'calls'): BackfillStep => ({ ...common, feed, knownUntil });
      const nothing = { records: [], deleted: [], unreadable: [] };
      await write.messages(nothing, { steps: [step('messages')] });
      await write.calls(nothing, { steps: [step('calls')] });
    },
  };
}
