import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forgetRefusal, isStanding, readRefusal, writeRefusal } from '../../scripts/refusal.ts';

const hour = 60 * 60 * 1000;
const refusal = { version: '45.4.1', refusedAt: 1_700_000_000_000, reason: '403 Forbidden' };

describe('isStanding', () => {
  it('stands for a day', () => {
    expect(isStanding(refusal, '45.4.1', refusal.refusedAt)).toBe(true);
    expect(isStanding(refusal, '45.4.1', refusal.refusedAt + 24 * hour - 1)).toBe(true);
    expect(isStanding(refusal, '45.4.1', refusal.refusedAt + 24 * hour)).toBe(false);
  });

  it('does not stand for another version', () => {
    expect(isStanding(refusal, '45.5.0', refusal.refusedAt)).toBe(false);
  });

  it('does not stand when the clock was set back', () => {
    expect(isStanding(refusal, '45.4.1', refusal.refusedAt - hour)).toBe(false);
  });
});

describe('the remembered file', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sidetone-refusal-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is read back as it was written, and can be forgotten', () => {
    const file = join(folder, 'cache', 'refusal.json');
    expect(readRefusal(file)).toBeUndefined();
    writeRefusal(file, refusal);
    expect(readRefusal(file)).toEqual(refusal);
    forgetRefusal(file);
    expect(readRefusal(file)).toBeUndefined();
    expect(() => forgetRefusal(file)).not.toThrow();
  });

  it.each(['', 'not json', 'null', '{"version":1}', '[]'])('ignores a damaged one: %s', (text) => {
    const file = join(folder, 'refusal.json');
    writeFileSync(file, text);
    expect(readRefusal(file)).toBeUndefined();
  });
});
