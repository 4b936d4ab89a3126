import type { AppEvent } from '../../../shared/contract/index.ts';
import { describe, expect, it, vi } from 'vitest';
import type { Settings } from '../../../shared/model/app.ts';
import { failure } from '../../../shared/failure.ts';
import { fail, ok } from '../../../shared/result.ts';
import { createShortcut } from '../../../main/core/shortcut/service.ts';
import { createMemoryLog } from '../support/memory-log.ts';
import { createFakeShortcuts } from '../support/shortcuts.ts';
import { settled } from '../support/manual-clock.ts';

const keys = 'CommandOrControl+Shift+D';
const others = 'CommandOrControl+Alt+P';

function makeShortcut(chosen?: string) {
  const shortcuts = createFakeShortcuts();
  const log = createMemoryLog();
  const world = {
    settings: { shortcut: chosen } as Settings,
    isSignedIn: true,
    canSave: true,
    breaks: false,
    hear: undefined as ((event: AppEvent) => void) | undefined,
    proposed: [] as unknown[],
    opened: [] as unknown[],
  };
  const shortcut = createShortcut({
    shortcuts,
    log,
    events: {
      on(listener) {
        world.hear = listener;
        return () => (world.hear = undefined);
      },
    },
    settings: {
      get: () => world.settings,
      set(patch) {
        if (!world.canSave) return fail(failure('internal', 'settings.not-saved'));
        world.settings = { ...world.settings, ...patch };
        return ok(world.settings);
      },
    },
    async propose(proposed) {
      if (world.breaks) throw new Error('no archive');
      world.proposed.push(proposed);
      return world.isSignedIn;
    },
    mainWindow: { open: (to) => void world.opened.push(to) },
  });
  return { shortcut, shortcuts, world, log };
}

describe('the keys of the settings', () => {
  it('are taken anew when a file of settings or a reset has changed them, and not otherwise', () => {
    const { shortcut, shortcuts, world } = makeShortcut(keys);
    shortcut.start();
    world.settings = { ...world.settings, shortcut: undefined };
    world.hear?.({ name: 'changed', topics: [{ area: 'calls' }] });
    expect(shortcuts.held).toBe(keys);
    world.hear?.({ name: 'changed', topics: [{ area: 'settings' }] });
    expect(shortcuts.held).toBeUndefined();
    expect(shortcut.get()).toMatchObject({ accelerator: undefined, standing: 'off' });
    shortcut.stop();
    expect(world.hear).toBeUndefined();
  });

  it('are taken at the start and let go at the end', () => {
    const { shortcut, shortcuts } = makeShortcut(keys);
    expect(shortcut.get()).toMatchObject({ accelerator: keys, standing: 'off' });
    shortcut.start();
    expect(shortcuts.held).toBe(keys);
    expect(shortcut.get()).toEqual({
      accelerator: keys,
      standing: 'on',
      session: 'x11',
      reads: ['clipboard'],
    });
    shortcut.stop();
    expect(shortcuts.held).toBeUndefined();
  });

  it('are off until some are chosen', () => {
    const { shortcut, shortcuts } = makeShortcut();
    shortcut.start();
    expect(shortcuts.held).toBeUndefined();
    expect(shortcut.get()).toMatchObject({ accelerator: undefined, standing: 'off' });
  });

  it('stay chosen while another program has them, and it is said', () => {
    const { shortcut, shortcuts, log } = makeShortcut(keys);
    shortcuts.taken.add(keys);
    shortcut.start();
    expect(shortcut.get()).toMatchObject({ accelerator: keys, standing: 'taken' });
    expect(log.lines).toContainEqual(expect.objectContaining({ level: 'warn' }));
  });

  it('are not taken when a file by hand has keys that cannot be', () => {
    const { shortcut, shortcuts } = makeShortcut('Shift+D');
    shortcut.start();
    expect(shortcuts.held).toBeUndefined();
    expect(shortcut.get().standing).toBe('off');
  });
});

describe('choosing keys', () => {
  it('takes them, saves them in one spelling, and lets go of the old ones', () => {
    const { shortcut, shortcuts, world } = makeShortcut(keys);
    shortcut.start();
    expect(shortcut.set('alt+cmdorctrl+p')).toMatchObject({
      ok: true,
      value: { accelerator: others, standing: 'on' },
    });
    expect(shortcuts.held).toBe(others);
    expect(world.settings.shortcut).toBe(others);
  });

  it('switches them off', () => {
    const { shortcut, shortcuts, world } = makeShortcut(keys);
    shortcut.start();
    expect(shortcut.set(undefined)).toMatchObject({ ok: true, value: { standing: 'off' } });
    expect(shortcuts.held).toBeUndefined();
    expect(world.settings.shortcut).toBeUndefined();
  });

  it('refuses keys that are none, and those of another program; the old ones stay', () => {
    const { shortcut, shortcuts, world } = makeShortcut(keys);
    shortcut.start();
    shortcuts.taken.add(others);
    expect(shortcut.set('Shift+D')).toMatchObject({ failure: { message: 'shortcut.invalid' } });
    expect(shortcut.set(others)).toMatchObject({
      failure: { message: 'shortcut.taken', kind: 'conflict', field: 'shortcut' },
    });
    expect(shortcuts.held).toBe(keys);
    expect(world.settings.shortcut).toBe(keys);
    expect(shortcut.get().standing).toBe('on');
  });

  it('keeps the old ones when the choice cannot be saved', () => {
    const { shortcut, shortcuts, world } = makeShortcut(keys);
    shortcut.start();
    world.canSave = false;
    expect(shortcut.set(others)).toMatchObject({ failure: { message: 'settings.not-saved' } });
    expect(shortcuts.held).toBe(keys);
    expect(shortcut.get()).toMatchObject({ accelerator: keys, standing: 'on' });
  });

  it('is of no use where the desktop gives programs no keys', () => {
    const { shortcut, shortcuts, world } = makeShortcut();
    shortcuts.session = 'wayland';
    shortcut.start();
    expect(shortcut.get()).toMatchObject({ standing: 'unsupported', session: 'wayland' });
    expect(shortcut.set(keys)).toMatchObject({
      failure: { message: 'shortcut.unsupported', kind: 'unsupported' },
    });
    expect(world.settings.shortcut).toBeUndefined();
  });
});

describe('pressing them', () => {
  it('proposes what is selected or copied, and calls nobody', async () => {
    const { shortcut, shortcuts, world } = makeShortcut(keys);
    shortcut.start();
    shortcuts.press({ text: 'Ada Brook (512) 555-0142', source: 'selection' });
    await settled();
    expect(world.proposed).toEqual([{ text: 'Ada Brook (512) 555-0142', source: 'selection' }]);
    expect(world.opened).toEqual([]);
  });

  it('says when there was nothing to read', async () => {
    const { shortcut, shortcuts, world } = makeShortcut(keys);
    shortcut.start();
    shortcuts.press(undefined);
    await settled();
    expect(world.proposed).toEqual([{ text: '', source: 'clipboard' }]);
  });

  it('proposes the beginning of a text that is no number any more', async () => {
    const { shortcut, shortcuts, world } = makeShortcut(keys);
    shortcut.start();
    shortcuts.press({ text: 'a'.repeat(1_000_000), source: 'clipboard' });
    await settled();
    expect(world.proposed).toEqual([{ text: 'a'.repeat(10_000), source: 'clipboard' }]);
  });

  it('opens the window while nobody is signed in', async () => {
    const { shortcut, shortcuts, world } = makeShortcut(keys);
    world.isSignedIn = false;
    shortcut.start();
    shortcuts.press({ text: '5125550142', source: 'clipboard' });
    await settled();
    expect(world.opened).toEqual([{ screen: 'calls' }]);
  });

  it('is noted when it fails', async () => {
    const { shortcut, shortcuts, world, log } = makeShortcut(keys);
    shortcut.start();
    world.breaks = true;
    shortcuts.press({ text: '5125550142', source: 'clipboard' });
    await settled();
    expect(log.lines).toContainEqual(expect.objectContaining({ level: 'error' }));
  });

  it('does nothing any more when the reading of the clipboard ends after the core', async () => {
    const { shortcut, shortcuts, world } = makeShortcut(keys);
    const set = vi.spyOn(shortcuts, 'set');
    shortcut.start();
    shortcut.stop();
    set.mock.calls[0]?.[2]({ text: '5125550142', source: 'clipboard' });
    await settled();
    expect(world.proposed).toEqual([]);
    expect(world.opened).toEqual([]);
  });
});
