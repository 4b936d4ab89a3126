import { describe, expect, it } from 'vitest';
import { raiseFloor, rememberErased } from '../../../main/core/keeping/rows.ts';
import { applyCalls } from '../../../main/core/sync/calls/queries.ts';
import { applyTexts } from '../../../main/core/sync/messages/queries.ts';
import { readProgress } from '../../../main/core/sync/backfill/queries.ts';
import type { SyncedText } from '../../../main/core/sync/messages/mapping.ts';
import type { SyncedCallRecord } from '../../../main/core/sync/calls/mapping.ts';
import { makeWorld, dana, own } from './harness.ts';

const at = Date.UTC(2026, 1, 1);

const text = (serverId: string, createdAt = at): SyncedText => ({
  serverId,
  ownNumber: own,
  parties: [{ number: dana, extensionNumber: undefined, name: undefined }],
  conversationId: undefined,
  direction: 'inbound',
  status: 'received',
  body: serverId,
  fromNumber: dana,
  fromName: undefined,
  createdAt,
  modifiedAt: createdAt,
  isRead: true,
  attachments: [],
  failure: undefined,
});

const call = (serverId: string, startedAt = at): SyncedCallRecord => ({
  serverId,
  sessionId: serverId,
  telephonySessionId: undefined,
  direction: 'inbound',
  action: 'Phone Call',
  result: 'Missed',
  from: { number: dana, extensionNumber: undefined, name: undefined },
  to: { number: own, extensionNumber: undefined, name: undefined },
  startedAt,
  durationSeconds: 0,
  isDeleted: false,
  recording: undefined,
  voicemailId: undefined,
});

describe('a full sync', () => {
  it('brings back nothing that was erased, and everything else', async () => {
    const { archive } = makeWorld();
    rememberErased(archive.db, 'messages', 'm1');
    rememberErased(archive.db, 'calls', 'c1');
    const rest = { deleted: [], unreadable: [], cursor: undefined, at };
    await archive.write(applyTexts, { texts: [text('m1'), text('m2')], ...rest });
    await archive.write(applyCalls, { records: [call('c1'), call('c2', at + 9e6)], ...rest });
    expect(archive.db.prepare('SELECT server_id FROM message').pluck().all()).toEqual(['m2']);
    expect(archive.db.prepare('SELECT server_id FROM call_record').pluck().all()).toEqual(['c2']);
    expect(archive.db.prepare('SELECT count(*) FROM call').pluck().get()).toBe(1);
  });

  it('brings back nothing from before what is kept, and the backfill ends there', async () => {
    const { archive } = makeWorld();
    raiseFloor(archive.db, at);
    const rest = { deleted: [], unreadable: [], cursor: undefined, at };
    await archive.write(applyTexts, { texts: [text('old', at - 1), text('new')], ...rest });
    await archive.write(applyCalls, { records: [call('old', at - 1)], ...rest });
    expect(archive.db.prepare('SELECT server_id FROM message').pluck().all()).toEqual(['new']);
    expect(archive.db.prepare('SELECT count(*) FROM call').pluck().get()).toBe(0);
    archive.db.exec(`INSERT INTO backfill (feed, reached_at, oldest_at) VALUES
      ('calls', ${at - 1}, 1), ('messages', ${at + 1}, 1)`);
    const { feeds } = await archive.read(readProgress, undefined);
    expect(feeds.map(({ feed, isDone }) => [feed, isDone])).toEqual([
      ['calls', true],
      ['messages', false],
    ]);
  });
});
