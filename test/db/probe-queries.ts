import { defineQuery } from '../../main/core/db/define-query.ts';
import type { Database } from 'better-sqlite3';

// Queries that only tests have: they bring a worker into states that the product's own avoid.

function insert(db: Database, name: string): void {
  db.prepare(`INSERT INTO contact (source, server_id, name) VALUES ('personal', ?, ?)`).run(
    name,
    name,
  );
}

export const add = defineQuery('probe.add', (db, input: { readonly name: string }): void =>
  insert(db, input.name),
);

export const list = defineQuery(
  'probe.list',
  (db): readonly string[] =>
    db.prepare('SELECT name FROM contact ORDER BY id').pluck().all() as string[],
);

export const addThenThrow = defineQuery(
  'probe.add-then-throw',
  (db, input: { readonly name: string }): void => {
    insert(db, input.name);
    throw new Error('on purpose');
  },
);

export const addLater = defineQuery(
  'probe.add-later',
  async (db, input: { readonly name: string }): Promise<void> => {
    insert(db, input.name);
    await Promise.resolve();
  },
);

export const addWhenOpen = defineQuery(
  'probe.add-when-open',
  (db, input: { readonly name: string; readonly gate: SharedArrayBuffer }): void => {
    Atomics.wait(new Int32Array(input.gate), 0, 0);
    insert(db, input.name);
  },
);

export const answerFunction = defineQuery('probe.answer-function', () => () => 'no');

export const die = defineQuery('probe.die', (): void => process.exit(3));

export const limitPages = defineQuery('probe.limit-pages', (db): void => {
  db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + 4}`);
});

export const fill = defineQuery('probe.fill', (db): void => {
  for (let n = 0; n < 100; n += 1) insert(db, `${n} ${'x'.repeat(4_000)}`);
});
