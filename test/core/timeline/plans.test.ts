import { describe, expect, it } from 'vitest';
import { listFollowUpsSql, nextUntoldSql } from '../../../main/core/notes/follow-ups/queries.ts';
import { notesOfCallSql } from '../../../main/core/notes/queries.ts';
import { attemptTallySql, noteIdsSql, tallySql } from '../../../main/core/timeline/head/queries.ts';
import { attemptsSql, walkSql } from '../../../main/core/timeline/queries.ts';
import { threadsByExtensionSql, threadsByNumberSql } from '../../../main/core/timeline/rows.ts';
import { openInProcessArchive } from '../../db/in-process.ts';

const { db } = openInProcessArchive();

function planOf(sql: string): string {
  const values = Array.from(sql.matchAll(/\?/g), () => 1);
  const steps = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[];
  return steps.map(({ detail }) => detail).join('; ');
}

/** Reads a whole table, or sorts rows it has read. */
const isCostly = /SCAN (?!json_each)|USE TEMP B-TREE FOR (ORDER|LAST)/;

describe('a page of a timeline', () => {
  it.each(Object.entries(walkSql))('%s is walked by its own index, in its order', (name, sql) => {
    const plan = planOf(sql);
    const index = { textOfThread: 'message_by_thread' }[name] ?? toIndexName(name);
    expect(plan).toContain(`INDEX ${index} (`);
    expect(plan).toMatch(/(rowid|id)>\? AND (rowid|id)<\?/);
    expect(plan).not.toMatch(isCostly);
  });

  it('walks attempts past everything else the log has of a number', () => {
    expect(planOf(attemptsSql)).toBe(
      'SEARCH activity USING INDEX activity_attempt (number=? AND began_at>? AND began_at<?)',
    );
  });

  it('finds threads by who is in them', () => {
    expect(planOf(threadsByNumberSql)).toContain('INDEX thread_party_by_number (number=?)');
    expect(planOf(threadsByExtensionSql)).toContain(
      'INDEX thread_party_by_extension (extension_number=?)',
    );
  });
});

describe('counts of a timeline', () => {
  it.each(Object.entries(tallySql).filter(([name]) => !/Extension/.test(name)))(
    '%s reads an index and no row',
    (_name, sql) => {
      expect(planOf(sql)).toMatch(/^SEARCH \w+ USING COVERING INDEX/);
    },
  );

  it.each([
    ['calls by extension', tallySql.callByExtension, 'call_by_extension'],
    ['voicemails by extension', tallySql.voicemailByExtension, 'voicemail_by_extension'],
    ['notes', noteIdsSql, 'note_by_contact'],
    // Few, and nothing else the log has of the number is read.
    ['attempts', attemptTallySql, 'activity_attempt'],
  ])('finds %s by their index', (_what, sql, index) => {
    expect(planOf(sql)).toContain(`INDEX ${index} (`);
    expect(planOf(sql)).not.toMatch(/SCAN (?!json_each)/);
  });
});

describe('follow-ups and notes', () => {
  it.each([
    ['what is open', listFollowUpsSql.open, 'follow_up_open'],
    ['what is done', listFollowUpsSql.done, 'follow_up_done'],
    ['what falls due next', nextUntoldSql, 'follow_up_untold'],
    ['the notes of a call', notesOfCallSql, 'note_by_call'],
  ])('%s is read by its index', (_what, sql, index) => {
    expect(planOf(sql)).toContain(`INDEX ${index}`);
    expect(planOf(sql)).not.toMatch(isCostly);
  });
});

/** `callByNumber` is walked by `call_by_number`. */
function toIndexName(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
