import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { linksConfig } from '../../../build/links.config.ts';
import { linkSchemes } from '../../../shared/model/links.ts';
import { systemSettings } from '../../../main/shell/external.ts';
import { packageEntry } from '../../../main/shell/links/linux/handlers.ts';
import { linkMarker, linkOf } from '../../../main/shell/links/link-of.ts';
import { hasPrograms } from './programs.ts';

const script = readFileSync(
  fileURLToPath(new URL('../../../build/windows/links.nsh', import.meta.url)),
  'utf8',
);
const [install = '', uninstall = ''] = ['customInstall', 'customUnInstall'].map(
  (name) => new RegExp(`!macro ${name}\\n(.*?)!macroend`, 's').exec(script)?.[1],
);

/** What the installer writes: `key\name` to value. */
function readWrites(macro: string): ReadonlyMap<string, string> {
  const writes = macro.matchAll(
    /WriteRegStr SHELL_CONTEXT "([^"]*)" "([^"]*)" (?:"([^"]*)"|'([^']*)')/g,
  );
  return new Map(
    [...writes].map(([, key = '', name = '', plain, quoted]) => [
      `${key}\\${name}`,
      plain ?? quoted ?? '',
    ]),
  );
}

/** What Windows makes of a command line (CommandLineToArgvW, as far as quotes go). */
function splitWindows(command: string): readonly string[] {
  return (command.match(/"[^"]*"?|[^\s"]+/g) ?? []).map((part) => part.replaceAll('"', ''));
}

describe('the Windows installer', () => {
  const writes = readWrites(install);
  const command = writes.get('Software\\Classes\\Sidetone.Link\\shell\\open\\command\\') ?? '';

  it('registers what Sidetone can open, under the name that the settings are opened with', () => {
    const name = new URL(systemSettings.defaultApps).searchParams.get('registeredAppUser');
    const capabilities = writes.get(`Software\\RegisteredApplications\\${name}`);
    expect(capabilities).toBe('Software\\Sidetone\\Capabilities');
    for (const scheme of linkSchemes) {
      expect(writes.get(`${capabilities}\\URLAssociations\\${scheme}`)).toBe('Sidetone.Link');
    }
    expect(writes.get(`${capabilities}\\ApplicationName`)).toBe('Sidetone');
    expect(writes.get('Software\\Classes\\Sidetone.Link\\URL Protocol')).toBe('');
  });

  it('starts Sidetone with its marker, and with nothing after the link', () => {
    expect(command).toBe(`"$INSTDIR\\\${APP_EXECUTABLE_FILENAME}" ${linkMarker} -- "%1"`);
    const started = (link: string): readonly string[] =>
      splitWindows(
        command.replace('$INSTDIR\\${APP_EXECUTABLE_FILENAME}', 'C:\\S.exe').replace('%1', link),
      );
    expect(linkOf(started('tel:+15550100142'), 'win32')).toBe('tel:+15550100142');
    // Whatever gets out of the quotes is behind the dashes.
    const hostile = started('tel:1" --gpu-launcher=calc.exe --inspect "');
    expect(hostile.indexOf('--')).toBeLessThan(hostile.indexOf('--gpu-launcher=calc.exe'));
    expect(linkOf(hostile, 'win32')).toBe('tel:1');
  });

  it('never touches the user’s choice, and nothing but keys of its own', () => {
    const code = script.replaceAll(/^\s*;.*$/gm, '');
    expect(code).not.toMatch(/UserChoice|HKLM|HKCU|HKCR|ExecWait|nsExec/i);
    for (const key of writes.keys()) {
      expect(key).toMatch(
        /^Software\\(?:Classes\\Sidetone\.Link|Sidetone\\Capabilities|RegisteredApplications\\Sidetone$)/,
      );
    }
  });

  it('takes everything away with Sidetone, but not on an update', () => {
    expect(uninstall).toMatch(/\$\{ifNot\} \$\{isUpdated\}[\s\S]*\$\{endIf\}/);
    const removed = [
      ...uninstall.matchAll(/DeleteReg(?:Key|Value)(?: \/ifempty)? SHELL_CONTEXT "([^"]*)"/g),
    ];
    const keys = removed.map(([, key]) => key ?? '');
    for (const written of writes.keys()) {
      expect(keys.some((key) => written.startsWith(key))).toBe(true);
    }
  });
});

describe('the other packages', () => {
  it('declare every scheme', () => {
    expect(linksConfig.protocols.flatMap(({ schemes }) => schemes)).toEqual([...linkSchemes]);
  });

  it('take in the installer’s script from where it is, for the user who installs', () => {
    expect(linksConfig.nsis.include).toBe('build/windows/links.nsh');
    expect(linksConfig.nsis.perMachine).toBe(false);
  });

  it('start Sidetone with the link after the dashes on Linux', () => {
    const { executableName, executableArgs } = linksConfig.linux;
    expect(`${executableName}.desktop`).toBe(packageEntry);
    const argv = executableArgs.map((arg) => arg.replace('%u', 'tel:+15550100142'));
    expect(linkOf([`/opt/Sidetone/${executableName}`, ...argv], 'linux')).toBe('tel:+15550100142');
  });
});

const folder = mkdtempSync(join(tmpdir(), 'sidetone-package-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.runIf(hasPrograms('desktop-file-validate'))('make a valid desktop entry', () => {
  const { executableName, executableArgs } = linksConfig.linux;
  const types = linksConfig.protocols.flatMap(({ schemes }) => schemes);
  const file = join(folder, `${executableName}.desktop`);
  // As electron-builder puts it together of these fields.
  const entry = {
    Name: 'Sidetone',
    Exec: `/opt/Sidetone/${executableName} ${executableArgs.join(' ')}`,
    Terminal: 'false',
    Type: 'Application',
    Icon: executableName,
    StartupWMClass: 'Sidetone',
    MimeType: types.map((scheme) => `x-scheme-handler/${scheme};`).join(''),
    Categories: 'Network;',
  };
  const lines = Object.entries(entry).map(([key, value]) => `${key}=${value}`);
  writeFileSync(file, `[Desktop Entry]\n${lines.join('\n')}\n`);
  expect(execFileSync('desktop-file-validate', [file], { encoding: 'utf8' })).toBe('');
});
