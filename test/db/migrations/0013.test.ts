import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate, versionOf } from '../../../main/core/db/migrate.ts';
import { migrations } from '../../../main/core/db/migrations/index.ts';

const upTo = (version: number) => migrations.filter((migration) => migration.version <= version);

it('0013: finds who had answered STOP before, and who allowed texts again', () => {
  const db = new Sqlite(':memory:');
  db.pragma('foreign_keys = ON');
  migrate(db, upTo(12));
  const own = '+15125550123';
  const ada = '+12125550142';
  const bob = '+12125550143';
  const cleo = '+12125550144';
  db.exec(`
    INSERT INTO thread (id, own_number, party_key, last_at) VALUES
      (1, '${own}', '${ada}', 1), (2, '${own}', '${bob}', 1), (3, '${own}', '${cleo}', 1),
      (4, '${own}', '${ada},${bob}', 1);
  `);
  const add = db.prepare(
    `INSERT INTO message (id, thread_id, direction, status, body, from_number, created_at, modified_at)
     VALUES (?, ?, ?, 'received', ?, ?, ?, 1)`,
  );
  add.run(1, 1, 'inbound', ' “Stop.” ', ada, 100);
  add.run(2, 1, 'inbound', 'Hello', ada, 200);
  add.run(3, 2, 'inbound', 'QUIT', bob, 100);
  add.run(4, 2, 'inbound', 'Start', bob, 300);
  add.run(5, 3, 'inbound', 'Please stop by at 5', cleo, 100);
  add.run(6, 3, 'outbound', 'STOP', own, 100);
  add.run(7, 4, 'inbound', 'STOP', bob, 900);
  migrate(db, upTo(13));
  expect(versionOf(db)).toBe(13);
  const rows = db.prepare('SELECT number, stopped_at, lifted_at, source, word FROM opt_out');
  expect(rows.all()).toEqual([
    { number: ada, stopped_at: 100, lifted_at: null, source: 'answer', word: 'STOP' },
    { number: bob, stopped_at: 100, lifted_at: 300, source: 'answer', word: 'QUIT' },
  ]);
  expect(() =>
    db.exec(`INSERT INTO opt_out (own_number, number) VALUES ('${own}', '${cleo}')`),
  ).toThrow(/CHECK/);
  expect(() => db.exec(`UPDATE opt_out SET source = 'hearsay' WHERE number = '${ada}'`)).toThrow(
    /CHECK/,
  );
});
