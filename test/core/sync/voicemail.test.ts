import { beforeEach, describe, expect, it } from 'vitest';
import type { CountryCode, E164 } from '../../../shared/model/ids.ts';
import type { ServerAttachment, ServerMessage } from '../../../main/core/ringcentral/records.ts';
import { applyTexts } from '../../../main/core/sync/messages/queries.ts';
import {
  toSyncedVoicemail,
  type SyncedVoicemail,
} from '../../../main/core/sync/messages/voicemail.ts';
import { openInProcessArchive, type InProcessArchive } from '../../db/in-process.ts';
import { startOfTests as t0 } from '../support/manual-clock.ts';

const home = { ownNumbers: ['+15125550123' as E164], country: 'US' as CountryCode };
const nobody = { phoneNumber: undefined, extensionNumber: undefined, name: undefined };

const attachment = (more: Partial<ServerAttachment>): ServerAttachment => ({
  id: '1',
  uri: 'https://media.ringcentral.com/content/1',
  type: 'AudioRecording',
  contentType: 'audio/mpeg',
  fileName: undefined,
  sizeBytes: undefined,
  durationSeconds: 21,
  size: undefined,
  ...more,
});
const transcript = attachment({
  id: '2',
  uri: 'https://media.ringcentral.com/content/2',
  type: 'AudioTranscription',
  contentType: 'text/plain',
  durationSeconds: undefined,
});

const record = (more: Partial<ServerMessage> = {}): ServerMessage => ({
  id: '77',
  type: 'VoiceMail',
  direction: 'Inbound',
  readStatus: 'Unread',
  messageStatus: 'Received',
  availability: 'Alive',
  subject: '',
  createdAt: t0,
  modifiedAt: t0,
  from: { ...nobody, phoneNumber: '+12125550142', name: 'Ada' },
  to: [],
  conversationId: undefined,
  attachments: [attachment({})],
  deliveryErrorCode: undefined,
  transcriptionStatus: 'NotAvailable',
  ...more,
});

describe('a voicemail record', () => {
  it('names who called, its audio and its length', () => {
    expect(toSyncedVoicemail(record(), home)).toMatchObject({
      serverId: '77',
      number: '+12125550142',
      name: 'Ada',
      durationSeconds: 21,
      isRead: false,
      audio: { id: '1', contentType: 'audio/mpeg' },
      transcriptState: 'none',
      transcriptUri: undefined,
    });
  });

  it.each([
    ['InProgress', false, 'waiting'],
    ['Completed', true, 'waiting'],
    ['Completed', false, 'failed'],
    ['CompletedPartially', true, 'partial'],
    ['Failed', false, 'failed'],
    ['TimedOut', false, 'failed'],
    ['Unknown', false, 'none'],
    [undefined, false, 'none'],
  ] as const)('whose transcription is %s (file: %s) is %s', (status, hasFile, state) => {
    const attachments = hasFile ? [attachment({}), transcript] : [attachment({})];
    const synced = toSyncedVoicemail(record({ transcriptionStatus: status, attachments }), home);
    expect(synced.transcriptState).toBe(state);
    expect(synced.transcriptUri).toBe(hasFile ? transcript.uri : undefined);
  });

  it('without a number or audio is kept all the same', () => {
    const synced = toSyncedVoicemail(record({ from: nobody, attachments: [] }), home);
    expect(synced).toMatchObject({ number: undefined, audio: undefined });
  });
});

describe('a voicemail in the archive', () => {
  let archive: InProcessArchive;
  beforeEach(() => {
    archive = openInProcessArchive();
  });
  const apply = (
    voicemails: readonly SyncedVoicemail[],
    deleted: readonly { id: string; availability: string }[] = [],
  ) =>
    archive.write(applyTexts, {
      texts: [],
      voicemails,
      deleted,
      unreadable: [],
      cursor: undefined,
      at: t0,
    });
  const put = (more: Partial<ServerMessage> = {}) => apply([toSyncedVoicemail(record(more), home)]);
  const row = () => archive.db.prepare('SELECT * FROM voicemail').get() as Record<string, unknown>;

  it('is there once, in the order of time', async () => {
    await put();
    await put();
    expect(archive.db.prepare('SELECT count(*) FROM voicemail').pluck().get()).toBe(1);
    expect(row()).toMatchObject({ id: t0 * 1024, is_read: 0, audio_uri: attachment({}).uri });
  });

  it('keeps a transcript that was fetched, whatever comes later', async () => {
    await put({ transcriptionStatus: 'Completed', attachments: [attachment({}), transcript] });
    archive.db.exec(`UPDATE voicemail SET transcript = 'Call me', transcript_state = 'there'`);
    await put({ modifiedAt: t0 + 1, readStatus: 'Read', attachments: [] });
    expect(row()).toMatchObject({
      transcript: 'Call me',
      transcript_state: 'there',
      audio_uri: attachment({}).uri,
      duration_seconds: 21,
      is_read: 1,
    });
  });

  it('stays as the user marked it until RingCentral has heard of it', async () => {
    await put();
    archive.db.exec('UPDATE voicemail SET is_read = 1, is_read_untold = 1');
    await put({ modifiedAt: t0 + 1 });
    expect(row()['is_read']).toBe(1);
    archive.db.exec(`UPDATE voicemail SET is_read_untold = 0, read_set_at = ${t0 + 2}`);
    await put({ modifiedAt: t0 + 2 });
    expect(row()['is_read']).toBe(1);
    await put({ modifiedAt: t0 + 3 });
    expect(row()['is_read']).toBe(0);
  });

  it('is not put back by a state it has left behind', async () => {
    await put({ modifiedAt: t0 + 5, readStatus: 'Read' });
    await put({ modifiedAt: t0 + 1 });
    expect(row()).toMatchObject({ is_read: 1, modified_at: t0 + 5 });
  });

  it('is only marked when the server deletes it, and comes back when it is restored there', async () => {
    await put();
    await apply([], [{ id: '77', availability: 'Deleted' }]);
    expect(row()['availability']).toBe('Deleted');
    await put({ modifiedAt: t0 + 1 });
    expect(row()['availability']).toBe('Alive');
  });
});
