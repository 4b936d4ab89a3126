import { describe, expect, it } from 'vitest';
import {
  contactsByWordsSql,
  contactsFromSql,
  latestPeersSql,
  namedPeersSql,
  peersByWordsSql,
} from '../../../main/core/search/people/rows.ts';
import {
  byIndexSql,
  byScanSql,
  bySideSql,
  idsOfSql,
  places,
  textIdsSql,
} from '../../../main/core/search/records/rows.ts';
import { openInProcessArchive } from '../../db/in-process.ts';

function planOf(sql: string): string {
  const { db } = openInProcessArchive();
  const count = sql.split('?').length - 1;
  const rows = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(Array.from({ length: count }, () => 1));
  return rows.map((row) => (row as { detail: string }).detail).join('\n');
}

describe('searches', () => {
  it.each(Object.values(places))('of $table go through the index from its end', (place) => {
    const plan = planOf(byIndexSql(place));
    // `=` for the match, `><` for the range of row ids; the index itself is in their order.
    expect(plan).toMatch(new RegExp(`SCAN ${place.table}_search VIRTUAL TABLE INDEX \\d+:.*M`));
    expect(plan).toContain(`SEARCH ${place.table} USING INTEGER PRIMARY KEY (rowid=?)`);
    expect(plan).not.toContain('TEMP B-TREE');
  });

  it.each(Object.values(places))('of $table for a letter or two walk its newest rows', (place) => {
    const plan = planOf(byScanSql(place));
    expect(plan).toBe(`SEARCH ${place.table} USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)`);
  });

  it('of someone’s texts read the ids of their threads alone', () => {
    const plan = planOf(textIdsSql);
    expect(plan).toContain('SEARCH message USING COVERING INDEX message_by_thread');
    expect(plan).toContain('USING INDEX thread_party_by_number');
    expect(plan).toContain('USING INDEX thread_party_by_extension');
  });

  it.each(['call', 'voicemail', 'note'] as const)('of someone’s %ss read by number', (kind) => {
    expect(planOf(idsOfSql(kind, 'number'))).toContain(
      `SEARCH ${kind} USING COVERING INDEX ${kind}_by_number (number=? AND id>? AND id<?)`,
    );
    expect(planOf(idsOfSql(kind, 'extension_number'))).toContain(
      `SEARCH ${kind} USING COVERING INDEX ${kind}_by_extension`,
    );
    expect(planOf(bySideSql(kind))).toBe(
      `SEARCH ${kind} USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)`,
    );
  });

  it('of people and numbers read an index', () => {
    expect(planOf(contactsByWordsSql)).toContain('SCAN contact_search VIRTUAL TABLE INDEX');
    expect(planOf(peersByWordsSql)).toContain('SCAN peer_search VIRTUAL TABLE INDEX');
    expect(planOf(contactsFromSql)).toBe(
      'SEARCH contact USING INDEX contact_people (sort_name>? AND sort_name<?)',
    );
    expect(planOf(latestPeersSql)).toBe('SCAN peer USING INDEX peer_by_last');
    expect(planOf(namedPeersSql)).toBe('SCAN peer USING INDEX peer_named');
  });
});
