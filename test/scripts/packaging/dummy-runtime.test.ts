import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Arch, type AfterPackContext } from 'electron-builder';
import * as plist from 'plist';
import { afterAll, describe, expect, it } from 'vitest';
import { setFuses } from '../../../build/after-pack.ts';
import { releaseFuses, testFuses } from '../../../build/fuses.ts';
import { makeDummyRuntime } from '../../../scripts/packaging/dummy-runtime.ts';
import { judgeFuses } from '../../../scripts/packaging/fuses.ts';
import { judgeExe } from '../../../scripts/packaging/windows-program.ts';

const folder = mkdtempSync(join(tmpdir(), 'sidetone-dummy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('security 14: fuses are set in the binary and read back', () => {
  it.each([
    ['linux', 'linux', 'electron'],
    ['win', 'win32', 'electron.exe'],
    ['mac', 'darwin', 'Electron.app'],
  ] as const)('on %s', async (system, electronPlatformName, name) => {
    const appOutDir = join(folder, system);
    makeDummyRuntime(system, appOutDir);
    const program = join(appOutDir, name);
    expect((await judgeFuses(program, releaseFuses)).length).toBeGreaterThan(0);
    const packager = {
      executableName: name,
      appInfo: { productFilename: name.replace(/\.\w+$/, '') },
    };
    const context = { appOutDir, electronPlatformName, packager, arch: Arch.x64 };
    await setFuses(context as unknown as AfterPackContext, releaseFuses);
    expect(await judgeFuses(program, releaseFuses)).toEqual([]);
    expect(await judgeFuses(program, testFuses)).toEqual([
      'enableNodeCliInspectArguments is not on',
    ]);
  });
});

it('a program that is still Electron’s own is noticed', () => {
  makeDummyRuntime('win', join(folder, 'exe'));
  const troubles = judgeExe(join(folder, 'exe', 'electron.exe'), '1.0.0', 'hash');
  expect(troubles).toContain('it has no icon');
  expect(troubles.some((trouble) => trouble.startsWith('ProductName is "Electron"'))).toBe(true);
});

it('the dummy for macOS is a bundle like Electron’s', () => {
  makeDummyRuntime('mac', join(folder, 'bundle'));
  const file = join(folder, 'bundle', 'Electron.app', 'Contents', 'Info.plist');
  expect(plist.parse(readFileSync(file, 'utf8'))).toMatchObject({ CFBundleExecutable: 'Electron' });
});
