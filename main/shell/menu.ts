import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { Route } from '../../shared/model/app.ts';
import { helpPages } from './external.ts';

export type MenuTools = {
  readonly navigate: (to: Route) => void;
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
    accelerator: 'CmdOrCtrl+,',
    click: () => navigate({ screen: 'settings' }),
  };
  const quit: MenuItemConstructorOptions = {
    label: mac ? 'Quit Sidetone' : 'Quit',
    accelerator: 'CmdOrCtrl+Q',
    click: tools.quit,
  };
  return [
    ...(mac ? [macMenu(settings, quit)] : []),
    {
      label: '&File',
      submenu: [
        {
          label: 'New call…',
          accelerator: 'CmdOrCtrl+L',
          click: () => navigate({ screen: 'calls' }),
        },
        {
          label: 'New text…',
          accelerator: 'CmdOrCtrl+N',
          click: () => navigate({ screen: 'messages', compose: true }),
        },
        { type: 'separator' },
        ...(mac ? [] : [settings, { type: 'separator' } as const]),
        { role: 'close' },
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

function viewMenu({ navigate, forDevelopers }: MenuTools): MenuItemConstructorOptions {
  const screens = ['calls', 'messages', 'contacts'] as const;
  return {
    label: '&View',
    submenu: [
      ...screens.map((screen, index): MenuItemConstructorOptions => ({
        label: screen.charAt(0).toUpperCase() + screen.slice(1),
        accelerator: `CmdOrCtrl+${index + 1}`,
        click: () => navigate({ screen }),
      })),
      { type: 'separator' },
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
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

function helpMenu({ openPage }: MenuTools): MenuItemConstructorOptions {
  return {
    role: 'help',
    label: '&Help',
    submenu: [
      {
        label: 'RingCentral developer console',
        click: () => openPage(helpPages.developerConsole),
      },
      { label: 'RingCentral service status', click: () => openPage(helpPages.serviceStatus) },
    ],
  };
}
