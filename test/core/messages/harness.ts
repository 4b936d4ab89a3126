import { onTestFinished } from 'vitest';
import type { TopicArea } from '../../../shared/contract/index.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { ClientId, E164, MessageId, ThreadId } from '../../../shared/model/ids.ts';
import type { MessageView } from '../../../shared/model/messages.ts';
import { fail, ok } from '../../../shared/result.ts';
import { openInProcessArchive, type InProcessArchive } from '../../db/in-process.ts';
import { nextRowId } from '../../../main/core/db/row-id.ts';
import { createMessages, type Messages } from '../../../main/core/messages/service.ts';
import { findOrCreateThread, refreshThread } from '../../../main/core/messages/rows.ts';
import { createReadState, type ReadState } from '../../../main/core/read-state/service.ts';
import { createOutbox, type Outbox } from '../../../main/core/outbox/service.ts';
import type { SystemNote } from '../../../main/core/ports.ts';
import { createScheduled, type Scheduled } from '../../../main/core/scheduled/service.ts';
import type { TextRules, TextToJudge } from '../../../main/core/text-rules/service.ts';
import { createFakeClient, type FakeClient } from '../support/fake-client.ts';
import { ManualClock, settled } from '../support/manual-clock.ts';
import { createMemoryLog, type MemoryLog } from '../support/memory-log.ts';
import {
  ada,
  createCountingRandom,
  createFakeSession,
  mainNumber,
  type FakeSession,
} from '../support/session.ts';

/** Texts and their outbox on an archive in memory, before a RingCentral that the test plays. */
export type TextHarness = {
  readonly archive: InProcessArchive;
  readonly clock: ManualClock;
  readonly client: FakeClient;
  readonly session: FakeSession;
  readonly log: MemoryLog;
  readonly messages: Messages;
  readonly readState: ReadState;
  readonly outbox: Outbox;
  readonly scheduled: Scheduled;
  /** What the system has shown. */
  readonly notes: SystemNote[];
  /** What the rules were asked, and what they answer: yes, unless a test says otherwise. */
  readonly rules: {
    refuse: (text: TextToJudge) => Failure | undefined;
    readonly judged: TextToJudge[];
  };
  readonly told: TopicArea[];
  readonly counts: { syncs: number; deliveries: number; kept: number };
  /** Accepts a text to one number; throws when it is refused. */
  accept(text: string, to?: E164): Promise<{ messageId: MessageId; threadId: ThreadId }>;
  /** Accepts a text and lets the outbox do what it does. */
  send(text: string, to?: E164): Promise<{ messageId: MessageId; threadId: ThreadId }>;
  view(messageId: MessageId): Promise<MessageView | undefined>;
  /** Stores a record as sync does: a row that is nobody's until it is adopted. */
  addSynced(text: string, record?: Partial<Synced>): number;
  jobs(): number;
};

type Synced = {
  readonly serverId: string;
  readonly to: E164;
  readonly at: number;
  readonly direction: 'inbound' | 'outbound';
  readonly status: string;
  readonly isRead: boolean;
};

const noFiles = {
  findObstacle: () => Promise.resolve(undefined),
  tidy: () => Promise.resolve(),
  read: () => Promise.resolve(ok([])),
};

let lastClientId = 0;

/** Starts the harness; with `archive` on one that is there, as after a restart. */
export async function startTexts(
  given: {
    readonly archive?: InProcessArchive;
    readonly clock?: ManualClock;
    /** How long a text is held; none is unless a test says so. */
    readonly holdMs?: number;
  } = {},
): Promise<TextHarness> {
  const archive = given.archive ?? openInProcessArchive();
  const clock = given.clock ?? new ManualClock();
  const client = createFakeClient();
  const session = createFakeSession();
  const log = createMemoryLog();
  const random = createCountingRandom();
  const told: TopicArea[] = [];
  const counts = { syncs: 0, deliveries: 0, kept: 0 };
  const notes: SystemNote[] = [];
  const rules: TextHarness['rules'] = { refuse: () => undefined, judged: [] };
  const holdMs = (): number => given.holdMs ?? 0;
  const events = {
    changed: (...topics: readonly { area: TopicArea }[]) =>
      void told.push(...topics.map(({ area }) => area)),
  };
  const common = { archive, clock, log, random, events };
  const outbox = createOutbox({
    ...common,
    client,
    isSignedIn: () => session.isSignedIn,
    expectDelivery: () => void (counts.deliveries += 1),
    requestSync: () => void (counts.syncs += 1),
    files: noFiles,
    holdMs,
    tellMissed: (threads) => scheduled.tellMissed(threads),
    tellKept: (held) => void (counts.kept += held),
  });
  const textRules: Pick<TextRules, 'judge'> = {
    judge(text) {
      rules.judged.push(text);
      const refusal = rules.refuse(text);
      const { confirmed: questions, reason } = text;
      const decision = questions.length === 0 ? undefined : { questions, reason };
      const judged = { text: text.text, decision };
      return Promise.resolve(refusal === undefined ? ok(judged) : fail(refusal));
    },
  };
  const scheduled = createScheduled({
    ...common,
    notifier: { show: (note) => void notes.push(note), close: () => undefined },
    session: { ...session, isSignedIn: () => session.isSignedIn },
    rules: textRules,
    files: noFiles,
    isOffline: () => client.getConnection().state === 'offline',
    getClockAheadMs: () => client.clockAheadMs,
    wakeOutbox: outbox.wake,
    requestSync: () => void (counts.syncs += 1),
  });
  const readState = createReadState({
    ...common,
    api: client.api,
    isSignedIn: () => session.isSignedIn,
    getClockAheadMs: () => client.clockAheadMs,
  });
  const messages = createMessages({
    ...common,
    session,
    readState,
    usualSender: () => undefined,
    wakeOutbox: outbox.wake,
    files: noFiles,
    rules: textRules,
    scheduled,
    holdMs,
  });
  // Not awaited: some tests leave a text without an answer for good.
  onTestFinished(() => void outbox.stop());
  onTestFinished(() => void scheduled.stop());
  await outbox.start();
  await scheduled.start();

  const accept: TextHarness['accept'] = async (text, to = ada) => {
    const clientId = `client-${(lastClientId += 1)}` as ClientId;
    const result = await messages.send({ clientId, to: { numbers: [to] }, text });
    if (!result.ok) throw new Error(result.failure.message);
    const { messageId, threadId } = result.value;
    if (messageId === undefined) throw new Error('it was to go out at once');
    return { messageId, threadId };
  };
  return {
    archive,
    clock,
    client,
    session,
    log,
    messages,
    readState,
    outbox,
    scheduled,
    notes,
    rules,
    told,
    counts,
    accept,
    async send(text, to) {
      const accepted = await accept(text, to);
      await settled();
      return accepted;
    },
    async view(messageId) {
      const { threadId = 0 } = (archive.db
        .prepare('SELECT thread_id AS threadId FROM message WHERE id = ?')
        .get(Number(messageId)) ?? {}) as {
        threadId?: number;
      };
      const { items } = await messages.list(String(threadId) as ThreadId, { limit: 200 });
      return items.find(({ id }) => id === messageId);
    },
    addSynced: (text, record = {}) => addSynced(archive, clock.now(), text, record),
    jobs: () => Number(archive.db.prepare('SELECT count(*) FROM outbox').pluck().get()),
  };
}

function addSynced(
  { db }: InProcessArchive,
  now: number,
  text: string,
  record: Partial<Synced>,
): number {
  const { to = ada, at = now, direction = 'outbound', status = 'sent' } = record;
  const { serverId = `server-${text}`, isRead = direction === 'outbound' } = record;
  const parties = [{ number: to, extensionNumber: undefined, name: undefined }];
  const threadId = findOrCreateThread(db, { ownNumber: mainNumber, parties, at });
  const id = nextRowId(db, 'message', at);
  db.prepare(
    `INSERT INTO message (id, thread_id, server_id, direction, status, body, from_number,
       created_at, modified_at, is_read) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    id,
    threadId,
    serverId,
    direction,
    status,
    text,
    direction === 'inbound' ? to : mainNumber,
    at,
    at,
    isRead ? 1 : 0,
  );
  refreshThread(db, threadId);
  return id;
}
