import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { failure } from '../../shared/failure.ts';
import type { E164 } from '../../shared/model/ids.ts';
import { markSuspect, openOrRecover } from '../../main/core/db/recover.ts';
import { reconcileUnknown } from '../../main/core/outbox/looking/queries.ts';
import { recoverSending } from '../../main/core/outbox/queries.ts';
import {
  addText,
  damagePages,
  loseEnd,
  makeFile,
  noticesOf,
  now,
  openActivities,
  other,
  own,
  prepare,
} from './broken-archive.ts';

const hour = 3_600_000;

describe('a damaged archive', () => {
  it('carries waiting texts over from an archive that has lost its end', () => {
    const file = makeFile();
    const old = prepare(file);
    addText(old, 'first', now - 2_000);
    const sending = addText(old, 'second', now - 1_000);
    addText(old, 'third', now - 500, '+12125550143' as E164);
    old.prepare(`UPDATE message SET status = 'sending' WHERE id = ?`).run(sending);
    loseEnd(old, file);

    const db = openOrRecover(file, now);
    expect(noticesOf(db)).toMatchObject([
      { message: 'archive-damaged', params: { carriedOver: 3 } },
    ]);
    const texts = db
      .prepare(
        `SELECT body, status, client_id, own_number, party_key FROM outbox
         JOIN message ON message.id = message_id JOIN thread ON thread.id = message.thread_id
         ORDER BY message.id`,
      )
      .all();
    const thread = { own_number: own, party_key: other };
    expect(texts).toEqual([
      { body: 'first', status: 'queued', client_id: 'client-first', ...thread },
      { body: 'second', status: 'sending', client_id: 'client-second', ...thread },
      {
        body: 'third',
        status: 'queued',
        client_id: 'client-third',
        own_number: own,
        party_key: '+12125550143',
      },
    ]);
    db.close();
  });

  it('carries over which files go with a text', () => {
    const file = makeFile();
    const old = prepare(file);
    const id = addText(old, 'the house', now - 2_000);
    const add = old.prepare(
      `INSERT INTO outgoing_file (id, file_name, content_type, size_bytes, position, message_id,
         draft_key, added_at) VALUES (?, ?, 'image/png', 9, ?, ?, ?, 5)`,
    );
    add.run('f-2', 'back.png', 1, id, null);
    add.run('f-1', 'front.png', 0, id, null);
    add.run('f-3', 'of a draft.png', 0, null, 'new');
    loseEnd(old, file);

    const db = openOrRecover(file, now);
    const files = db.prepare(
      `SELECT outgoing_file.id, file_name, position, body FROM outgoing_file
       JOIN message ON message.id = message_id ORDER BY position`,
    );
    expect(files.raw().all()).toEqual([
      ['f-1', 'front.png', 0, 'the house'],
      ['f-2', 'back.png', 1, 'the house'],
    ]);
    db.close();
  });

  it('carries over when a text was accepted, and what the user had said yes to', () => {
    const file = makeFile();
    const old = prepare(file);
    const again = addText(old, 'sent again', now - 48 * hour);
    addText(old, 'plain', now - hour);
    const decision = { questions: ['opted-out'], reason: 'They asked for it' };
    old
      .prepare('UPDATE activity SET began_at = ?, detail = ? WHERE subject = ?')
      .run(now - 2 * hour, JSON.stringify({ decision }), `message:${again}`);
    loseEnd(old, file);

    const db = openOrRecover(file, now);
    expect(openActivities(db)).toEqual([
      { body: 'sent again', at: now - 2 * hour, detail: { decision, carriedOver: true } },
      { body: 'plain', at: now - hour, detail: { carriedOver: true } },
    ]);
    db.close();
  });

  it('carries over texts for later, and what was held', () => {
    const file = makeFile();
    const old = prepare(file);
    const held = addText(old, 'held', now - 1_000);
    old.prepare('UPDATE outbox SET held_until = ? WHERE message_id = ?').run(now + 4_000, held);
    old.exec(`INSERT INTO scheduled_text (thread_id, client_id, body, from_number, send_at,
      cancel_on_reply, confirmed, created_at)
      SELECT thread_id, 'later', 'Tomorrow', '${own}', ${now + 3_600_000}, 1, '["quiet-hours"]', 1
      FROM message`);
    loseEnd(old, file);

    const db = openOrRecover(file, now);
    expect(db.prepare('SELECT held_until FROM outbox').pluck().all()).toEqual([now + 4_000]);
    expect(
      db.prepare('SELECT client_id, body, send_at, confirmed, state FROM scheduled_text').all(),
    ).toEqual([
      {
        client_id: 'later',
        body: 'Tomorrow',
        send_at: now + 3_600_000,
        confirmed: '["quiet-hours"]',
        state: 'waiting',
      },
    ]);
    expect(noticesOf(db)).toMatchObject([{ params: { carriedOver: 2 } }]);
    db.close();
  });

  it('carries over texts to several people that were not handed over, for the user to look at', () => {
    const file = makeFile();
    const old = prepare(file);
    old.exec(`
      INSERT INTO text_batch (id, title, from_number, created_at) VALUES
        ('rates', 'New rates', '${own}', 1), ('done', 'Done', NULL, 2);
      INSERT INTO text_batch_row (batch_id, position, number, text, state, failure) VALUES
        ('rates', 1, '${other}', '', 'accepted', NULL),
        ('rates', 2, '+12125550143', 'Hello Dana', 'waiting', NULL),
        ('rates', 3, '+12125550144', 'Hello Lee', 'refused', '{"message":"text.landline"}'),
        ('done', 1, '${other}', '', 'accepted', NULL)`);
    loseEnd(old, file);

    const db = openOrRecover(file, now);
    expect(db.prepare('SELECT id, title, from_number FROM text_batch').raw().all()).toEqual([
      ['rates', 'New rates', own],
    ]);
    const texts = db.prepare(
      `SELECT position, text, state, failure ->> 'message' FROM text_batch_row ORDER BY position`,
    );
    expect(texts.raw().all()).toEqual([
      [1, '', 'accepted', null],
      [2, 'Hello Dana', 'refused', 'separate.outdated'],
      [3, 'Hello Lee', 'refused', 'text.landline'],
    ]);
    db.close();
  });

  it('carries over when a request left, and texts of unknown outcome, to be found by looking', () => {
    const file = makeFile();
    const old = prepare(file);
    const sending = addText(old, 'on its way', now - 3_600_000);
    const lost = addText(old, 'nobody knows', now - 1_800_000);
    const dropped = addText(old, 'dropped', now - 900_000);
    addText(old, 'queued', now - 60_000);
    const reason = failure('rejected', 'text.outcome-unknown', { retry: 'auto' });
    const change = old.prepare(
      'UPDATE message SET status = ?, modified_at = ?, failure = ?, is_discarded = ? WHERE id = ?',
    );
    change.run('sending', now - 5_000, null, 0, sending);
    change.run('unknown', now - 4_000, JSON.stringify(reason), 0, lost);
    change.run('unknown', now - 3_000, JSON.stringify(reason), 1, dropped);
    old.prepare('DELETE FROM outbox WHERE message_id IN (?, ?)').run(lost, dropped);
    loseEnd(old, file);

    const db = openOrRecover(file, now);
    const texts = db.prepare(
      `SELECT body, status, modified_at, message_id IS NOT NULL FROM message
       LEFT JOIN outbox ON message_id = message.id ORDER BY message.id`,
    );
    expect(texts.raw().all()).toEqual([
      ['on its way', 'sending', now - 5_000, 1],
      ['nobody knows', 'unknown', now - 4_000, 0],
      ['queued', 'queued', now - 60_000, 1],
    ]);
    expect(noticesOf(db)).toMatchObject([{ params: { carriedOver: 2 } }]);

    // The record of the first comes with a sync, dated when its request left.
    recoverSending.run(db, { now });
    const thread = db.prepare('SELECT id FROM thread').pluck().get();
    db.prepare(
      `INSERT INTO message (id, thread_id, server_id, direction, status, body, created_at, modified_at)
       VALUES (?, ?, '77', 'outbound', 'delivered', 'on its way', ?, ?)`,
    ).run(now * 1024, thread, now - 4_500, now);
    expect(reconcileUnknown.run(db, { now, clockAheadMs: 0 })).toMatchObject({
      adopted: [expect.any(Number)],
    });
    expect(db.prepare(`SELECT status FROM message WHERE body = 'on its way'`).all()).toEqual([
      { status: 'delivered' },
    ]);
    db.close();
  });

  it('carries over texts that were still in the write-ahead log', () => {
    const file = makeFile();
    // A process that is killed leaves its log behind; closing would have folded it in.
    spawnSync(process.execPath, [join(import.meta.dirname, 'leave-log.ts'), file]);
    expect(statSync(`${file}-wal`).size).toBeGreaterThan(0);
    markSuspect(file);
    damagePages(file);
    const db = openOrRecover(file, now);
    expect(noticesOf(db)).toMatchObject([{ message: 'archive-damaged' }]);
    expect(db.prepare('SELECT body FROM message').pluck().all()).toEqual(['in the log']);
    db.close();
  });
});
