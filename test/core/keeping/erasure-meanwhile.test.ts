import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { readyForUse } from '../../../main/core/keeping/backups/rows.ts';
import { createBackups } from '../../../main/core/keeping/backups/service.ts';
import { createErasure } from '../../../main/core/keeping/erasure/service.ts';
import { keepFrom } from '../../../main/core/keeping/rows.ts';
import { applyCalls } from '../../../main/core/sync/calls/queries.ts';
import type { SyncedCallRecord } from '../../../main/core/sync/calls/mapping.ts';
import { applyTexts } from '../../../main/core/sync/messages/queries.ts';
import type { SyncedText } from '../../../main/core/sync/messages/mapping.ts';
import type { E164 } from '../../../shared/model/ids.ts';
import { ok } from '../../../shared/result.ts';
import { startOfTests } from '../support/manual-clock.ts';
import { addText, dana, makeWorld, own, robin, type KeepingWorld } from './harness.ts';

const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;

function open(clockAheadMs?: number) {
  const world = makeWorld();
  const backups = createBackups(world);
  const again = () =>
    createErasure({
      ...world,
      backups,
      getClockAheadMs: () => clockAheadMs,
      media: { forget: () => Promise.resolve(), clear: () => Promise.resolve() },
    });
  const bodiesOfBackups = (): readonly unknown[] =>
    readdirSync(join(world.folder, 'backups')).map((name) => {
      const db = new Sqlite(join(world.folder, 'backups', name), { readonly: true });
      const bodies = db.prepare('SELECT DISTINCT body FROM message').pluck().all();
      db.close();
      return bodies;
    });
  const list = (sql: string): unknown[] => world.archive.db.prepare(sql).pluck().all();
  return { ...world, backups, erasure: again(), again, bodiesOfBackups, list };
}

const party = (number: E164) => ({ number, extensionNumber: undefined, name: undefined });

const textFrom = (
  number: E164,
  createdAt: number,
  { others = [] as E164[], direction = 'inbound' as const } = {},
): SyncedText => ({
  serverId: `${number}-${createdAt}`,
  direction,
  status: 'received',
  failure: undefined,
  body: 'some words',
  ownNumber: own,
  parties: [number, ...others].map(party),
  fromNumber: number,
  fromName: undefined,
  conversationId: undefined,
  createdAt,
  modifiedAt: createdAt,
  isRead: true,
  attachments: [],
});

const callWith = (number: E164, startedAt: number): SyncedCallRecord => ({
  serverId: `${number}-${startedAt}`,
  sessionId: '1',
  telephonySessionId: undefined,
  direction: 'outbound',
  action: 'VoIP Call',
  result: 'Call connected',
  from: party(own),
  to: party(number),
  startedAt,
  durationSeconds: 1,
  isDeleted: false,
  recording: undefined,
  voicemailId: undefined,
});

const rest = { deleted: [], unreadable: [], cursor: undefined, at: startOfTests };

/** Both feeds known until then, and read back as far as there is anything. */
async function finishReading({ archive }: Pick<KeepingWorld, 'archive'>, knownUntil: number) {
  for (const feed of ['messages', 'calls'] as const) {
    const cursor = { feed, token: 't', at: knownUntil, knownUntil };
    const steps = [
      { kind: 'read-whole', feed, coveredFrom: 1, oldestAt: 1, knownUntil: undefined },
      { kind: 'reached', feed, reachedAt: 1, oldestAt: 1, records: 0, isDone: true },
    ] as const;
    if (feed === 'calls') {
      await archive.write(applyCalls, { ...rest, records: [], cursor, steps });
    } else await archive.write(applyTexts, { ...rest, texts: [], cursor, steps });
  }
}

describe('what had not been fetched of someone who was erased', () => {
  it('does not come with a backfill or a late sync, and what they do from now on does', async () => {
    const world = open();
    addText(world, { body: 'known' });
    await world.erasure.person({ number: dana });
    const before = world.clock.now() - 400 * dayMs;
    const after = world.clock.now() + 1;
    await world.archive.write(applyTexts, {
      ...rest,
      texts: [
        textFrom(dana, before),
        textFrom(dana, before + 1, { others: [robin] }),
        textFrom(robin, before + 2, { others: [dana] }),
        textFrom(dana, after),
      ],
    });
    await world.archive.write(applyCalls, {
      ...rest,
      records: [callWith(dana, before), callWith(robin, before), callWith(dana, after)],
    });
    expect(world.list('SELECT server_id FROM message ORDER BY id')).toEqual([
      `${robin}-${before + 2}`,
      `${dana}-${after}`,
    ]);
    expect(world.list('SELECT server_id FROM call_record ORDER BY started_at')).toEqual([
      `${robin}-${before}`,
      `${dana}-${after}`,
    ]);
  });

  it('is looked out for no longer than it can come', async () => {
    const world = open();
    await world.erasure.person({ number: dana });
    const marks = () => world.list('SELECT count(*) FROM erased_party')[0];
    await finishReading(world, startOfTests + hourMs);
    expect(marks()).toBe(1);
    await finishReading(world, startOfTests + dayMs);
    expect(marks()).toBe(0);
  });
});

describe('erasing beside a backup', () => {
  it('waits for another time rather than leave a copy of what is erased', async () => {
    const world = open();
    addText(world, { body: 'known' });
    let goOn = (): void => undefined;
    const making = world.backups.alone(async () => {
      await new Promise<void>((resolve) => (goOn = resolve));
      return ok();
    });
    const refused = { ok: false, failure: { message: 'backup.already-running' } };
    expect(await world.erasure.everything()).toMatchObject(refused);
    expect(await world.erasure.person({ number: dana })).toMatchObject(refused);
    expect(world.list('SELECT body FROM message')).toEqual(['known']);
    goOn();
    await making;
    expect(await world.erasure.everything()).toMatchObject({ ok: true });
    expect(world.list('SELECT body FROM message')).toEqual([]);
  });

  it('reaches the backups from before another folder was chosen', async () => {
    for (const what of ['person', 'everything'] as const) {
      const world = open();
      addText(world, { body: 'known' });
      await world.backups.make();
      const chosen = join(world.folder, 'chosen');
      mkdirSync(chosen);
      world.settings.set({ backupFolder: chosen });
      await world.clock.advance(60_000);
      if (what === 'person') await world.erasure.person({ number: dana });
      else await world.erasure.everything();
      expect(readdirSync(join(world.folder, 'backups'))).toEqual([]);
      expect(readdirSync(chosen)).toHaveLength(what === 'person' ? 1 : 0);
    }
  });

  it('does not pass over a drive that is not connected', async () => {
    const world = open();
    addText(world, { body: 'known' });
    const chosen = join(world.folder, 'chosen');
    mkdirSync(chosen);
    world.settings.set({ backupFolder: chosen });
    rmSync(chosen, { recursive: true });
    const refused = { ok: false, failure: { message: 'backup.folder-unusable' } };
    expect(await world.erasure.person({ number: dana })).toMatchObject(refused);
    expect(await world.erasure.everything()).toMatchObject(refused);
    expect(world.list('SELECT body FROM message')).toEqual(['known']);
  });

  it('keeps the new one also when it has the name of the old one', async () => {
    const world = open();
    addText(world, { body: 'known' });
    addText(world, { body: 'stays', number: robin });
    await world.backups.make();
    for (const number of [dana, '+14155550199' as E164]) await world.erasure.person({ number });
    expect(readdirSync(join(world.folder, 'backups'))).toHaveLength(1);
  });
});

describe('backups of an archive that is about to go', () => {
  it('go with it, one that is being made included', async () => {
    const world = open();
    addText(world, { body: 'known' });
    await world.backups.make();
    await world.clock.advance(60_000);
    const { keep } = world.archive;
    const reached = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    world.archive.keep = async (upkeep, input) => {
      reached.resolve();
      await goOn.promise;
      return keep(upkeep, input);
    };
    const making = world.backups.make();
    await reached.promise;
    expect(await world.backups.giveUp()).toMatchObject({ ok: true });
    goOn.resolve();
    expect(await making).toMatchObject({ ok: false });
    expect(readdirSync(join(world.folder, 'backups'))).toEqual([]);
  });

  it('on a drive that is not connected are told of', async () => {
    const world = open();
    world.settings.set({ backupFolder: join(world.folder, 'not-there') });
    expect(await world.backups.giveUp()).toMatchObject({
      failure: { message: 'backup.folder-unusable' },
    });
  });
});

describe('from when on things count after everything was erased', () => {
  it('is told by RingCentral’s clock', async () => {
    const world = open(3 * dayMs);
    await world.erasure.everything();
    expect(keepFrom(world.archive.db)).toBe(startOfTests - 3 * dayMs);
  });

  it('is never years ahead with a clock that is', async () => {
    const world = open();
    await finishReading(world, startOfTests - 400 * dayMs);
    await world.erasure.everything();
    expect(keepFrom(world.archive.db)).toBe(startOfTests - 393 * dayMs);
  });
});

describe('an erasure that was cut off', () => {
  it('ends with the next start, wherever the power was cut', async () => {
    for (let cutAt = 0, isCut = true; isCut; cutAt += 1) {
      const world = open();
      const { archive } = world;
      for (let minute = 0; minute < 70; minute += 1) addText(world, { body: 'theirs', minute });
      addText(world, { body: 'stays', number: robin });
      await world.backups.make();
      await world.clock.advance(60_000);
      let steps = 0;
      const orCut = <T extends (...args: never[]) => Promise<unknown>>(work: T): T =>
        ((...args: never[]) => {
          steps += 1;
          return steps > cutAt ? Promise.reject(new Error('power cut')) : work(...args);
        }) as T;
      const whole = { ...archive };
      archive.write = orCut(archive.write);
      archive.maintain = orCut(archive.maintain);
      archive.keep = orCut(archive.keep);
      isCut = !(await world.erasure.person({ number: dana })).ok;
      Object.assign(archive, whole);
      if (cutAt === 0) continue;
      await world.again().finishLeft();
      expect(world.list('SELECT body FROM message')).toEqual(['stays']);
      expect(world.list('SELECT kind || subject || detail || outcome FROM activity')).toEqual([
        'erasure{}person',
      ]);
      expect(world.bodiesOfBackups()).toEqual([['stays']]);
      if (!isCut) expect(cutAt).toBeGreaterThan(5);
    }
  });

  it('of everything takes the backups, too', async () => {
    const world = open();
    addText(world, { body: 'known' });
    await world.backups.make();
    const { maintain } = world.archive;
    let left = 1;
    world.archive.maintain = (upkeep, input) =>
      left-- > 0 ? maintain(upkeep, input) : Promise.reject(new Error('power cut'));
    expect(await world.erasure.everything()).toMatchObject({ ok: false });
    expect(world.bodiesOfBackups()).toEqual([['known']]);
    world.archive.maintain = maintain;
    await world.again().finishLeft();
    expect(world.bodiesOfBackups()).toEqual([]);
  });

  it('is none of a backup’s that takes the archive’s place', () => {
    const { archive, list } = open();
    archive.db.exec(
      `INSERT INTO activity (kind, subject, detail, began_at) VALUES ('erasure', 'person', '{}', 1)`,
    );
    readyForUse(archive.db, 1, 2);
    expect(list('SELECT settled_at FROM activity')).toEqual([2]);
  });
});
