import { onTestFinished } from 'vitest';
import type { AppEvent, TopicArea } from '../../../shared/contract/index.ts';
import { failure, type Failure } from '../../../shared/failure.ts';
import type { CallOutcome } from '../../../shared/model/calls.ts';
import type { CountryCode, E164, EpochMs, ThreadId } from '../../../shared/model/ids.ts';
import { fail, ok } from '../../../shared/result.ts';
import { nextRowId, toId } from '../../../main/core/db/row-id.ts';
import { setMark } from '../../../main/core/sync/rows.ts';
import { findOrCreateThread, refreshThread } from '../../../main/core/messages/rows.ts';
import {
  createNotifications,
  type NotificationsDeps,
} from '../../../main/core/notifications/service.ts';
import { openInProcessArchive, type InProcessArchive } from '../../db/in-process.ts';
import { JumpingClock } from '../support/jumping-clock.ts';
import { createMemoryLog } from '../support/memory-log.ts';
import { createFakeNotifier } from '../support/notifier.ts';
import { createCountingRandom } from '../support/session.ts';

export const ada = '+14155550142' as E164;
export const bob = '+14155550143' as E164;
const own = '+12125550100' as E164;
export const minute = 60_000;

type NoteSettings = ReturnType<NotificationsDeps['settings']>;

const usual: NoteSettings = {
  notifyTexts: true,
  notifyMissedCalls: true,
  notifyVoicemails: true,
  hideTextInNotifications: false,
  notificationSound: true,
  repeatMinutes: undefined,
};

/** Notifications over an archive in memory, in the test's time. */
export async function startNotifications(
  given: { readonly archive?: InProcessArchive; readonly clock?: JumpingClock } = {},
) {
  const archive = given.archive ?? openInProcessArchive();
  const clock = given.clock ?? new JumpingClock();
  const { db } = archive;
  const log = createMemoryLog();
  const notifier = createFakeNotifier();
  const listeners = new Set<(event: AppEvent) => void>();
  const world = {
    settings: usual,
    isQuiet: false,
    isInFront: false,
    clockAheadMs: 0,
    refusal: undefined as Failure | undefined,
    /** The archive cannot be written. */
    breaks: false,
    sent: [] as { readonly threadId: ThreadId; readonly text: string }[],
    read: [] as string[],
    quick: [] as unknown[],
    proposed: [] as unknown[],
    opened: [] as unknown[],
  };
  const notifications = createNotifications({
    archive,
    clock,
    log,
    notifier,
    random: createCountingRandom(),
    events: {
      on(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    mainWindow: { isInFront: () => world.isInFront, open: (to) => void world.opened.push(to) },
    quiet: { isQuiet: () => world.isQuiet },
    settings: () => world.settings,
    session: { homeCountry: () => 'US' as CountryCode },
    getClockAheadMs: () => world.clockAheadMs,
    cards: {
      async propose(proposed) {
        world.proposed.push(proposed);
        return true;
      },
    },
    quick: { open: async (text) => void world.quick.push(text) },
    messages: {
      async send({ to, text }) {
        if (world.breaks) throw new Error('the archive is full');
        if (world.refusal !== undefined) return fail(world.refusal);
        world.sent.push({ threadId: to.threadId, text });
        return ok();
      },
      markRead: async (threadId) => void world.read.push(`thread ${threadId}`),
    },
    voicemail: {
      async setRead(voicemailId) {
        world.read.push(`voicemail ${voicemailId}`);
        return ok();
      },
    },
  });
  onTestFinished(() => notifications.stop());

  /** What came in is committed, and told of. */
  const changed = async (...areas: readonly TopicArea[]): Promise<void> => {
    const topics = (areas.length > 0 ? areas : (['threads', 'calls', 'voicemail'] as const)).map(
      (area) => ({ area }),
    );
    for (const listener of listeners) listener({ name: 'changed', topics });
    await clock.advance(1);
  };

  return {
    archive,
    clock,
    db,
    log,
    notifier,
    notifications,
    world,
    changed,
    /** What stands on the desktop: title and body. */
    said: () => notifier.standing.map(({ title, body }) => `${title} | ${body}`),
    /** Texts and calls are all known up to now, for the first time or once more. */
    know: (at: EpochMs = clock.now()) => setMark(db, 'known', at),
    addPerson(name: string, number: E164) {
      const { lastInsertRowid: id } = db
        .prepare(`INSERT INTO contact (source, server_id, name) VALUES ('personal', ?, ?)`)
        .run(number, name);
      db.prepare(
        `INSERT INTO contact_number (contact_id, label, typed, number) VALUES (?, 'mobile', ?, ?)`,
      ).run(id, number, number);
    },
    addText(
      text: string,
      more: {
        readonly from?: E164;
        readonly name?: string;
        readonly with?: readonly E164[];
        readonly at?: EpochMs;
      } = {},
    ): ThreadId {
      const at = more.at ?? clock.now();
      const from = more.from ?? ada;
      const parties = (more.with ?? [from]).map((number) => ({
        number,
        extensionNumber: undefined,
        name: more.name,
      }));
      const threadId = findOrCreateThread(db, { ownNumber: own, parties, at });
      db.prepare(
        `INSERT INTO message (id, thread_id, direction, status, body, from_number, from_name,
           created_at, modified_at, is_read)
         VALUES (?, ?, 'inbound', 'received', ?, ?, ?, ?, ?, 0)`,
      ).run(nextRowId(db, 'message', at), threadId, text, from, more.name ?? null, at, at);
      refreshThread(db, threadId);
      return toId<ThreadId>(threadId);
    },
    addCall(number: E164 | undefined, outcome: CallOutcome = 'missed', at = clock.now()) {
      const id = nextRowId(db, 'call', at);
      db.prepare(
        `INSERT INTO call (id, direction, outcome, number, started_at, is_new)
         VALUES (?, 'inbound', ?, ?, ?, 1)`,
      ).run(id, outcome, number ?? null, at);
      return id;
    },
    addVoicemail(number: E164, at = clock.now()) {
      const id = nextRowId(db, 'voicemail', at);
      db.prepare(
        `INSERT INTO voicemail (id, server_id, number, created_at, modified_at, duration_seconds)
         VALUES (?, ?, ?, ?, ?, 21)`,
      ).run(id, `v${id}`, number, at, at);
      return id;
    },
  };
}

export const refused = failure('rejected', 'text.sender-refused', { retry: 'user' });
