import type { TopicArea } from '../../../shared/contract/index.ts';
import type { VoicemailId } from '../../../shared/model/ids.ts';
import type { Outcome } from '../../../main/core/ringcentral/outcome.ts';
import type { ServerMedia } from '../../../main/core/ringcentral/records.ts';
import { createReadState } from '../../../main/core/read-state/service.ts';
import { createVoicemail } from '../../../main/core/voicemail/service.ts';
import { createTranscripts } from '../../../main/core/voicemail/transcripts.ts';
import { openInProcessArchive } from '../../db/in-process.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { createMemoryLog } from '../support/memory-log.ts';
import { createCountingRandom } from '../support/session.ts';

export type Row = {
  readonly id: number;
  readonly server_id: string;
  readonly number: string | null;
  readonly name: string | null;
  readonly created_at: number;
  readonly is_read: number;
  readonly is_read_untold: number;
  readonly audio_uri: string | null;
  readonly transcript: string | null;
  readonly transcript_state: string;
  readonly transcript_uri: string | null;
  readonly transcript_attempts: number;
};

/** An answer of the media host that is a text. */
export function textAnswer(
  text: string | Uint8Array<ArrayBuffer>,
  more: Partial<ServerMedia> = {},
): Outcome<ServerMedia> {
  const blob = new Blob([text]);
  return {
    kind: 'ok',
    value: {
      status: 200,
      contentType: 'text/plain',
      contentLength: blob.size,
      contentRange: undefined,
      body: blob.stream(),
      ...more,
    },
  };
}

/** Voicemails on an archive in memory, before a RingCentral that the test plays. */
export function openVoicemail() {
  const archive = openInProcessArchive();
  const clock = new ManualClock();
  const log = createMemoryLog();
  const told: TopicArea[] = [];
  const events = {
    changed: (...topics: readonly { readonly area: TopicArea }[]) =>
      void told.push(...topics.map(({ area }) => area)),
  };
  const world = {
    archive,
    clock,
    log,
    told,
    marked: [] as [readonly string[], boolean][],
    answerMark: { kind: 'ok', value: undefined } as Outcome<void> | Promise<Outcome<void>>,
    asked: [] as string[],
    reply: (_uri: string): Outcome<ServerMedia> => textAnswer('Hello.'),
    add(more: Partial<Row> = {}): VoicemailId {
      const count = Number(archive.db.prepare('SELECT count(*) FROM voicemail').pluck().get());
      const at = clock.now() + count * 1_000;
      const row: Row = {
        id: at * 1024,
        server_id: `s${count + 1}`,
        number: '+12125550142',
        name: null,
        created_at: at,
        is_read: 0,
        is_read_untold: 0,
        audio_uri: 'https://media.ringcentral.com/audio',
        transcript: null,
        transcript_state: 'none',
        transcript_uri: null,
        transcript_attempts: 0,
        ...more,
      };
      archive.db
        .prepare(
          `INSERT INTO voicemail (id, server_id, number, name, created_at, modified_at, is_read,
             is_read_untold, audio_uri, transcript, transcript_state, transcript_uri,
             transcript_attempts)
           VALUES (@id, @server_id, @number, @name, @created_at, @created_at, @is_read,
             @is_read_untold, @audio_uri, @transcript, @transcript_state, @transcript_uri,
             @transcript_attempts)`,
        )
        .run(row);
      return String(row.id) as VoicemailId;
    },
    row: (id: VoicemailId) =>
      archive.db.prepare('SELECT * FROM voicemail WHERE id = ?').get(Number(id)) as Row,
    plan: (sql: string) =>
      (archive.db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(0, 1) as { detail: string }[])
        .map(({ detail }) => detail)
        .join('; '),
  };
  const common = { archive, log, events };
  const readState = createReadState({
    ...common,
    clock,
    random: createCountingRandom(),
    isSignedIn: () => true,
    getClockAheadMs: () => undefined,
    api: {
      messages: {
        setRead(ids, isRead) {
          world.marked.push([ids, isRead]);
          return Promise.resolve(world.answerMark);
        },
      },
    },
  });
  const voicemail = createVoicemail({ ...common, readState });
  const transcripts = createTranscripts({
    ...common,
    clock,
    media: {
      open(uri) {
        world.asked.push(uri);
        return Promise.resolve(world.reply(uri));
      },
    },
  });
  return Object.assign(world, { voicemail, readState, transcripts });
}
