import { describe, expect, it } from 'vitest';
import {
  removeCalls,
  removeTexts,
  removeVoicemails,
} from '../../../main/core/keeping/erasure/rows.ts';
import { untoldSql } from '../../../main/core/notifications/queries.ts';
import { moveTold } from '../../../main/core/notifications/rows.ts';
import { ada, startNotifications } from './harness.ts';

describe('what was told', () => {
  it('goes with what is erased, and its notification too', async () => {
    const world = await startNotifications();
    const { addCall, addText, addVoicemail, changed, db, know, notifications, said } = world;
    know();
    await notifications.start();
    addText('hello');
    const call = addCall(undefined);
    const voicemail = addVoicemail(ada);
    await changed();
    expect(said()).toHaveLength(3);
    const ids = db.prepare('SELECT id FROM message').pluck().all() as number[];
    removeTexts(db, ids, true);
    removeCalls(db, [call], true);
    removeVoicemails(db, [voicemail], true);
    expect(db.prepare('SELECT * FROM told').all()).toEqual([]);
    await changed();
    expect(said()).toEqual([]);
  });

  it('moves with a call that turns out to be another', async () => {
    const { addCall, changed, db, know, notifications } = await startNotifications();
    know();
    await notifications.start();
    const id = addCall(ada);
    await changed();
    moveTold(db, id, id + 5);
    moveTold(db, id, id + 5);
    expect(db.prepare('SELECT kind, row_id FROM told').raw().all()).toEqual([['call', id + 5]]);
  });

  it('is looked for in the newest rows alone', async () => {
    const { db } = await startNotifications();
    for (const sql of Object.values(untoldSql)) {
      const plan = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(1, 2) as { detail: string }[];
      const details = plan.map(({ detail }) => detail).join('; ');
      expect(details).toMatch(/SEARCH (?!told)\w+ USING .*(?:row)?id>\? AND \w+<\?/);
      expect(details).not.toContain('SCAN');
    }
  });
});
