import { expect, it } from 'vitest';
import { callWalk } from '../../../main/core/calls/history/rows.ts';
import { outcomesSql, pageSql } from '../../../main/core/call-lists/queries.ts';
import {
  countCallingSql,
  countStatesSql,
  moveEntriesSql,
  removeEntriesSql,
} from '../../../main/core/call-lists/rows.ts';
import { peopleOfCallsSql } from '../../../main/core/call-lists/sources/rows.ts';
import { openInProcessArchive } from '../../db/in-process.ts';

const { db } = openInProcessArchive();

function planOf(sql: string): string {
  const values = Array.from(sql.matchAll(/\?/g), () => 1);
  const steps = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[];
  return steps.map(({ detail }) => detail).join('; ');
}

const isCostly = /SCAN (?!json_each)|USE TEMP B-TREE FOR (ORDER|LAST)/;

it.each([
  ['a page of all', pageSql.all, '(call_list_id=? AND position>?)'],
  [
    'a page of a state, and who is next',
    pageSql.ofState,
    'call_list_entry_by_state (call_list_id=? AND state=? AND position>?)',
  ],
  ['how far a list is', countStatesSql, 'COVERING INDEX call_list_entry_by_state (call_list_id=?)'],
  [
    'whose call runs',
    countCallingSql,
    'call_list_entry_by_state (call_list_id=? AND state=?); SEARCH call USING INTEGER PRIMARY KEY',
  ],
  ['what a call was made from', moveEntriesSql, 'call_list_entry_by_call (call_id=?)'],
])('%s is read by its index, in its order', (_what, sql, index) => {
  expect(planOf(sql)).toContain(index);
  expect(planOf(sql)).not.toMatch(isCostly);
});

it('the outcomes are read of one list, each by the notes of its call', () => {
  expect(planOf(outcomesSql)).toContain('call_list_entry_by_state (call_list_id=? AND state=?)');
  expect(planOf(outcomesSql)).toContain('INDEX note_by_call');
  expect(planOf(outcomesSql)).not.toMatch(/SCAN/);
});

it('someone is taken off every list by the indexes of numbers and extensions', () => {
  const plan = planOf(removeEntriesSql);
  expect(plan).toContain('call_list_entry_by_number (number=?)');
  expect(plan).toContain('call_list_entry_by_extension (extension_number=?)');
  expect(plan).not.toMatch(/SCAN (?!json_each)/);
});

it('the people of a filter are gathered from the index of the filter', () => {
  const sql = peopleOfCallsSql(callWalk({ show: 'missed' }, undefined));
  expect(planOf(sql)).toContain('INDEX call_missed');
});
