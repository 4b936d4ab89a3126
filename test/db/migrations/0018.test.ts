import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate, versionOf } from '../../../main/core/db/migrate.ts';
import { migrations } from '../../../main/core/db/migrations/index.ts';

const upTo = (version: number) => migrations.filter((migration) => migration.version <= version);

it('0018: notes nothing of an archive that is there, and then what changes once it is switched on', () => {
  const db = new Sqlite(':memory:');
  db.pragma('foreign_keys = ON');
  migrate(db, upTo(17));
  db.exec(`
    INSERT INTO thread (id, own_number, party_key, last_at) VALUES (1, '+12125550100', '', 0);
    INSERT INTO message (id, thread_id, direction, status, body, created_at, modified_at)
      VALUES (1024, 1, 'inbound', 'received', 'Hello', 1, 1);
    INSERT INTO call (id, direction, outcome, started_at) VALUES (1024, 'inbound', 'missed', 1);
  `);
  migrate(db, upTo(18));
  expect(versionOf(db)).toBe(18);
  const types = (): unknown => db.prepare('SELECT type FROM event ORDER BY seq').pluck().all();
  db.exec(`UPDATE message SET status = 'failed'; UPDATE call SET outcome = 'connected';`);
  for (const table of ['event', 'event_feed', 'webhook', 'webhook_delivery']) {
    expect(db.prepare(`SELECT * FROM ${table}`).all(), table).toEqual([]);
  }

  db.exec(`
    INSERT INTO event_feed VALUES (1, 'feed', 50);
    UPDATE message SET status = 'sent';
    INSERT INTO call (id, direction, outcome, started_at) VALUES (60, 'inbound', 'in-progress', 60);
    UPDATE call SET connected_at = 61 WHERE id = 60;
    UPDATE call SET outcome = 'connected', connected_at = 61 WHERE id = 60;
  `);
  expect(types()).toEqual(['call.ringing', 'call.connected', 'call.ended']);
  db.exec(`
    INSERT INTO webhook (url, types, created_at) VALUES ('https://crm.example/', '[]', 1);
    INSERT INTO webhook_delivery (webhook_id, event_seq, due_at) SELECT 1, seq, 1 FROM event;
    DELETE FROM call WHERE id = 60;
  `);
  expect(types()).toEqual([]);
  expect(db.prepare('SELECT * FROM webhook_delivery').all()).toEqual([]);
  expect(() => db.exec(`INSERT INTO event_feed VALUES (2, 'other', 1)`)).toThrow(/CHECK/);
});
