import { randomBytes } from 'node:crypto';
import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { ClientId, E164 } from '../../shared/model/ids.ts';
import { migrate } from '../../main/core/db/migrate.ts';
import { openFile, prepareWriter } from '../../main/core/db/open.ts';
import { findOrCreateThread, refreshThread } from '../../main/core/messages/rows.ts';
import { insertWaiting } from '../../main/core/outbox/rows.ts';
import { makeFolder } from './support.ts';

export const now = Date.UTC(2026, 2, 2, 15, 4, 5);
export const own = '+12125550100' as E164;
export const other = '+12125550142' as E164;

export function makeFile(): string {
  return join(makeFolder(), 'archive.db');
}

export function prepare(file: string): Database {
  const db = openFile(file);
  prepareWriter(db);
  migrate(db);
  return db;
}

export function addText(db: Database, text: string, at: number, number: E164 = other): number {
  const parties = [{ number, extensionNumber: undefined, name: undefined }];
  const threadId = findOrCreateThread(db, { ownNumber: own, parties, at });
  const clientId = `client-${text}` as ClientId;
  const id = insertWaiting(db, { threadId, clientId, from: own, text, at });
  refreshThread(db, threadId);
  return id;
}

export function noticesOf(db: Database): { message: string; params: unknown }[] {
  const rows = db.prepare('SELECT message, params FROM notice').all() as {
    message: string;
    params: string;
  }[];
  return rows.map(({ message, params }) => ({ message, params: JSON.parse(params) as unknown }));
}

/** What has been begun for the texts in line: when, and with what. */
export function openActivities(db: Database): unknown[] {
  const rows = db
    .prepare(
      `SELECT body, began_at AS at, detail FROM activity
       JOIN message ON subject = 'message:' || message.id JOIN outbox ON message_id = message.id
       WHERE settled_at IS NULL ORDER BY activity.id`,
    )
    .all() as { body: string; at: number; detail: string }[];
  return rows.map(({ body, at, detail }) => ({ body, at, detail: JSON.parse(detail) as unknown }));
}

/** Closes an archive and cuts off its second half, which holds no texts. */
export function loseEnd(db: Database, file: string): void {
  const filler = db.prepare(`INSERT INTO contact (source, server_id, name) VALUES (?, ?, ?)`);
  for (let n = 0; n < 2_000; n += 1) filler.run('company', String(n), 'x'.repeat(100));
  db.close();
  truncateSync(file, Math.floor(statSync(file).size / 2 / 4096) * 4096);
}

/** A damaged archive that still gives its one waiting text. */
export function makeDamaged(file: string): void {
  const db = prepare(file);
  addText(db, 'still waiting', now - 1_000);
  loseEnd(db, file);
}

export const keptAs = 'archive-damaged-2026-03-02T15-04-05.db';

/** Overwrites the last quarter of a file's pages, as a bad sector would. */
export function damagePages(file: string): void {
  const bytes = readFileSync(file);
  const start = Math.floor((bytes.length * 3) / 4 / 4096) * 4096;
  writeFileSync(file, Buffer.concat([bytes.subarray(0, start), randomBytes(bytes.length - start)]));
}
