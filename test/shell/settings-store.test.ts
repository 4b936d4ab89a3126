import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setAsideIfDamaged } from '../../main/shell/set-aside.ts';
import { createSettingsStore } from '../../main/shell/settings-store.ts';
import { createFakeFile } from './support/fakes.ts';

const now = Date.UTC(2026, 10, 22, 15, 4, 5);

describe('setAsideIfDamaged', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sidetone-settings-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it.each(['', '{"theme":', '{"theme":"dark"}\u0000\u0000', 'null', '[]', '"text"', '\u0000'])(
    'keeps a damaged file (%j) under a dated name',
    (text) => {
      const path = join(folder, 'settings.json');
      writeFileSync(path, text);
      const keptAs = setAsideIfDamaged(path, now);
      expect(keptAs).toBe('settings.damaged-2026-11-22T15-04-05.json');
      expect(readdirSync(folder)).toEqual([keptAs]);
      expect(readFileSync(join(folder, keptAs ?? ''), 'utf8')).toBe(text);
    },
  );

  it('moves what cannot be read at all, such as a folder', () => {
    const path = join(folder, 'settings.json');
    mkdirSync(path);
    const keptAs = setAsideIfDamaged(path, now);
    expect(readdirSync(folder)).toEqual([keptAs]);
  });

  it('leaves a sound file, and one that is not there, alone', () => {
    const path = join(folder, 'settings.json');
    expect(setAsideIfDamaged(path, now)).toBeUndefined();
    writeFileSync(path, '{"theme":"purple"}');
    expect(setAsideIfDamaged(path, now)).toBeUndefined();
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });
});

describe('the settings store', () => {
  it('hands the whole file to the core, and writes it whole', () => {
    const file = createFakeFile({ theme: 'dark' });
    const store = createSettingsStore(file);
    expect(store.read()).toEqual({ value: { theme: 'dark' } });
    store.write({ theme: 'light', density: 'compact' });
    expect(store.read()).toEqual({ value: { theme: 'light', density: 'compact' } });
  });

  it('tells of a damaged predecessor, and of a disk that refuses', () => {
    const file = createFakeFile({}, 'settings.damaged-2026-11-22T15-04-05.json');
    const store = createSettingsStore(file);
    expect(store.read()).toEqual({
      value: {},
      damaged: { keptAs: 'settings.damaged-2026-11-22T15-04-05.json' },
    });
    file.refuse = true;
    expect(() => store.write({})).toThrow('ENOSPC');
  });
});
