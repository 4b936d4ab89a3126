import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate, versionOf } from '../../../main/core/db/migrate.ts';
import { migrations } from '../../../main/core/db/migrations/index.ts';

const upTo = (version: number) => migrations.filter((migration) => migration.version <= version);

it('0016: leaves attachments as they are, of a size that nobody knows', () => {
  const db = new Sqlite(':memory:');
  db.pragma('foreign_keys = ON');
  migrate(db, upTo(15));
  db.exec(`
    INSERT INTO thread (id, own_number, party_key, last_at) VALUES (1, '+12125550100', '', 0);
    INSERT INTO message (id, thread_id, server_id, direction, status, body, created_at, modified_at)
      VALUES (1024, 1, '5', 'inbound', 'received', '', 1, 1);
    INSERT INTO attachment (message_id, server_id, uri, type, content_type, file_name, size_bytes)
      VALUES (1024, '6', 'https://media.ringcentral.com/6', 'MmsAttachment', 'image/png', 'a.png', 9);
  `);
  migrate(db, upTo(16));
  expect(versionOf(db)).toBe(16);
  expect(db.prepare('SELECT * FROM attachment').all()).toEqual([
    {
      message_id: 1024,
      server_id: '6',
      uri: 'https://media.ringcentral.com/6',
      type: 'MmsAttachment',
      content_type: 'image/png',
      file_name: 'a.png',
      size_bytes: 9,
      width: null,
      height: null,
    },
  ]);
});
