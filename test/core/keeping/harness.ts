import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Notice, Settings } from '../../../shared/model/app.ts';
import type { E164 } from '../../../shared/model/ids.ts';
import type { TopicArea } from '../../../shared/contract/index.ts';
import { insert, run } from '../../../main/core/db/statement.ts';
import { createOutgoingFiles, type OutgoingFiles } from '../../../main/core/files/service.ts';
import { createSettings, type SettingsService } from '../../../main/core/settings/service.ts';
import type { DemoAccount } from '../../../main/core/ports.ts';
import { openInProcessArchive, type InProcessArchive } from '../../db/in-process.ts';
import { makeFolder } from '../../db/support.ts';
import { createFakeArchives, type FakeArchives } from '../support/archives.ts';
import { createFakeFileDialogs, type FakeFileDialogs } from '../support/file-dialogs.ts';
import { ManualClock, startOfTests } from '../support/manual-clock.ts';
import { createMemoryLog, type MemoryLog } from '../support/memory-log.ts';
import { createCountingRandom } from '../support/session.ts';

export const owner = 'platform.ringcentral.com/101';
export const dana = '+14155550142' as E164;
export const robin = '+14155550177' as E164;
export const own = '+16505550100' as E164;

export type KeepingWorld = {
  readonly folder: string;
  readonly archive: InProcessArchive;
  readonly clock: ManualClock;
  readonly log: MemoryLog;
  readonly archives: FakeArchives;
  readonly fileDialogs: FakeFileDialogs;
  readonly settings: SettingsService;
  /** What is on the disk of the settings. */
  readonly stored: { value: Partial<Settings> };
  readonly notices: Notice[];
  readonly changed: TopicArea[];
  readonly ports: {
    readonly clock: ManualClock;
    readonly log: MemoryLog;
    readonly archives: FakeArchives;
    readonly fileDialogs: FakeFileDialogs;
    readonly paths: {
      readonly profile: string;
      readonly databaseWorker: URL;
      readonly placesWorker: URL;
    };
    readonly demo: DemoAccount | undefined;
  };
  readonly events: { changed(...topics: readonly { area: TopicArea }[]): void };
  readonly tell: (notice: Notice) => Promise<void>;
  readonly files: OutgoingFiles;
};

/** A profile whose archive belongs to an account, with everything around it in the test's hands. */
export function makeWorld(
  more: { readonly account?: string; readonly folder?: string; readonly demo?: DemoAccount } = {},
): KeepingWorld {
  const folder = more.folder ?? makeFolder();
  const archive = openInProcessArchive(join(folder, 'archive.db'));
  onTestFinished(() => void archive.db.close());
  // No power is cut here.
  archive.db.pragma('synchronous = OFF');
  insert(
    archive.db,
    `INSERT OR REPLACE INTO account_fact (name, value, read_at) VALUES ('archiveOf', ?, 0)`,
    JSON.stringify(more.account ?? owner),
  );
  const clock = new ManualClock();
  const log = createMemoryLog();
  const archives = createFakeArchives();
  const fileDialogs = createFakeFileDialogs();
  const notices: Notice[] = [];
  const changed: TopicArea[] = [];
  const events: KeepingWorld['events'] = {
    changed: (...topics) => void changed.push(...topics.map(({ area }) => area)),
  };
  const stored: { value: Partial<Settings> } = { value: {} };
  const settings = createSettings({
    store: { read: () => ({ value: stored.value }), write: (value) => void (stored.value = value) },
    archiveFile: archives.file,
    log,
    events,
  });
  const paths = {
    profile: folder,
    databaseWorker: new URL('file:///unused'),
    placesWorker: new URL('file:///unused'),
  };
  return {
    folder,
    archive,
    clock,
    log,
    archives,
    fileDialogs,
    settings,
    stored,
    notices,
    changed,
    events,
    ports: { clock, log, archives, fileDialogs, paths, demo: more.demo },
    tell: (notice) => Promise.resolve(void notices.push(notice)),
    files: createOutgoingFiles({
      archive,
      clock,
      log,
      random: createCountingRandom(),
      folder: join(folder, 'outgoing', 'archive'),
      canSendMedia: () => true,
    }),
  };
}

/** Row ids differ within a millisecond, as the product's do. */
let rows = 0;
const nextId = (at: number): number => at * 1024 + (rows++ % 1024);

type Text = {
  readonly body: string;
  readonly number?: string;
  readonly minute?: number;
  readonly status?: string;
  readonly serverId?: string | null;
  readonly clientId?: string;
};

/** Writes a text with its thread; texts of one number share theirs. Answers its row id. */
export function addText({ archive: { db } }: Pick<KeepingWorld, 'archive'>, text: Text): number {
  const { body, number = dana, minute = 0, status = 'received', clientId } = text;
  const at = startOfTests + minute * 60_000;
  const thread = db.prepare('SELECT id FROM thread WHERE party_key = ?').pluck().get(number);
  const threadId =
    (thread as number | undefined) ??
    insert(
      db,
      'INSERT INTO thread (own_number, party_key, last_at) VALUES (?, ?, ?)',
      own,
      number,
      at,
    );
  run(
    db,
    'INSERT OR IGNORE INTO thread_party (thread_id, position, number) VALUES (?, 0, ?)',
    threadId,
    number,
  );
  const isOut = status !== 'received';
  const id = nextId(at);
  insert(
    db,
    `INSERT INTO message (id, thread_id, server_id, client_id, direction, status, body,
       from_number, created_at, modified_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    threadId,
    text.serverId === undefined ? `m${id}` : text.serverId,
    clientId,
    isOut ? 'outbound' : 'inbound',
    status,
    body,
    isOut ? own : number,
    at,
    at,
  );
  run(db, 'UPDATE thread SET last_message_id = ?, last_at = ? WHERE id = ?', id, at, threadId);
  if (status === 'queued' || status === 'sending') {
    run(
      db,
      'INSERT INTO outbox (message_id, thread_id, due_at) VALUES (?, ?, ?)',
      id,
      threadId,
      at,
    );
  }
  return id;
}

/** Writes a call with its record in the call log. Answers its row id. */
export function addCall(
  { archive: { db } }: Pick<KeepingWorld, 'archive'>,
  call: { readonly number?: string; readonly name?: string; readonly minute?: number } = {},
): number {
  const at = startOfTests + (call.minute ?? 0) * 60_000;
  const id = nextId(at);
  insert(
    db,
    `INSERT INTO call (id, direction, outcome, number, name, started_at, duration_seconds)
     VALUES (?, 'inbound', 'connected', ?, ?, ?, 61)`,
    id,
    call.number ?? dana,
    call.name,
    at,
  );
  insert(
    db,
    `INSERT INTO call_record (server_id, call_id, session_id, direction, action, started_at,
       from_number, from_name)
     VALUES (?, ?, ?, 'Inbound', 'Phone Call', ?, ?, ?)`,
    `c${id}`,
    id,
    `s${id}`,
    at,
    call.number ?? dana,
    call.name,
  );
  return id;
}
