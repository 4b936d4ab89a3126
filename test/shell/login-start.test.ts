import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createLoginStart } from '../../main/shell/login-start.ts';
import { readEntryKey } from '../../main/shell/links/linux/desktop-entry.ts';
import { createShellMemory } from '../../main/shell/shell-state.ts';
import { usualSettings } from '../renderer/harness/usual-settings.ts';
import { createFakeFile, createFakeLog } from './support/fakes.ts';

vi.mock('electron', () => ({ app: {} }));

const program = '/opt/Side tone/sidetone';

function setUp(
  platform: NodeJS.Platform,
  launch = { program, args: ['--user-data-dir=/a "b" 5%'] },
) {
  const config = mkdtempSync(join(tmpdir(), 'login-'));
  onTestFinished(() => rmSync(config, { recursive: true }));
  const told: unknown[] = [];
  const memory = createShellMemory(createFakeFile());
  const log = createFakeLog();
  const apply = createLoginStart({
    platform,
    items: { setLoginItemSettings: (settings) => void told.push(settings) },
    launch,
    env: { XDG_CONFIG_HOME: config },
    memory,
    log,
  });
  const set = (openAtLogin: boolean): void => apply({ ...usualSettings, openAtLogin });
  return { set, told, memory, log, file: join(config, 'autostart', 'sidetone-login.desktop') };
}

describe('starting at login', () => {
  it('on Linux is an entry of the desktop, gone when it is switched off', () => {
    const { set, file } = setUp('linux');
    set(false);
    expect(existsSync(file)).toBe(false);
    set(true);
    const entry = readFileSync(file, 'utf8');
    expect(readEntryKey(entry, 'Exec')).toBe(
      `"${program}" "--user-data-dir=/a \\"b\\" 5%%" --hidden`,
    );
    expect(readEntryKey(entry, 'TryExec')).toBe(program);
    expect(readEntryKey(entry, 'Type')).toBe('Application');
    expect(entry).not.toContain('%u');
    set(false);
    expect(existsSync(file)).toBe(false);
  });

  it('on Linux is written anew at each start: an AppImage may have been moved', () => {
    const { set, file } = setUp('linux');
    set(true);
    rmSync(file);
    set(true);
    expect(existsSync(file)).toBe(true);
  });

  it('is not written for a program that no entry can name', () => {
    const { set, file, log } = setUp('linux', { program: '/opt/a\nExec=evil', args: [] });
    set(true);
    expect(existsSync(file)).toBe(false);
    expect(log.lines).toMatchObject([{ level: 'warn' }]);
  });

  it('on Windows is told when it changes, with the switch that keeps it in the tray', () => {
    const { set, told } = setUp('win32', { program: 'C:\\Side tone\\sidetone.exe', args: [] });
    set(false);
    set(true);
    // Switched off in the Task Manager meanwhile, it stays off.
    set(true);
    set(false);
    const path = '"C:\\Side tone\\sidetone.exe"';
    expect(told).toEqual([
      { openAtLogin: true, path, args: ['"--hidden"'] },
      { openAtLogin: false, path, args: ['"--hidden"'] },
    ]);
  });

  it('on a Mac is told without switches, which it would not pass on', () => {
    const { set, told } = setUp('darwin');
    set(true);
    expect(told).toEqual([{ openAtLogin: true }]);
  });

  it('is left alone by the demo account', () => {
    const { set, told, memory } = setUp('darwin');
    set(true);
    memory.set({ profile: 'demo' });
    set(false);
    expect(told).toHaveLength(1);
  });
});
