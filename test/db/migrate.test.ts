import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { latestVersion, migrate, versionOf } from '../../main/core/db/migrate.ts';
import { migrations, type Migration } from '../../main/core/db/migrations/index.ts';
import { applicationId, openFile, prepareWriter } from '../../main/core/db/open.ts';
import { makeFolder } from './support.ts';

/**
 * Of every migration that has been released. A line is added with its migration and never changed:
 * archives out there have been through the text it stands for.
 */
const checksums: Readonly<Record<string, string>> = {
  '0001-first-archive': 'ed56a98ab75fa372',
  '0002-history': 'edbef08753f8ddd9',
  '0003-voicemail': 'ec00b687b46a7fdf',
  '0004-people': 'b0c5d004cd2f37a7',
  '0005-notes': '365a1a5ac9c7a74f',
  '0006-search': '9750ad89d9f4da25',
  '0007-keeping': 'f825965f743d6019',
  '0008-calling': 'd722c8e1a2e39e5d',
  '0009-call-lists': '90964b9a94e163fb',
  '0010-outbox': '0f717b75a51b4c01',
  '0011-drafts': '5beb7f2dcdaffba3',
  '0012-threads': '6d686b1a070514a4',
  '0013-opt-outs': 'b3be99bb6a4baff1',
  '0014-templates': '7fdedeb4a449920d',
  '0015-told': 'baf448dfaae9599e',
  '0016-attachment-size': 'd6ad9c29a9a21762',
  '0017-local-api': 'dae668fb07f7cf9a',
  '0018-events': '01d0e78123181002',
};

const addColumn: Migration = {
  version: latestVersion() + 1,
  name: 'a-later-one',
  sql: `ALTER TABLE contact ADD COLUMN note TEXT; UPDATE contact SET note = 'kept';`,
};

describe('the migrations', () => {
  it('are the ones that were released', () => {
    const found = migrations.map(({ version, name, sql }) => [
      `${String(version).padStart(4, '0')}-${name}`,
      createHash('sha256').update(sql).digest('hex').slice(0, 16),
    ]);
    expect(Object.fromEntries(found)).toEqual(checksums);
  });

  it('are numbered from 1 without a gap', () => {
    expect(migrations.map(({ version }) => version)).toEqual(
      migrations.map((_, index) => index + 1),
    );
  });
});

describe('migrating', () => {
  it('1: makes an archive of an empty file', () => {
    const db = new Sqlite(':memory:');
    migrate(db, migrations.slice(0, 1));
    const tables = db
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
      .pluck()
      .all();
    expect(tables).toEqual(
      [
        'account_fact',
        'activity',
        'attachment',
        'call',
        'call_record',
        'contact',
        'contact_number',
        'message',
        'notice',
        'outbox',
        'quarantine',
        'sync_cursor',
        'thread',
        'thread_conversation',
        'thread_party',
      ].sort(),
    );
    expect(db.pragma('application_id', { simple: true })).toBe(applicationId);
    expect(versionOf(db)).toBe(1);
    expect(() =>
      db.exec(`INSERT INTO thread (own_number, party_key, last_at) VALUES (1, 2, 'x')`),
    ).toThrow(/cannot store TEXT/);
  });

  it('changes nothing when it is done again', () => {
    const db = new Sqlite(':memory:');
    migrate(db);
    const before = db.pragma('schema_version', { simple: true });
    expect(migrate(db)).toEqual({ keptAs: undefined });
    expect(db.pragma('schema_version', { simple: true })).toBe(before);
  });

  it('keeps a copy of a file that holds something, write-ahead log included', () => {
    const file = join(makeFolder(), 'archive.db');
    const db = openFile(file);
    prepareWriter(db);
    migrate(db);
    db.exec(`INSERT INTO contact (source, server_id, name) VALUES ('personal', '1', 'Ada')`);
    const { keptAs = '' } = migrate(db, [...migrations, addColumn]);
    expect(db.prepare('SELECT name, note FROM contact').get()).toEqual({
      name: 'Ada',
      note: 'kept',
    });
    expect(versionOf(db)).toBe(addColumn.version);
    db.close();
    const copy = new Sqlite(keptAs, { readonly: true });
    expect(copy.prepare('SELECT * FROM contact').all()).toHaveLength(1);
    expect(versionOf(copy)).toBe(latestVersion());
    copy.close();
    expect(statSync(keptAs).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(keptAs, '..'))).toContain(`archive-version-${latestVersion()}.db`);
  });

  it('leaves the version before a step that fails, with nothing of that step', () => {
    const db = new Sqlite(':memory:');
    const broken: Migration = {
      ...addColumn,
      sql: `ALTER TABLE contact ADD COLUMN note TEXT; SELECT nonsense FROM nowhere;`,
    };
    expect(() => migrate(db, [...migrations, broken])).toThrow(/nowhere/);
    expect(versionOf(db)).toBe(latestVersion());
    expect(() => db.prepare('SELECT note FROM contact')).toThrow(/no such column/);
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it('refuses a step that breaks a reference', () => {
    const db = new Sqlite(':memory:');
    migrate(db);
    db.exec(`INSERT INTO contact (id, source, server_id, name) VALUES (1, 'personal', '1', 'Ada');
      INSERT INTO contact_number (contact_id, label, typed) VALUES (1, 'mobile', '555')`);
    const orphaning: Migration = { ...addColumn, sql: 'DELETE FROM contact' };
    expect(() => migrate(db, [...migrations, orphaning])).toThrow(/breaks 1 references/);
    expect(db.prepare('SELECT * FROM contact').all()).toHaveLength(1);
  });
});
