import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { WindowPart } from '../../shared/contract/index.ts';
import type { Route } from '../../shared/model/app.ts';
import { acceleratorOf } from '../../shared/shortcuts.ts';
import { strings } from '../../shared/strings/strings.ts';
import { helpPages } from './external.ts';

const words = strings.desktop.menu;

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
    label: words.settings,
    accelerator: acceleratorOf('settings'),
    click: () => navigate({ screen: 'settings' }),
  };
  const quit: MenuItemConstructorOptions = {
    label: mac ? words.quitNamed : words.quit,
    accelerator: acceleratorOf('quit'),
    click: tools.quit,
  };
  return [
    ...(mac ? [macMenu(settings, quit)] : []),
    {
      label: words.file,
      submenu: [
        {
          label: words.newCall,
          accelerator: acceleratorOf('dialer'),
          click: () => navigate({ screen: 'calls', dial: true }),
        },
        {
          label: words.newText,
          accelerator: acceleratorOf('new-text'),
          click: () => navigate({ screen: 'messages', compose: true }),
        },
        { type: 'separator' },
        ...(mac ? [] : [settings, { type: 'separator' } as const]),
        { ...named('close'), accelerator: acceleratorOf('close-window') },
        ...(mac ? [] : [quit]),
      ],
    },
    editMenu(),
    viewMenu(tools),
    windowMenu(mac),
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
      named('about'),
      separator,
      settings,
      separator,
      named('services'),
      separator,
      named('hide'),
      named('hideOthers'),
      named('unhide'),
      separator,
      quit,
    ],
  };
}

/** What every text field can do, by the system's own hand. */
function editMenu(): MenuItemConstructorOptions {
  return {
    role: 'editMenu',
    label: words.edit,
    submenu: [
      named('undo'),
      named('redo'),
      { type: 'separator' },
      named('cut'),
      named('copy'),
      named('paste'),
      named('delete'),
      { type: 'separator' },
      named('selectAll'),
    ],
  };
}

function windowMenu(mac: boolean): MenuItemConstructorOptions {
  return {
    role: 'windowMenu',
    label: words.window,
    submenu: [named('minimize'), ...(mac ? [named('zoom'), named('front')] : [])],
  };
}

/** What the system does, by its name in our language: left to itself it speaks its own. */
function named(role: keyof typeof words.roles): MenuItemConstructorOptions {
  return { role, label: words.roles[role] };
}

const screens = ['calls', 'messages', 'voicemail', 'contacts', 'follow-ups'] as const;

function viewMenu({ navigate, open, forDevelopers }: MenuTools): MenuItemConstructorOptions {
  return {
    label: words.view,
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
      { ...named('resetZoom'), accelerator: acceleratorOf('zoom-reset') },
      { ...named('zoomIn'), accelerator: acceleratorOf('zoom-in') },
      { ...named('zoomOut'), accelerator: acceleratorOf('zoom-out') },
      { type: 'separator' },
      named('togglefullscreen'),
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
    label: words.help,
    submenu: [
      {
        label: strings.palette.sheet.menuItem,
        // Without its key, which is a sign that people write: the page knows when they do.
        click: () => open('shortcuts'),
      },
      { type: 'separator' },
      {
        label: words.developerConsole,
        click: () => openPage(helpPages.developerConsole),
      },
      { label: words.serviceStatus, click: () => openPage(helpPages.serviceStatus) },
    ],
  };
}
