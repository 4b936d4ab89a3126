import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createBackups } from '../../../main/core/keeping/backups/service.ts';
import { createErasure, type Erasure } from '../../../main/core/keeping/erasure/service.ts';
import { keepFrom, withoutErased } from '../../../main/core/keeping/rows.ts';
import { insert, run } from '../../../main/core/db/statement.ts';
import type { ContactId } from '../../../shared/model/ids.ts';
import { startOfTests } from '../support/manual-clock.ts';
import { addCall, addText, dana, makeWorld, robin, type KeepingWorld } from './harness.ts';

function start(world: KeepingWorld & { readonly clockAheadMs?: number }) {
  const backups = createBackups({ ...world });
  const forgotten: string[] = [];
  let isCleared = false;
  const erasure: Erasure = createErasure({
    ...world,
    backups,
    getClockAheadMs: () => world.clockAheadMs,
    media: {
      forget: (ids) => Promise.resolve(void forgotten.push(...ids)),
      clear: () => Promise.resolve(void (isCleared = true)),
    },
  });
  return { backups, erasure, forgotten, isCleared: () => isCleared };
}

/** Whether any file of the profile, backups and write-ahead logs included, holds these bytes. */
function isOnDisk(world: KeepingWorld, words: string): boolean {
  return readdirSync(world.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .some((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(words));
}

/** The three-letter terms that are still in the index of texts. */
function termsOf({ archive: { db } }: KeepingWorld): readonly string[] {
  db.exec(`CREATE VIRTUAL TABLE temp.terms USING fts5vocab('main', 'message_search', 'row')`);
  const terms = db.prepare('SELECT term FROM temp.terms').pluck().all() as string[];
  db.exec('DROP TABLE temp.terms');
  return terms;
}

/** Dana with a history of every kind, and Robin with one of her own. */
function fill(world: KeepingWorld): void {
  const { db } = world.archive;
  run(
    db,
    `INSERT INTO contact (id, person_id, source, server_id, name) VALUES (1, 1, 'personal', 'p1', 'Dana Quixotte')`,
  );
  run(
    db,
    `INSERT INTO contact_number (contact_id, label, typed, number) VALUES (1, 'mobile', ?, ?)`,
    dana,
    dana,
  );
  for (let n = 0; n < 120; n += 1) addText(world, { body: `zqxjkv secret ${n}`, minute: n });
  addText(world, { number: robin, body: 'stays where it is', minute: 500 });
  const callId = addCall(world, { name: 'DANA Q CALLER' });
  addCall(world, { number: robin, minute: 3 });
  insert(
    db,
    `INSERT INTO voicemail (id, server_id, number, created_at, modified_at, transcript) VALUES (?, 'v1', ?, ?, 0, 'wplmgh transcript')`,
    startOfTests * 1024 + 900,
    dana,
    startOfTests,
  );
  insert(
    db,
    `INSERT INTO note (id, call_id, number, body, created_at, modified_at) VALUES (?, ?, ?, 'vbnmty note', 0, 0)`,
    startOfTests * 1024 + 901,
    callId,
    dana,
  );
  insert(
    db,
    `INSERT INTO follow_up (note_id, call_id, number, body, due_at, created_at) VALUES (?, ?, ?, 'vbnmty follow-up', 1, 1)`,
    startOfTests * 1024 + 901,
    callId,
    dana,
  );
  insert(
    db,
    `INSERT INTO activity (kind, subject, detail, number, began_at) VALUES ('text-discarded', '', '{"text":"hrtwqp draft"}', ?, 1)`,
    dana,
  );
  addDraft(world, `(SELECT thread_id FROM thread_party WHERE number = '${dana}')`, 'pgxwkr answer');
  addDraft(world, `'new'`, 'pgxwkr beginning', [robin, dana]);
  addDraft(world, `(SELECT thread_id FROM thread_party WHERE number = '${robin}')`, 'to Robin');
}

function addDraft({ archive }: KeepingWorld, key: string, body: string, to: string[] = []): void {
  archive.db
    .prepare(`INSERT INTO draft (key, body, recipients, changed_at) VALUES (${key}, ?, ?, 1)`)
    .run(body, JSON.stringify(to));
}

describe('erasing someone', () => {
  it('leaves nothing of them on the disk, and all of others', async () => {
    const world = makeWorld();
    fill(world);
    const { backups, erasure, forgotten } = start(world);
    await backups.make();
    writeFileSync(join(world.folder, 'archive-version-3.db'), 'zqxjkv in an old copy');
    writeFileSync(join(world.folder, 'archive-replaced-2026-01-01T00-00-00.db'), 'zqxjkv too');
    await world.clock.advance(60_000);
    expect(isOnDisk(world, 'zqxjkv')).toBe(true);
    const whose = { contactId: '1' as ContactId };
    const counts = { texts: 120, calls: 1, voicemails: 1, notes: 1 };
    expect(await erasure.preview(whose)).toEqual(counts);
    expect(await erasure.person(whose)).toEqual({ ok: true, value: counts });
    for (const words of [
      'zqxjkv',
      'wplmgh',
      'vbnmty',
      'hrtwqp',
      'pgxwkr',
      'Quixotte',
      'DANA Q CALLER',
      dana,
      '4155550142',
    ]) {
      expect(isOnDisk(world, words), words).toBe(false);
    }
    expect(termsOf(world)).not.toContain('zqx');
    expect(termsOf(world)).toContain('sta');
    expect(isOnDisk(world, 'stays where it is')).toBe(true);
    expect(await erasure.preview({ number: robin })).toMatchObject({ texts: 1, calls: 1 });
    const drafts = world.archive.db.prepare('SELECT body FROM draft').pluck();
    expect(drafts.all()).toEqual(['to Robin']);
    expect(forgotten).toContain(`voicemail-${startOfTests * 1024 + 900}`);
    expect(forgotten.some((id) => id.startsWith('recording-c'))).toBe(true);
    expect((await backups.getView()).backups).toHaveLength(1);
  });

  it('keeps that there was an erasure, and not of whom', async () => {
    const world = makeWorld();
    fill(world);
    await start(world).erasure.person({ contactId: '1' as ContactId });
    const { db } = world.archive;
    expect(db.prepare('SELECT kind, subject, detail, number, outcome FROM activity').all()).toEqual(
      [{ kind: 'erasure', subject: '', detail: '{}', number: null, outcome: 'person' }],
    );
  });

  it('takes what was tried with their extension, too', async () => {
    const world = makeWorld();
    const { db } = world.archive;
    for (const number of ['104', '105']) {
      insert(
        db,
        `INSERT INTO activity (kind, subject, detail, number, began_at)
         VALUES ('text-discarded', '', '{"text":"hrtwqp draft"}', ?, 1)`,
        number,
      );
    }
    run(
      db,
      `INSERT INTO contact (id, person_id, source, server_id, name)
       VALUES (1, 1, 'company', 'x', 'Dana')`,
    );
    run(
      db,
      `INSERT INTO contact_number (contact_id, label, typed, extension_number)
       VALUES (1, 'extension', '104', '104')`,
    );
    await start(world).erasure.person({ contactId: '1' as ContactId });
    expect(db.prepare('SELECT number FROM activity').pluck().all()).toEqual(['105', null]);
  });

  it('keeps their records from coming back with a full sync', async () => {
    const world = makeWorld();
    fill(world);
    const { db } = world.archive;
    const serverId = db
      .prepare(`SELECT server_id FROM message WHERE body LIKE 'zqxjkv%'`)
      .pluck()
      .get() as string;
    await start(world).erasure.person({ contactId: '1' as ContactId });
    expect(
      withoutErased(db, 'messages', [{ serverId }, { serverId: 'v1' }, { serverId: 'new' }]),
    ).toEqual([{ serverId: 'new' }]);
    expect(withoutErased(db, 'contacts', [{ serverId: 'p1' }])).toEqual([]);
    // What they write from now on comes in as ever.
    expect(keepFrom(db)).toBeUndefined();
  });

  it('takes of a group what they wrote, and leaves what others did', async () => {
    const world = makeWorld();
    const { db } = world.archive;
    addText(world, { number: robin, body: 'from Robin' });
    const threadId = db.prepare('SELECT id FROM thread').pluck().get() as number;
    run(
      db,
      `INSERT INTO thread_party (thread_id, position, number, name) VALUES (?, 1, ?, 'Dana')`,
      threadId,
      dana,
    );
    const id = addText(world, { number: robin, body: 'from Dana', minute: 1 });
    run(db, 'UPDATE message SET from_number = ? WHERE id = ?', dana, id);
    await start(world).erasure.person({ number: dana });
    expect(db.prepare('SELECT body FROM message').pluck().all()).toEqual(['from Robin']);
    expect(
      db.prepare('SELECT name FROM thread_party WHERE number = ?').pluck().get(dana),
    ).toBeNull();
    const thread = db.prepare('SELECT last_message_id FROM thread').pluck().get();
    expect(thread).toBe(db.prepare('SELECT id FROM message').pluck().get());
  });

  it('leaves the contact when it is a bare number’s history', async () => {
    const world = makeWorld();
    fill(world);
    const { erasure } = start(world);
    await erasure.person({ number: dana });
    expect(world.archive.db.prepare('SELECT name FROM contact').pluck().all()).toEqual([
      'Dana Quixotte',
    ]);
  });

  it('leaves the company directory, whose entry then stands for itself', async () => {
    const world = makeWorld();
    fill(world);
    const { db } = world.archive;
    run(
      db,
      `INSERT INTO contact (id, person_id, source, server_id, name) VALUES (2, 1, 'company', 'x', 'Dana')`,
    );
    run(db, `INSERT INTO contact_preference VALUES (1, '+14155550100', NULL), (2, NULL, 'UTC')`);
    await start(world).erasure.person({ contactId: '1' as ContactId });
    expect(db.prepare('SELECT id, person_id, source FROM contact').all()).toEqual([
      { id: 2, person_id: 2, source: 'company' },
    ]);
    // What the user had chosen for them was no part of the directory.
    expect(db.prepare('SELECT * FROM contact_preference').all()).toEqual([]);
  });

  it('says that something is left when the backups cannot be made anew', async () => {
    const world = makeWorld();
    fill(world);
    const { backups, erasure } = start(world);
    await backups.make();
    world.archive.keep = () => Promise.reject(new Error('no keeper'));
    expect(await erasure.person({ contactId: '1' as ContactId })).toMatchObject({
      ok: false,
      failure: { message: 'erasure.failed' },
    });
    expect(readdirSync(join(world.folder, 'backups'))).toHaveLength(1);
  });
});

describe('erasing everything', () => {
  it('empties the file, and leaves who is signed in and where the feeds go on', async () => {
    const world = makeWorld();
    fill(world);
    const { db } = world.archive;
    db.exec(`INSERT INTO sync_cursor (feed, token) VALUES ('messages', 't1'), ('contacts', 't2')`);
    const { backups, erasure, isCleared } = start(world);
    await backups.make();
    const before = world.archive.db.pragma('page_count', { simple: true }) as number;
    expect(await erasure.everything()).toMatchObject({ ok: true, value: { texts: 121, calls: 2 } });
    for (const words of ['zqxjkv', 'stays where', 'Quixotte', dana, robin]) {
      expect(isOnDisk(world, words), words).toBe(false);
    }
    expect(db.pragma('page_count', { simple: true })).toBeLessThan(before);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.prepare('SELECT count(*) FROM account_fact').pluck().get()).toBe(1);
    expect(db.prepare('SELECT feed, token FROM sync_cursor ORDER BY feed').raw().all()).toEqual([
      ['contacts', null],
      ['messages', 't1'],
    ]);
    expect(isCleared()).toBe(true);
    expect(readdirSync(join(world.folder, 'backups'))).toEqual([]);
    expect(
      existsSync(join(world.folder, 'archive.db-wal')) &&
        readFileSync(join(world.folder, 'archive.db-wal')).length,
    ).toBeFalsy();
  });

  it('lets nothing from before come back, and goes on with what comes', async () => {
    const world = makeWorld();
    fill(world);
    await start(world).erasure.everything();
    const { db } = world.archive;
    const at = (createdAt: number) => ({ serverId: `at-${createdAt}`, createdAt });
    const now = world.clock.now();
    expect(
      withoutErased(db, 'messages', [at(now - 1), at(now)], {
        timeOf: ({ createdAt }) => createdAt,
        isOf: () => false,
      }),
    ).toEqual([at(now)]);
    addText(world, { body: 'a new beginning' });
    expect(
      db
        .prepare(`SELECT count(*) FROM message_search WHERE message_search MATCH '"beginning"'`)
        .pluck()
        .get(),
    ).toBe(1);
  });
});
