import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { applicationMenu, type MenuTools } from '../../main/shell/menu.ts';
import type { Route } from '../../shared/model/app.ts';

vi.mock('electron', () => ({ Menu: {} }));

function setUp(platform: NodeJS.Platform, forDevelopers = false) {
  const went: Route[] = [];
  const tools: MenuTools = {
    navigate: (to) => void went.push(to),
    openPage: vi.fn(),
    quit: vi.fn(),
    forDevelopers,
  };
  const items = flatten(applicationMenu(tools, platform));
  const click = (label: string): void => {
    const item = items.find((entry) => entry.label === label);
    (item?.click as (() => void) | undefined)?.();
  };
  return { went, tools, items, click };
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
    for (const label of ['Calls', 'Messages', 'Contacts', 'Settings…', 'New call…', 'New text…']) {
      click(label);
    }
    expect(went).toEqual([
      { screen: 'calls' },
      { screen: 'messages' },
      { screen: 'contacts' },
      { screen: 'settings' },
      { screen: 'calls' },
      { screen: 'messages', compose: true },
    ]);
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
    expect(setUp(platform).items.map(({ role }) => role)).toContain('editMenu');
  });
});
