import { defineQuery } from '../db/define-query.ts';
import { allRows, run } from '../db/statement.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';
import type { AccountFacts } from './facts.ts';

/** The facts of the account as they were last read; only what `writeFacts` wrote is there. */
export const readFacts = defineQuery('session.read-facts', (db): Partial<AccountFacts> => {
  const rows = allRows<{ name: string; value: string }>(db, 'SELECT name, value FROM account_fact');
  return Object.fromEntries(rows.map(({ name, value }) => [name, JSON.parse(value) as unknown]));
});

/** Writes the given facts over the old ones; one that is undefined is forgotten. */
export const writeFacts = defineQuery(
  'session.write-facts',
  (db, input: { readonly facts: Partial<AccountFacts>; readonly at: EpochMs }): void => {
    for (const [name, value] of Object.entries(input.facts)) {
      if (value === undefined) {
        run(db, 'DELETE FROM account_fact WHERE name = ?', name);
        continue;
      }
      run(
        db,
        `INSERT INTO account_fact (name, value, read_at) VALUES (?, ?, ?)
         ON CONFLICT (name) DO UPDATE SET value = excluded.value, read_at = excluded.read_at`,
        name,
        JSON.stringify(value),
        input.at,
      );
    }
  },
);
