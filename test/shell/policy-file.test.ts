import { chmodSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  hasAdministrativeOwner,
  isOwnedBy,
  policyPath,
  readPolicyFile,
} from '../../main/shell/policy-file.ts';

let folder: string;
let path: string;
const us = process.getuid?.() ?? 0;
const text = JSON.stringify({ version: 1, locked: { theme: 'dark' } });
const read = (uid = us) => readPolicyFile({ path, isOurs: isOwnedBy(uid) });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-'));
  path = join(folder, 'policy.json');
});

describe('the policy file', () => {
  it.each([
    ['linux', '/etc/sidetone/policy.json'],
    ['darwin', '/Library/Application Support/Sidetone/policy.json'],
    ['win32', 'D:\\Data\\Sidetone\\policy.json'],
  ] as const)('is looked for on %s at %s', (platform, expected) => {
    expect(policyPath(platform, { ProgramData: 'D:\\Data' })).toBe(expected);
  });

  it('is read where it is an administrator’s', async () => {
    writeFileSync(path, `\uFEFF${text}`, { mode: 0o644 });
    expect(await read()).toEqual({ state: 'read', path, value: JSON.parse(text) });
  });

  it('need not be there', async () => {
    expect(await read()).toEqual({ state: 'none' });
    path = join(folder, 'nowhere', 'policy.json');
    expect(await read()).toEqual({ state: 'none' });
  });

  it('is left out where it is somebody else’s', async () => {
    writeFileSync(path, text, { mode: 0o644 });
    expect(await read(us + 1)).toMatchObject({ because: 'not-administrators' });
  });

  it.each([
    ['itself', 'policy.json', 0o666],
    ['by its group', 'policy.json', 0o664],
    ['with its folder', '.', 0o777],
  ])('is left out where others can write it %s', async (_how, name, mode) => {
    writeFileSync(path, text, { mode: 0o644 });
    chmodSync(join(folder, name), mode);
    expect(await read()).toMatchObject({ state: 'ignored', because: 'not-administrators' });
  });

  it('is left out where it is a link, a folder, too large, or no JSON', async () => {
    writeFileSync(join(folder, 'real.json'), text, { mode: 0o644 });
    symlinkSync(join(folder, 'real.json'), path);
    expect(await read()).toMatchObject({ because: 'not-a-file' });

    path = join(folder, 'folder.json');
    mkdirSync(path);
    expect(await read()).toMatchObject({ because: 'not-a-file' });

    path = join(folder, 'large.json');
    writeFileSync(path, ' '.repeat(1024 * 1024 + 1), { mode: 0o644 });
    expect(await read()).toMatchObject({ because: 'too-large' });

    path = join(folder, 'text.json');
    writeFileSync(path, 'theme = dark', { mode: 0o644 });
    expect(await read()).toMatchObject({ because: 'not-json' });
  });

  it('is left out, and keeps nobody from starting, where its owner cannot be found out', async () => {
    writeFileSync(path, text);
    const isOurs = () => Promise.reject(new Error('no PowerShell'));
    expect(await readPolicyFile({ path, isOurs })).toMatchObject({ because: 'unreadable' });
  });

  it.each([
    ['O:BAG:SYD:(A;ID;FA;;;SY)', true],
    ['O:SYG:SYD:', true],
    ['O:S-1-5-32-544G:S-1-5-21-1D:', true],
    ['O:S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464G:SYD:', true],
    ['O:S-1-5-80-1-2-3-4-5G:SYD:', false],
    ['O:S-1-5-21-1004336348-1177238915-682003330-1001G:SYD:', false],
    ['O:BUG:BAD:', false],
    ['G:BAD:', false],
    ['', false],
  ])('is an administrator’s on Windows by %s: %s', (sddl, isOne) => {
    expect(hasAdministrativeOwner(`${sddl}\r\n`)).toBe(isOne);
  });
});
