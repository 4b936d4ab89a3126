import { describe, expect, it } from 'vitest';
import { createShellMemory } from '../../main/shell/shell-state.ts';
import { isReachable, parseBounds } from '../../main/shell/window-state.ts';
import { createFakeFile } from './support/fakes.ts';

const bounds = { x: 10, y: 20, width: 900, height: 700 };

describe('the shell’s memory', () => {
  it('begins with the defaults, and keeps what it is told', () => {
    const file = createFakeFile();
    const memory = createShellMemory(file);
    expect(memory.get()).toEqual({
      profile: 'own',
      bounds: undefined,
      maximized: false,
      toldOfTray: false,
      linksBefore: {},
      language: 'system',
    });
    memory.set({ profile: 'demo', bounds });
    memory.set({ maximized: true });
    expect(createShellMemory(file).get()).toEqual({
      profile: 'demo',
      bounds,
      maximized: true,
      toldOfTray: false,
      linksBefore: {},
      language: 'system',
    });
  });

  it('knows the language of the next start, and what the computer was told', () => {
    const file = createFakeFile();
    createShellMemory(file).set({ language: 'es', startsAtLogin: true });
    expect(createShellMemory(file).get()).toMatchObject({ language: 'es', startsAtLogin: true });
    const odd = createFakeFile({ language: 'de', startsAtLogin: 'yes' });
    expect(createShellMemory(odd).get()).toMatchObject({ language: 'system' });
    expect(createShellMemory(odd).get().startsAtLogin).toBeUndefined();
  });

  it('reads nonsense as defaults', () => {
    const file = createFakeFile({ profile: 'other', bounds: 'wide', maximized: 1, toldOfTray: {} });
    expect(createShellMemory(file).get()).toMatchObject({ profile: 'own', bounds: undefined });
  });

  it('knows who opened links before, and takes nothing for a program that is none', () => {
    const linksBefore = {
      tel: 'softphone.desktop',
      callto: '../../etc/passwd',
      sms: 'org.texter.App-1.desktop',
      mailto: 'mail.desktop',
    };
    expect(createShellMemory(createFakeFile({ linksBefore })).get().linksBefore).toEqual({
      tel: 'softphone.desktop',
      sms: 'org.texter.App-1.desktop',
    });
    for (const odd of [null, [], 'tel', { tel: 4 }, { tel: '--help.desktop' }]) {
      const { linksBefore: read } = createShellMemory(createFakeFile({ linksBefore: odd })).get();
      expect(read).toEqual({});
    }
  });

  it('goes on when the disk refuses', () => {
    const file = createFakeFile();
    const memory = createShellMemory(file);
    file.refuse = true;
    memory.set({ profile: 'demo' });
    expect(memory.get().profile).toBe('demo');
  });
});

describe('the place of the window', () => {
  it('is read back only when it is one', () => {
    expect(parseBounds(bounds)).toEqual(bounds);
    for (const odd of [
      undefined,
      null,
      [],
      { ...bounds, x: '1' },
      { ...bounds, width: 1e9 + 0.5 },
      { ...bounds, height: 10 },
      { ...bounds, y: Number.NaN },
    ]) {
      expect(parseBounds(odd)).toBeUndefined();
    }
  });

  it('is used only where the user can take hold of it', () => {
    const screen = { x: 0, y: 0, width: 1920, height: 1040 };
    expect(isReachable(bounds, screen)).toBe(true);
    expect(isReachable({ ...bounds, x: -700 }, screen)).toBe(true);
    expect(isReachable({ ...bounds, x: -800 }, screen)).toBe(false);
    expect(isReachable({ ...bounds, x: 1900 }, screen)).toBe(false);
    expect(isReachable({ ...bounds, y: -30 }, screen)).toBe(false);
    expect(isReachable({ ...bounds, y: 1000 }, screen)).toBe(false);
    expect(isReachable({ ...bounds, x: 2000 }, { ...screen, x: 1920 })).toBe(true);
  });
});
