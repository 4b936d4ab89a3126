import { describe, expect, it } from 'vitest';
import { callReader, messageReader } from '../../../main/core/ringcentral/schemas-records.ts';
import { readList } from '../../../main/core/ringcentral/schemas.ts';
import { now, openBackfill } from './backfill/world.ts';

const at = new Date(now).toISOString();
const voicemail = (id: number, more: object = {}, vmDuration: unknown = 21) => ({
  id,
  type: 'VoiceMail',
  direction: 'Inbound',
  readStatus: 'Unread',
  creationTime: at,
  from: { phoneNumber: '+12125550142' },
  to: [{ phoneNumber: '+15125550123' }],
  attachments: [{ id: 1, uri: 'https://media.example.com/1', type: 'AudioRecording', vmDuration }],
  ...more,
});
const call = (id: number, more: object = {}) => ({
  id: `call-${id}`,
  sessionId: id * 10_000,
  startTime: at,
  direction: 'Inbound',
  type: 'Voice',
  action: 'VoIP Call',
  result: 'Missed',
  from: { phoneNumber: '+12125550142' },
  duration: 1,
  ...more,
});

describe('a value that no table takes', () => {
  it('does not stop the page that it comes with', async () => {
    const world = openBackfill();
    const messages = readList(
      {
        records: [
          voicemail(1),
          voicemail(2, {}, 21.4),
          voicemail(3, {}, 1e300),
          voicemail(4, { creationTime: '+200000-01-01T00:00:00Z' }),
          voicemail(5, { creationTime: '0001-01-01T00:00:00Z' }),
          voicemail(6, { lastModifiedTime: '+200000-01-01T00:00:00Z' }),
        ],
      },
      messageReader,
    );
    const calls = readList(
      {
        records: [
          call(1),
          call(2, { duration: 1.6 }),
          call(3, { duration: 1e300 }),
          call(4, { startTime: '+200000-01-01T00:00:00Z' }),
          call(5, { startTime: '-000001-01-01T00:00:00Z' }),
        ],
      },
      callReader,
    );
    await world.write.messages(messages, {});
    await world.write.calls(calls, {});
    expect(world.list('SELECT duration_seconds FROM voicemail ORDER BY server_id')).toEqual([
      21,
      21,
      null,
      21,
    ]);
    expect(world.list('SELECT duration_seconds FROM call_record ORDER BY server_id')).toEqual([
      1,
      2,
      null,
    ]);
    expect(world.list('SELECT server_id FROM quarantine ORDER BY feed, server_id')).toEqual([
      'call-4',
      'call-5',
      '4',
      '5',
    ]);
  });
});
