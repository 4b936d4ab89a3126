import type * as Electron from 'electron';
import type {
  ItemPath,
  MenuEntry,
  NotificationEntry,
  StandInControl,
  TrayEntry,
} from '../control.ts';
import type { BrowserWindow } from '../electron-api/browser-window.ts';
import type { Desktop } from '../electron-api/desktop.ts';
import { normalizeAccelerator } from '../electron-api/global-shortcut.ts';
import type { Menu, MenuItem } from '../electron-api/menu.ts';
import type { NativeTheme } from '../electron-api/native-theme.ts';
import type { Notification } from '../electron-api/notification.ts';
import type { PowerMonitor } from '../electron-api/power-monitor.ts';
import type { Tray } from '../electron-api/tray.ts';
import { createEvent } from './emitter.ts';

export type ControlParts = {
  readonly desktop: Desktop;
  readonly theme: NativeTheme;
  readonly power: PowerMonitor;
  readonly windows: ReadonlySet<BrowserWindow>;
  readonly openUrl: (url: string) => void;
};

/** Makes `globalThis.standIn`. */
export function createControl(parts: ControlParts): StandInControl {
  const { desktop, power, theme } = parts;
  const press = (menu: Menu | null | undefined, path: ItemPath): void =>
    pressItem(menu, path, focusedWindow(parts));
  return {
    ...notificationControl(desktop),
    trays: () => [...desktop.trays].map(describeTray),
    clickTray: (index = 0, event = 'click') => {
      const tray = requireTray(desktop, index);
      tray.emit(event, createEvent(), tray.getBounds(), { x: 0, y: 0 });
    },
    pressTrayItem: (item, trayIndex = 0) =>
      press(requireTray(desktop, trayIndex).contextMenu, item),
    applicationMenu: () => describeMenu(desktop.applicationMenu),
    pressMenuItem: (item) => press(desktop.applicationMenu, item),
    popupMenu: () => (desktop.popup ? describeMenu(desktop.popup) : undefined),
    pressPopupItem: (item) => {
      const menu = desktop.popup;
      menu?.closePopup();
      press(menu, item);
    },
    answerDialog: (answer) => void desktop.answers.push(answer),
    dialogs: () => [...desktop.dialogs],
    openedExternal: () => [...desktop.openedExternal],
    refuseExternal: (refuse) => {
      desktop.refusesExternal = refuse;
    },
    openedPaths: () => [...desktop.openedPaths],
    shownItems: () => [...desktop.shownItems],
    suspend: () => power.happen('suspend'),
    resume: () => power.happen('resume'),
    lockScreen: () => power.happen('lock-screen'),
    unlockScreen: () => power.happen('unlock-screen'),
    setIdleTime: (seconds) => {
      power.idleSeconds = seconds;
    },
    setOnline: (online) => {
      desktop.online = online;
    },
    setOsTheme: (change) => theme.setOs(change),
    pressShortcut: (accelerator) => {
      const callback = desktop.shortcuts.get(normalizeAccelerator(accelerator));
      if (!callback) throw new Error(`Nothing listens to ${accelerator}`);
      callback();
    },
    clipboardText: () => desktop.clipboardText,
    setClipboardText: (text) => {
      desktop.clipboardText = text;
    },
    selectText: (text) => {
      desktop.selectedText = text;
    },
    openUrl: parts.openUrl,
    crashRenderer: (windowId) => requireWindow(parts, windowId).contents.forcefullyCrashRenderer(),
    loseWindow: (windowId) => requireWindow(parts, windowId).contents.losePage(),
    closeWindow: (windowId) => requireWindow(parts, windowId).close(),
  };
}

type NotificationControl = Pick<
  StandInControl,
  | 'notifications'
  | 'clickNotification'
  | 'closeNotification'
  | 'pressNotificationAction'
  | 'replyToNotification'
>;

function notificationControl(desktop: Desktop): NotificationControl {
  const find = (id: string | undefined): Notification => {
    const found = desktop.notifications.findLast((shown) => id === undefined || shown.id === id);
    if (!found) throw new Error('No such notification is shown');
    return found;
  };
  return {
    notifications: () => desktop.notifications.map(describeNotification),
    clickNotification: (id) => {
      const notification = find(id);
      notification.emit('click', createEvent());
      notification.dismiss('applicationHidden');
    },
    closeNotification: (id) => find(id).dismiss('userCanceled'),
    pressNotificationAction: (actionIndex, id) => {
      const notification = find(id);
      if (!notification.actions[actionIndex]) throw new Error(`No action ${actionIndex}`);
      const event = createEvent({ actionIndex, selectionIndex: -1 });
      notification.emit('action', event, actionIndex, -1);
    },
    replyToNotification: (reply, id) => {
      const notification = find(id);
      if (!notification.hasReply) throw new Error('The notification takes no reply');
      notification.emit('reply', createEvent({ reply }), reply);
    },
  };
}

function describeNotification(notification: Notification): NotificationEntry {
  const { id, title, body, silent, hasReply, actions } = notification;
  return { id, title, body, silent, hasReply, actions: actions.map(({ text }) => text ?? '') };
}

function describeTray(tray: Tray): TrayEntry {
  const { image } = tray;
  return {
    toolTip: tray.toolTip,
    title: tray.getTitle(),
    image: typeof image === 'string' ? image : image.getSize(),
    items: describeMenu(tray.contextMenu),
  };
}

function describeMenu(menu: Menu | null | undefined): readonly MenuEntry[] {
  return (menu?.items ?? []).map((item) => ({
    label: item.label,
    id: item.id,
    type: item.type,
    enabled: item.enabled,
    visible: item.visible,
    checked: item.checked,
    accelerator: item.accelerator,
    items: describeMenu(item.submenu),
  }));
}

/** Presses an item as a user would, and refuses what a user could not press. */
function pressItem(
  menu: Menu | null | undefined,
  path: ItemPath,
  window: Electron.BaseWindow | undefined,
): void {
  const steps = typeof path === 'string' ? [path] : path;
  let items = menu?.items ?? [];
  let item: MenuItem | undefined;
  for (const step of steps) {
    item = findItem(items, step, steps.length === 1);
    if (!item) throw new Error(`There is no menu item '${step}'`);
    if (!item.enabled || !item.visible) throw new Error(`The menu item '${step}' is off`);
    items = item.submenu?.items ?? [];
  }
  if (!item || item.submenu) throw new Error(`'${steps.join(' > ')}' cannot be pressed`);
  item.press(window);
}

/** A lone name is looked for in every submenu too. */
function findItem(items: readonly MenuItem[], name: string, deep: boolean): MenuItem | undefined {
  const matches = (item: MenuItem): boolean =>
    name.startsWith('#') ? item.id === name.slice(1) : item.label.replaceAll('&', '') === name;
  const own = items.find(matches);
  if (own || !deep) return own;
  for (const { submenu } of items) {
    const found = submenu && findItem(submenu.items, name, true);
    if (found) return found;
  }
  return undefined;
}

function requireTray(desktop: Desktop, index: number): Tray {
  const tray = [...desktop.trays][index];
  if (!tray) throw new Error(`There is no tray icon ${index}`);
  return tray;
}

function requireWindow({ windows }: ControlParts, id: number): BrowserWindow {
  const window = [...windows].find((candidate) => candidate.id === id);
  if (!window) throw new Error(`There is no window ${id}`);
  return window;
}

function focusedWindow({ windows }: ControlParts): Electron.BaseWindow | undefined {
  const window = [...windows].find((candidate) => candidate.isFocused());
  return window as unknown as Electron.BaseWindow | undefined;
}
