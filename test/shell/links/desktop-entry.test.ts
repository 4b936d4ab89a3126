import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import {
  canBeWritten,
  readEntryKey,
  toDesktopEntry,
} from '../../../main/shell/links/linux/desktop-entry.ts';
import { hasPrograms } from './programs.ts';

const schemes = ['tel', 'callto', 'sms'];
const execOf = (program: string, ...args: readonly string[]): string =>
  /^Exec=(.*)$/m.exec(toDesktopEntry({ program, args }, schemes))?.[1] ?? '';

/** Reads `Exec` as the Desktop Entry Specification says: the value's escapes, then quotes and codes. */
function readExec(exec: string, link: string): readonly string[] {
  const value = exec.replaceAll(/\\(.)/g, (_whole, char: string) => char);
  const parts = value.match(/"(?:\\.|[^"\\])*"|[^\s"]+/g) ?? [];
  return parts.map((part) => {
    const plain = part.startsWith('"') ? part.slice(1, -1).replaceAll(/\\(["`$\\])/g, '$1') : part;
    return plain.replaceAll(/%(.)/g, (_whole, code: string) => (code === 'u' ? link : '%'));
  });
}

describe('the command of a desktop entry', () => {
  it('puts the link after the dashes', () => {
    expect(execOf('/opt/Sidetone.AppImage')).toBe('/opt/Sidetone.AppImage -- %u');
    expect(execOf('/usr/bin/electron', '/home/ada/sidetone')).toBe(
      '/usr/bin/electron /home/ada/sidetone -- %u',
    );
  });

  it('quotes a path where the specification asks for it, and doubles a percent sign', () => {
    expect(execOf('/home/ada/My Apps/Sidetone.AppImage')).toBe(
      '"/home/ada/My Apps/Sidetone.AppImage" -- %u',
    );
    expect(execOf('/opt/a"b')).toBe(String.raw`"/opt/a\\"b" -- %u`);
    expect(execOf('/opt/$(reboot)`id`')).toBe(
      String.raw`"/opt/\\$(reboot)\\` + '`id' + String.raw`\\` + '`" -- %u',
    );
    expect(execOf('/opt/a\\b')).toBe(String.raw`"/opt/a\\\\b" -- %u`);
    expect(execOf('/opt/100%u')).toBe('/opt/100%%u -- %u');
  });

  it('is read back as it was meant, whatever is in the paths', () => {
    const printable = fc.string({
      unit: fc.constantFrom(...' "\'\\`$%&;|<>~*?#()ü-=/ab'.split('')),
    });
    fc.assert(
      fc.property(printable, fc.array(printable, { maxLength: 3 }), (name, args) => {
        const program = `/opt/${name}`;
        expect(readExec(execOf(program, ...args), 'tel:1')).toEqual([
          program,
          ...args,
          '--',
          'tel:1',
        ]);
      }),
    );
  });

  it.each([
    ['a line break', '/opt/a\nExec=sh'],
    ['a carriage return', '/opt/a\rb'],
    ['a tab', '/opt/a\tb'],
    ['a NUL', '/opt/a\0b'],
    ['an equals sign', '/opt/a=b'],
    ['no folder', 'sidetone'],
    ['nothing', ''],
  ])('is never written for a program with %s', (_what, program) => {
    expect(canBeWritten({ program, args: [] })).toBe(false);
  });

  it('is never written with a line break in an argument', () => {
    expect(canBeWritten({ program: '/opt/a', args: ['--x\nExec=sh'] })).toBe(false);
    expect(canBeWritten({ program: '/opt/a', args: ['--user-data-dir=/home/ada b'] })).toBe(true);
  });
});

describe('reading an entry', () => {
  it('unescapes, and looks at no other group', () => {
    const entry =
      '[Desktop Entry]\nName = Soft\\sphone\nName[de]=Telefon\n\n[Desktop Action x]\nTryExec=/x\n';
    expect(readEntryKey(entry, 'Name')).toBe('Soft phone');
    expect(readEntryKey(entry, 'TryExec')).toBeUndefined();
    expect(readEntryKey('', 'Name')).toBeUndefined();
    expect(readEntryKey('Name=none', 'Name')).toBeUndefined();
  });

  it('gives back the program that was written', () => {
    for (const program of ['/opt/a b', '/opt/a\\b', '/opt/a"$`b', '/opt/100%']) {
      expect(readEntryKey(toDesktopEntry({ program, args: [] }, schemes), 'TryExec')).toBe(program);
    }
  });
});

const folder = mkdtempSync(join(tmpdir(), 'sidetone-entry-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.runIf(hasPrograms('desktop-file-validate'))('for the desktop', () => {
  it.each(['/opt/Sidetone.AppImage', '/home/ada/My Apps/a "b" $c `d` \\e 100%/Sidetone'])(
    'the entry of %s is valid',
    (program) => {
      mkdirSync(folder, { recursive: true });
      const file = join(folder, 'sidetone-links.desktop');
      writeFileSync(file, toDesktopEntry({ program, args: ['--user-data-dir=/tmp/x y'] }, schemes));
      expect(execFileSync('desktop-file-validate', [file], { encoding: 'utf8' })).toBe('');
    },
  );
});
