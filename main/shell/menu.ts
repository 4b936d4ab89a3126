import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { WindowPart } from '../../shared/contract/index.ts';
import type { Route } from '../../shared/model/app.ts';
import { acceleratorOf } from '../../shared/shortcuts.ts';
import { strings } from '../../shared/strings/strings.ts';
import { helpPages } from './external.ts';

export type MenuTools = {
  readonly navigate: (to: Route) => void;
  /** Shows a part of the main window that stands over all of its screens. */
  readonly open: (part: WindowPart) => void;
  readonly openPage: (address: string) => void;
  readonly quit: () => void;
  /** Reload and developer tools: for those who work on Sidetone. */
  readonly forDevelopers: boolean;
};

/** Sets the menu bar; on Windows and Linux it shows while Alt is held, its shortcuts always work. */
export function setApplicationMenu(tools: MenuTools): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(applicationMenu(tools, process.platform)));
}

/** The menu bar of a platform, as a template; its shortcuts are those that the page itself knows. */
export function applicationMenu(
  tools: MenuTools,
  platform: NodeJS.Platform,
): MenuItemConstructorOptions[] {
  const mac = platform === 'darwin';
  const { navigate } = tools;
  const settings: MenuItemConstructorOptions = {
    label: 'Settings…',
    accelerator: acceleratorOf('settings'),
    click: () => navigate({ screen: 'settings' }),
  };
  const quit: MenuItemConstructorOptions = {
    label: mac ? 'Quit Sidetone' : 'Quit',
    accelerator: acceleratorOf('quit'),
    click: tools.quit,
  };
  return [
    ...(mac ? [macMenu(settings, quit)] : []),
    {
      label: '&File',
      submenu: [
        {
          label: 'New call…',
          accelerator: acceleratorOf('dialer'),
          click: () => navigate({ screen: 'calls', dial: true }),
        },
        {
          label: 'New text…',
          accelerator: acceleratorOf('new-text'),
          click: () => navigate({ screen: 'messages', compose: true }),
        },
        { type: 'separator' },
        ...(mac ? [] : [settings, { type: 'separator' } as const]),
        { role: 'close', accelerator: acceleratorOf('close-window') },
        ...(mac ? [] : [quit]),
      ],
    },
    { role: 'editMenu', label: '&Edit' },
    viewMenu(tools),
    { role: 'windowMenu', label: '&Window' },
    helpMenu(tools),
  ];
}

function macMenu(
  settings: MenuItemConstructorOptions,
  quit: MenuItemConstructorOptions,
): MenuItemConstructorOptions {
  const separator = { type: 'separator' } as const;
  return {
    label: 'Sidetone',
    submenu: [
      { role: 'about' },
      separator,
      settings,
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      quit,
    ],
  };
}

const screens = ['calls', 'messages', 'voicemail', 'contacts', 'follow-ups'] as const;

function viewMenu({ navigate, open, forDevelopers }: MenuTools): MenuItemConstructorOptions {
  return {
    label: '&View',
    submenu: [
      {
        label: strings.palette.menuItem,
        accelerator: acceleratorOf('palette'),
        click: () => open('palette'),
      },
      {
        label: strings.search.open,
        accelerator: acceleratorOf('search'),
        click: () => navigate({ screen: 'search' }),
      },
      { type: 'separator' },
      ...screens.map((screen): MenuItemConstructorOptions => ({
        label: strings.app.screens[screen],
        accelerator: acceleratorOf(screen),
        click: () => navigate({ screen }),
      })),
      { type: 'separator' },
      { role: 'resetZoom', accelerator: acceleratorOf('zoom-reset') },
      { role: 'zoomIn', accelerator: acceleratorOf('zoom-in') },
      { role: 'zoomOut', accelerator: acceleratorOf('zoom-out') },
      { type: 'separator' },
      { role: 'togglefullscreen' },
      ...(forDevelopers
        ? [
            { type: 'separator' } as const,
            { role: 'reload' } as const,
            { role: 'toggleDevTools' } as const,
          ]
        : []),
    ],
  };
}

function helpMenu({ openPage, open }: MenuTools): MenuItemConstructorOptions {
  return {
    role: 'help',
    label: '&Help',
    submenu: [
      {
        label: strings.palette.sheet.menuItem,
        // Without its key, which is a sign that people write: the page knows when they do.
        click: () => open('shortcuts'),
      },
      { type: 'separator' },
      {
        label: 'RingCentral developer console',
        click: () => openPage(helpPages.developerConsole),
      },
      { label: 'RingCentral service status', click: () => openPage(helpPages.serviceStatus) },
    ],
  };
}
