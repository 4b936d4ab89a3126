import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isPartial,
  nameBackup,
  namePartial,
  parseBackupName,
  toMark,
  type BackupFile,
} from '../../../main/core/keeping/backups/names.ts';
import { isDue, rotate } from '../../../main/core/keeping/backups/rotation.ts';

const dayMs = 24 * 60 * 60_000;
const now = Date.UTC(2026, 10, 22, 15);
const usual = { days: 3, weeks: 4 };
const mark = toMark('platform.ringcentral.com/101');

const daysAgo = (days: number, isManual = false): BackupFile => ({
  id: `${isManual ? 'manual' : 'auto'}-${days}`,
  at: now - days * dayMs,
  isManual,
});

const anyBackups = fc.uniqueArray(
  fc
    .record({ days: fc.integer({ min: -40, max: 400 }), isManual: fc.boolean() })
    .map((each) => daysAgo(each.days, each.isManual)),
  { selector: ({ id }) => id, maxLength: 60 },
);
const anyRotation = fc.record({
  days: fc.integer({ min: 0, max: 31 }),
  weeks: fc.integer({ min: 0, max: 52 }),
});

describe('the rotation of backups', () => {
  it('keeps three days and four weeks of daily backups', () => {
    const { kept, removed } = rotate(
      Array.from({ length: 60 }, (_, days) => daysAgo(days)),
      usual,
      now,
    );
    // 2026-11-22 is a Sunday: each week before it is kept by its own Sunday.
    expect(Object.fromEntries(kept)).toEqual({
      'auto-0': 'day',
      'auto-1': 'day',
      'auto-2': 'day',
      'auto-7': 'week',
      'auto-14': 'week',
      'auto-21': 'week',
    });
    expect(removed).toHaveLength(54);
  });

  it('never removes what was made by hand, nor what the future has made', () => {
    fc.assert(
      fc.property(anyBackups, anyRotation, (backups, rotation) => {
        const { removed } = rotate(backups, rotation, now);
        const gone = backups.filter(({ id }) => removed.includes(id));
        return gone.every(({ isManual, at }) => !isManual && at <= now);
      }),
    );
  });

  it('keeps the newest as long as any are kept, and no more than were asked for', () => {
    fc.assert(
      fc.property(anyBackups, anyRotation, (backups, { days, weeks }) => {
        const past = backups.filter(({ isManual, at }) => !isManual && at <= now);
        const { kept } = rotate(backups, { days, weeks }, now);
        const stays = past.filter(({ id }) => kept.has(id));
        const newest = past.toSorted((one, other) => other.at - one.at)[0];
        if (newest && days + weeks > 0) expect(kept.has(newest.id)).toBe(true);
        expect(stays.length).toBeLessThanOrEqual(days + weeks);
      }),
    );
  });

  it('is done when it has been done', () => {
    fc.assert(
      fc.property(anyBackups, anyRotation, (backups, rotation) => {
        const { kept } = rotate(backups, rotation, now);
        const left = backups.filter(({ id }) => kept.has(id));
        expect(rotate(left, rotation, now).removed).toEqual([]);
      }),
    );
  });

  it('loses nothing while nobody is there: a later day alone removes none', () => {
    fc.assert(
      fc.property(anyBackups, fc.integer({ min: 0, max: 1000 }), (backups, days) => {
        const past = backups.filter(({ at }) => at <= now);
        const left = past.filter(({ id }) => rotate(past, usual, now).kept.has(id));
        expect(rotate(left, usual, now + days * dayMs).removed).toEqual([]);
      }),
    );
  });
});

describe('the day’s own backup', () => {
  it('is due once the last one is a day old, whatever was made by hand', () => {
    expect(isDue([], usual, now)).toBe(true);
    expect(isDue([daysAgo(0.5)], usual, now)).toBe(false);
    expect(isDue([daysAgo(1), daysAgo(0.1, true)], usual, now)).toBe(true);
  });

  it('is due when the clock went back to before the others', () => {
    expect(isDue([daysAgo(-300)], usual, now)).toBe(true);
  });

  it('is never due when none is to be kept', () => {
    expect(isDue([], { days: 0, weeks: 0 }, now)).toBe(false);
  });
});

describe('the name of a backup', () => {
  it('tells whose it is, when and why it was made', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), fc.boolean(), (at, isManual) => {
        const name = nameBackup(mark, { at, isManual });
        expect(parseBackupName(mark, name)).toEqual({
          id: name,
          at: Math.floor(at / 1000) * 1000,
          isManual,
        });
      }),
    );
  });

  it.each([
    nameBackup(toMark('other/101'), { at: now, isManual: false }),
    `../${nameBackup(mark, { at: now, isManual: false })}`,
    namePartial(nameBackup(mark, { at: now, isManual: false })),
    'sidetone.db',
    '',
  ])('is none of the account’s: %s', (name) => {
    expect(parseBackupName(mark, name)).toBeUndefined();
  });

  it('of one that was never finished is known too', () => {
    const partial = namePartial(nameBackup(mark, { at: now, isManual: true }));
    expect(isPartial(mark, partial)).toBe(true);
    expect(isPartial(mark, `${partial}-journal`)).toBe(true);
    expect(isPartial(toMark('other/101'), partial)).toBe(false);
    expect(isPartial(mark, nameBackup(mark, { at: now, isManual: true }))).toBe(false);
  });
});
