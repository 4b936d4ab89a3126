import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { applicationMenu, type MenuTools } from '../../main/shell/menu.ts';
import type { WindowPart } from '../../shared/contract/index.ts';
import type { Route } from '../../shared/model/app.ts';
import { acceleratorOf, shortcutIds } from '../../shared/shortcuts.ts';
import { speak, type Language } from '../../shared/strings/language.ts';

vi.mock('electron', () => ({ Menu: {} }));

function setUp(platform: NodeJS.Platform, forDevelopers = false) {
  const went: Route[] = [];
  const opened: WindowPart[] = [];
  const tools: MenuTools = {
    navigate: (to) => void went.push(to),
    open: (part) => void opened.push(part),
    openPage: vi.fn(),
    quit: vi.fn(),
    forDevelopers,
  };
  const items = flatten(applicationMenu(tools, platform));
  const click = (label: string): void => {
    const item = items.find((entry) => entry.label === label);
    (item?.click as (() => void) | undefined)?.();
  };
  return { went, opened, tools, items, click };
}

function flatten(items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [
    item,
    ...(Array.isArray(item.submenu) ? flatten(item.submenu) : []),
  ]);
}

describe.each(['linux', 'win32', 'darwin'] as const)('the menu on %s', (platform) => {
  it('goes to every screen', () => {
    const { click, went } = setUp(platform);
    for (const label of [
      'Calls',
      'Messages',
      'Voicemail',
      'Contacts',
      'Follow-ups',
      'Settings…',
      'New call…',
      'New text…',
    ]) {
      click(label);
    }
    expect(went).toEqual([
      { screen: 'calls' },
      { screen: 'messages' },
      { screen: 'voicemail' },
      { screen: 'contacts' },
      { screen: 'follow-ups' },
      { screen: 'settings' },
      { screen: 'calls', dial: true },
      { screen: 'messages', compose: true },
    ]);
  });

  it('shows the commands and the sheet of keys', () => {
    const { click, opened } = setUp(platform);
    click('Commands…');
    click('Keyboard shortcuts');
    expect(opened).toEqual(['palette', 'shortcuts']);
  });

  it('has every key from the one table', () => {
    const known = new Set(shortcutIds.map(acceleratorOf));
    const own = setUp(platform).items.flatMap(({ accelerator }) => accelerator ?? []);
    expect(own.length).toBeGreaterThan(12);
    expect(own.filter((keys) => !known.has(keys))).toEqual([]);
  });

  it('gives no shortcut twice, and has one Settings and one Quit', () => {
    const { items, click, tools } = setUp(platform);
    const shortcuts = items.flatMap(({ accelerator }) => accelerator ?? []);
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
    expect(items.filter(({ label }) => label === 'Settings…')).toHaveLength(1);
    expect(items.filter(({ label }) => label?.startsWith('Quit'))).toHaveLength(1);
    click(platform === 'darwin' ? 'Quit Sidetone' : 'Quit');
    expect(tools.quit).toHaveBeenCalledOnce();
  });

  it('keeps reload and developer tools from users', () => {
    const roles = (forDevelopers: boolean) =>
      setUp(platform, forDevelopers).items.map(({ role }) => role);
    expect(roles(false)).not.toContain('toggleDevTools');
    expect(roles(false)).not.toContain('reload');
    expect(roles(true)).toContain('toggleDevTools');
  });

  it('has the roles that text fields need', () => {
    const roles = setUp(platform).items.map(({ role }) => role);
    expect(roles).toEqual(expect.arrayContaining(['editMenu', 'undo', 'cut', 'copy', 'paste']));
  });

  it('speaks the language of the app, to the last item', () => {
    const labelsIn = (language: Language): (string | undefined)[] => {
      speak(language);
      const { items } = setUp(platform);
      return items.filter(({ type }) => type !== 'separator').map(({ label }) => label);
    };
    onTestFinished(() => speak('en'));
    const english = labelsIn('en');
    expect(english).not.toContain(undefined);
    // Made conspicuous, every word of ours is in brackets; the name of the app is no word.
    const left = labelsIn('pseudo').filter((label) => !label?.startsWith('['));
    expect(left).toEqual(platform === 'darwin' ? ['Sidetone'] : []);
  });
});
