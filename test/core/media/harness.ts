import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { AppEvent } from '../../../shared/contract/index.ts';
import { failure } from '../../../shared/failure.ts';
import type { Capability } from '../../../shared/model/session.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { createMedia, type Media } from '../../../main/core/media/service.ts';
import type { MediaLimits } from '../../../main/core/media/store.ts';
import type { RingCentralApi } from '../../../main/core/ringcentral/api.ts';
import type { Outcome } from '../../../main/core/ringcentral/outcome.ts';
import type { ServerMedia } from '../../../main/core/ringcentral/records.ts';
import { openInProcessArchive } from '../../db/in-process.ts';
import { until } from '../ringcentral/harness.ts';
import { ManualClock, settled } from '../support/manual-clock.ts';
import { createMemoryLog } from '../support/memory-log.ts';
import { createCountingRandom } from '../support/session.ts';

type Options = Parameters<RingCentralApi['media']['open']>[1];
type Ask = { readonly uri: string; readonly range: string | undefined };

export const megabyte = 1024 * 1024;
export const day = 24 * 60 * 60_000;

/** A folder that goes with the test. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'media-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Bytes that differ along the way, so that a wrong offset shows. */
export function bytesOf(length: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length }, (_, index) => (index * 31 + (index >> 8)) % 251);
}

/** An answer of RingCentral's media host. */
export function answer(
  bytes: Uint8Array<ArrayBuffer>,
  more: Partial<ServerMedia> = {},
): Outcome<ServerMedia> {
  return {
    kind: 'ok',
    value: {
      status: 200,
      contentType: 'audio/mpeg',
      contentLength: bytes.byteLength,
      contentRange: undefined,
      body: new Blob([bytes]).stream(),
      ...more,
    },
  };
}

/** A refusal with a status. */
export function refusal(status: number): Outcome<ServerMedia> {
  return { kind: 'refused', status, failure: failure('not-found', 'not-found') };
}

export const offline: Outcome<ServerMedia> = {
  kind: 'not-sent',
  failure: failure('offline', 'network.offline'),
};

/** A body that a test feeds. */
export function feed() {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const state = { isCancelled: false };
  const body = new ReadableStream<Uint8Array>({
    start: (given) => void (controller = given),
    cancel: () => void (state.isCancelled = true),
  });
  return {
    body,
    state,
    give: (bytes: Uint8Array) => controller?.enqueue(bytes),
    end: () => controller?.close(),
    break: () => controller?.error(new Error('the connection was reset')),
  };
}

/** A media room over an archive in memory, before a RingCentral that the test plays. */
export function openMedia(
  given: {
    readonly folder?: string;
    readonly limits?: Partial<MediaLimits>;
    /** A RingCentral in place of the one that the test plays. */
    readonly api?: Pick<RingCentralApi, 'media'>;
  } = {},
) {
  const folder = given.folder ?? join(makeFolder(), 'media', 'archive');
  const archive = openInProcessArchive();
  const clock = new ManualClock();
  const log = createMemoryLog();
  const listeners = new Set<(event: AppEvent) => void>();
  const world = {
    folder,
    archive,
    clock,
    log,
    asked: [] as Ask[],
    limits: { bytes: 10 * megabyte, months: undefined, ...given.limits } as MediaLimits,
    signedIn: signedIn(),
    canPlayRecordings: { can: true } as Capability,
    canPlayVoicemail: { can: true } as Capability,
    savePath: undefined as string | undefined,
    suggested: [] as string[],
    reply: (_ask: Ask): Outcome<ServerMedia> | Promise<Outcome<ServerMedia>> =>
      answer(bytesOf(1_000)),
    tell: (event: AppEvent) => listeners.forEach((listener) => listener(event)),
    files: () => readdirSync(folder).sort(),
    /** Waits for what is coming to be on the disk, note and all, or gone from it. */
    rest: async () => {
      await until(() => {
        const endings = world.endings();
        const count = (ending: string) => endings.filter((one) => one === ending).length;
        return count('.part') === 0 && count('.media') <= count('.json');
      });
      await settled();
    },
    endings: () =>
      readdirSync(folder)
        .map((name) => name.slice(name.lastIndexOf('.')))
        .sort(),
  };
  const media: Media = createMedia({
    archive,
    clock,
    log,
    folder,
    random: createCountingRandom(),
    limits: () => world.limits,
    outgoing: { find: () => Promise.resolve(undefined) },
    events: {
      on(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    session: {
      requireSignedIn: () => world.signedIn,
      getView: () => world,
    },
    fileDialogs: {
      chooseSave: ({ fileName }) => {
        world.suggested.push(fileName);
        return Promise.resolve(world.savePath);
      },
    },
    api: given.api ?? {
      media: {
        async open(uri: string, { range }: Options) {
          world.asked.push({ uri, range });
          return world.reply({ uri, range });
        },
      },
    },
  });
  onTestFinished(() => media.stop());
  return Object.assign(world, { media, ...rowsOf(archive.db, clock) });
}

export type MediaWorld = ReturnType<typeof openMedia>;

/** What a player gets: the status, the headers, and all of the bytes. */
export async function play(world: MediaWorld, mediaId: string, range?: string) {
  const got = await world.media.open(mediaId, range, new AbortController().signal);
  const bytes = got.body && new Uint8Array(await new Response(got.body).arrayBuffer());
  return { ...got, bytes };
}

const signedIn = (): Result<void> => ok();

/** Nobody is signed in any more. */
export const signedOut = fail(failure('auth', 'session.signed-out'));

/** A permission that is missing. */
export const forbidden: Capability = {
  can: false,
  failure: failure('rejected', 'permission.user-missing', {
    params: { permission: 'ReadCallRecording' },
  }),
};

function rowsOf(db: ReturnType<typeof openInProcessArchive>['db'], clock: ManualClock) {
  let last = 0;
  return {
    /** A voicemail of `age` milliseconds; answers its media id. */
    addVoicemail(
      more: { readonly age?: number; readonly type?: string; readonly uri?: string } = {},
    ) {
      const { age = day, type = 'audio/mpeg', uri } = more;
      const serverId = String((last += 1));
      const at = clock.now() - age;
      const id = at * 1024 + last;
      db.prepare(
        `INSERT INTO voicemail (id, server_id, number, name, created_at, modified_at, audio_id,
           audio_uri, audio_type) VALUES (?, ?, '+12125550142', 'Ada: "the/first"', ?, ?, '9', ?, ?)`,
      ).run(
        id,
        serverId,
        at,
        at,
        uri ?? `https://media.ringcentral.com/voicemail/${serverId}`,
        type,
      );
      return `voicemail-${id}`;
    },
    /** A recorded call; answers its media id. */
    addRecording({ age = day } = {}) {
      const serverId = `record_${(last += 1)}`;
      const at = clock.now() - age;
      const callId = at * 1024 + last;
      db.prepare(
        `INSERT INTO call (id, direction, outcome, number, started_at, recording_record_id)
         VALUES (?, 'inbound', 'connected', '+12125550142', ?, ?)`,
      ).run(callId, at, serverId);
      db.prepare(
        `INSERT INTO call_record (server_id, call_id, session_id, direction, action, started_at,
           recording_id, recording_uri) VALUES (?, ?, 's', 'inbound', 'Phone Call', ?, ?, ?)`,
      ).run(serverId, callId, at, `r${last}`, `https://media.ringcentral.com/recording/${last}`);
      return `recording-${serverId}`;
    },
    /** A file that came with a text; answers its media id. */
    addAttachment(type: string, fileName: string) {
      const at = clock.now() - day;
      const id = at * 1024 + (last += 1);
      db.prepare(
        `INSERT OR IGNORE INTO thread (id, own_number, party_key, last_at) VALUES (1, '+12125550100', '', 0)`,
      ).run();
      db.prepare(
        `INSERT INTO message (id, thread_id, server_id, direction, status, body, from_number,
           created_at, modified_at)
         VALUES (?, 1, ?, 'inbound', 'received', '', '+12125550142', ?, ?)`,
      ).run(id, String(last), at, at);
      db.prepare(
        `INSERT INTO attachment (message_id, server_id, uri, type, content_type, file_name)
         VALUES (?, '77', 'https://media.ringcentral.com/content/77', 'MmsAttachment', ?, ?)`,
      ).run(id, type, fileName);
      return `attachment-${id}-77`;
    },
  };
}
