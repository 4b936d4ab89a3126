import { describe, expect, test } from 'vitest';
import {
  countChoices,
  forever,
  monthChoices,
  toMonths,
} from '../../renderer/features/settings/keep-choices.ts';
import { noticeWords } from '../../renderer/features/status/view-model.ts';
import { strings } from '../../shared/strings/strings.ts';

const { archive, erase, erasePerson, exports, keep } = strings.keeping;

describe('how long to keep', () => {
  test('begins with for ever, and has every length in months or years', () => {
    const [first, ...rest] = monthChoices(undefined);
    expect(first).toEqual({ value: forever, label: 'Forever' });
    expect(rest.slice(0, 4).map(({ label }) => label)).toEqual([
      '1 month',
      '3 months',
      '6 months',
      '1 year',
    ]);
  });

  test('offers whatever is set, in its place', () => {
    const values = monthChoices(18).map(({ value }) => value);
    expect(values.slice(4, 7)).toEqual(['12', '18', '24']);
    expect(keep.months(18)).toBe('18 months');
  });

  test('is read back as months, and for ever as none', () => {
    expect(monthChoices(7).map(({ value }) => toMonths(value))).toContain(7);
    expect(toMonths(forever)).toBeUndefined();
  });
});

describe('how many backups to keep', () => {
  test('names none, and offers whatever is set', () => {
    const labels = countChoices([0, 1, 3], 5, strings.keeping.backups.dayCount).map(
      ({ label }) => label,
    );
    expect(labels).toEqual(['None', '1 day', '3 days', '5 days']);
  });
});

describe('what is to be erased', () => {
  test('is counted in words', () => {
    expect(archive.listed({ texts: 1200, calls: 1, voicemails: 0, notes: 2 })).toBe(
      '1,200 texts, 1 call and 2 notes',
    );
    expect(archive.listed({ texts: 0, calls: 0, voicemails: 0, notes: 0 })).toBe('nothing');
  });

  test('says that it cannot be undone, and what becomes of backups', () => {
    const counts = { texts: 3, calls: 0, voicemails: 0, notes: 0 };
    for (const sentence of [erase.counts(counts), erasePerson.counts(counts)]) {
      expect(sentence).toMatch(/^This removes 3 texts/);
      expect(sentence).toContain('cannot be undone');
      expect(sentence).toContain('backups');
    }
  });
});

describe('an export', () => {
  test('tells how far it is, with and without knowing the end', () => {
    expect(exports.progress('1,000', '12,000')).toBe('1,000 of 12,000');
    expect(exports.progress('1,000', undefined)).toBe('1,000 written');
    expect(exports.done('calls.csv', 1)).toBe('calls.csv: 1 entry exported');
  });
});

describe('the notices of backups', () => {
  test('say where the archive from before is, and which texts came over', () => {
    const notice = { id: 'x', at: 0, message: 'archive-restored' } as const;
    const words = noticeWords({
      ...notice,
      params: { keptAs: 'archive-replaced.db', carriedOver: 2 },
    });
    expect(words.advice).toContain('2 waiting texts carried over.');
    expect(words.advice).toContain('archive-replaced.db');
    expect(noticeWords({ ...notice, params: {} }).advice).not.toContain('waiting');
  });

  test('lead to the settings when there is none', () => {
    const notice = { id: 'x', at: 0, message: 'backup-failed', params: {} } as const;
    expect(noticeWords(notice).advice).toContain('Settings');
  });
});
