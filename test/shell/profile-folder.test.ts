import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepToUser, prepareProfileFolder } from '../../main/shell/profile-folder.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sidetone-modes-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const modeOf = (...parts: string[]): number => statSync(join(folder, ...parts)).mode & 0o777;

/** A folder as a copy from elsewhere leaves it: everybody may read. */
function makeOpen(path: string): void {
  mkdirSync(join(path, 'media'), { recursive: true });
  for (const name of ['archive.db', 'vault.json', 'media/voicemail-1.data']) {
    writeFileSync(join(path, name), 'x');
    chmodSync(join(path, name), 0o644);
  }
  for (const each of [join(path, 'media'), path]) chmodSync(each, 0o755);
}

describe('the folder of a profile', () => {
  it('is its user’s alone when it is made', () => {
    expect(statSync(prepareProfileFolder(folder, 'own')).mode & 0o777).toBe(0o700);
  });

  it('is closed with all that lies in it when it was open to others', () => {
    const own = join(folder, 'profiles', 'own');
    makeOpen(own);
    prepareProfileFolder(folder, 'own');
    expect(modeOf('profiles', 'own')).toBe(0o700);
    expect(modeOf('profiles', 'own', 'media')).toBe(0o700);
    for (const name of ['archive.db', 'vault.json', 'media/voicemail-1.data'])
      expect(modeOf('profiles', 'own', name), name).toBe(0o600);
  });

  it('leads nowhere else: the target of a link keeps its mode', () => {
    writeFileSync(join(folder, 'elsewhere'), 'x');
    chmodSync(join(folder, 'elsewhere'), 0o644);
    const open = join(folder, 'open');
    makeOpen(open);
    symlinkSync(join(folder, 'elsewhere'), join(open, 'link'));
    keepToUser(open);
    expect(modeOf('open')).toBe(0o700);
    expect(modeOf('elsewhere')).toBe(0o644);
  });

  it('is left alone when it is closed, or not there', () => {
    writeFileSync(join(folder, 'note'), 'x');
    chmodSync(join(folder, 'note'), 0o640);
    keepToUser(folder);
    expect(modeOf('note')).toBe(0o640);
    expect(() => keepToUser(join(folder, 'none'))).not.toThrow();
  });
});
