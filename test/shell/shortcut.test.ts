import { describe, expect, it } from 'vitest';
import {
  createShortcutLender,
  readDesktopSession,
  readPicked,
  readsOf,
  type ShortcutTools,
} from '../../main/shell/shortcut.ts';
import type { PickedText } from '../../main/core/ports.ts';
import { createFakeLog } from './support/fakes.ts';

const keys = 'CommandOrControl+Shift+D';
const others = 'CommandOrControl+Alt+P';

/** What Electron keeps of global shortcuts; `taken` are another program's. */
function makeKeys() {
  const registered = new Map<string, () => void>();
  const taken = new Set<string>();
  return {
    registered,
    taken,
    register(accelerator: string, callback: () => void) {
      if (accelerator.includes('é')) throw new TypeError('Error processing argument');
      if (taken.has(accelerator) || registered.has(accelerator)) return false;
      registered.set(accelerator, callback);
      return true;
    },
    unregister: (accelerator: string) => void registered.delete(accelerator),
  };
}

const holding = (text: string) => ({ readText: async () => text });
const broken = { readText: () => Promise.reject(new Error('no owner')) };

function makeTools(more: Partial<ShortcutTools> = {}) {
  const electron = makeKeys();
  const log = createFakeLog();
  const tools: ShortcutTools = {
    keys: electron,
    clipboard: { ...holding('copied'), selection: holding('selected') },
    session: 'x11',
    log,
    ...more,
  };
  return { electron, log, lender: createShortcutLender(tools), tools };
}

/** Collects what presses found. */
function listen() {
  const found: (PickedText | undefined)[] = [];
  return { found, onPress: (picked: PickedText | undefined) => void found.push(picked) };
}

describe('taking keys', () => {
  it('registers them, and a press tells what is selected', async () => {
    const { electron, lender } = makeTools();
    const { found, onPress } = listen();
    expect(lender.lend().set('propose', keys, onPress)).toBe('on');
    electron.registered.get(keys)?.();
    await expect.poll(() => found).toEqual([{ text: 'selected', source: 'selection' }]);
  });

  it('lets go of the old ones only when it has the new ones', () => {
    const { electron, lender } = makeTools();
    const { onPress } = listen();
    const shortcuts = lender.lend();
    shortcuts.set('propose', keys, onPress);
    electron.taken.add(others);
    expect(shortcuts.set('propose', others, onPress)).toBe('taken');
    expect([...electron.registered.keys()]).toEqual([keys]);
    electron.taken.clear();
    expect(shortcuts.set('propose', others, onPress)).toBe('on');
    expect([...electron.registered.keys()]).toEqual([others]);
    expect(shortcuts.set('propose', undefined, onPress)).toBe('off');
    expect(electron.registered.size).toBe(0);
  });

  it('counts keys that Electron cannot name as taken, and notes it', () => {
    const { lender, log } = makeTools();
    expect(lender.lend().set('propose', 'Ctrl+é', listen().onPress)).toBe('taken');
    expect(log.lines).toContainEqual(expect.objectContaining({ level: 'error' }));
  });

  it('holds some for each name, and none twice', async () => {
    const { electron, lender } = makeTools();
    const [numbers, texts] = [listen(), listen()];
    const shortcuts = lender.lend();
    expect(shortcuts.set('propose', keys, numbers.onPress)).toBe('on');
    expect(shortcuts.set('quick-text', keys, texts.onPress)).toBe('taken');
    expect(shortcuts.set('quick-text', others, texts.onPress)).toBe('on');
    electron.registered.get(others)?.();
    await expect.poll(() => texts.found).toHaveLength(1);
    expect(numbers.found).toEqual([]);
    shortcuts.set('quick-text', undefined, texts.onPress);
    expect([...electron.registered.keys()]).toEqual([keys]);
  });

  it('takes none under Wayland, where they would never fire', () => {
    const { electron, lender } = makeTools({ session: 'wayland' });
    const shortcuts = lender.lend();
    expect(shortcuts.set('propose', keys, listen().onPress)).toBe('unsupported');
    expect(shortcuts.set('propose', undefined, listen().onPress)).toBe('unsupported');
    expect(electron.registered.size).toBe(0);
    expect(shortcuts.describe()).toEqual({ session: 'wayland', reads: ['clipboard'] });
  });
});

describe('one core after the other', () => {
  it('the new one has the same keys, and the old one’s end changes nothing', async () => {
    const { electron, lender } = makeTools();
    const [old, young] = [lender.lend(), lender.lend()];
    const [toOld, toYoung] = [listen(), listen()];
    expect(old.set('propose', keys, toOld.onPress)).toBe('on');
    expect(young.set('propose', keys, toYoung.onPress)).toBe('on');
    old.set('propose', undefined, toOld.onPress);
    electron.registered.get(keys)?.();
    await expect.poll(() => toYoung.found).toHaveLength(1);
    expect(toOld.found).toEqual([]);
    young.set('propose', undefined, toYoung.onPress);
    expect(electron.registered.size).toBe(0);
  });
});

describe('what a press reads', () => {
  const log = createFakeLog();
  const clipboard = { ...holding('copied'), selection: holding('selected') };

  it.each([
    ['x11', clipboard, { text: 'selected', source: 'selection' }],
    ['x11', { ...clipboard, selection: holding(' \n') }, { text: 'copied', source: 'clipboard' }],
    ['x11', { ...clipboard, selection: broken }, { text: 'copied', source: 'clipboard' }],
    ['x11', { ...clipboard, selection: undefined }, { text: 'copied', source: 'clipboard' }],
    ['x11', { ...holding(''), selection: holding('') }, undefined],
    ['windows', clipboard, { text: 'copied', source: 'clipboard' }],
    ['mac', holding('copied'), { text: 'copied', source: 'clipboard' }],
    ['unknown', clipboard, { text: 'copied', source: 'clipboard' }],
    ['windows', broken, undefined],
  ] as const)('%s, %#', async (session, from, picked) => {
    expect(await readPicked({ clipboard: from, session, log })).toEqual(picked);
  });

  it.each([
    ['x11', ['selection', 'clipboard']],
    ['wayland', ['clipboard']],
    ['windows', ['clipboard']],
    ['mac', ['clipboard']],
  ] as const)('%s: %j', (session, reads) => {
    expect(readsOf(session)).toEqual(reads);
  });
});

describe('what draws the desktop', () => {
  it.each([
    ['win32', {}, 'windows'],
    ['darwin', {}, 'mac'],
    ['linux', { XDG_SESSION_TYPE: 'x11', DISPLAY: ':0' }, 'x11'],
    ['linux', { XDG_SESSION_TYPE: 'wayland', DISPLAY: ':0' }, 'wayland'],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0' }, 'wayland'],
    ['linux', { XDG_SESSION_TYPE: 'tty', DISPLAY: ':0' }, 'x11'],
    ['linux', { WAYLAND_DISPLAY: '', DISPLAY: ':0' }, 'x11'],
    ['linux', { XDG_SESSION_TYPE: 'x11', WAYLAND_DISPLAY: 'wayland-1' }, 'x11'],
    ['linux', {}, 'unknown'],
    ['linux', { DISPLAY: '' }, 'unknown'],
  ] as const)('%s with %j is %s', (platform, environment, session) => {
    expect(readDesktopSession(platform, environment)).toBe(session);
  });
});
