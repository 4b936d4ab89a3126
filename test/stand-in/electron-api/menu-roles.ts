import type * as Electron from 'electron';

type Role = NonNullable<Electron.MenuItemConstructorOptions['role']>;

/** What a role can act upon. */
export type RoleParts = {
  readonly appName: string;
  readonly quit: () => void;
  readonly focusedWindow: () => Electron.BrowserWindow | null;
};

/** The labels Electron gives items that name a role and no label. */
export function roleLabels(appName: string): Readonly<Partial<Record<Role, string>>> {
  return {
    about: `About ${appName}`,
    close: 'Close Window',
    copy: 'Copy',
    cut: 'Cut',
    delete: 'Delete',
    editMenu: 'Edit',
    fileMenu: 'File',
    forceReload: 'Force Reload',
    front: 'Bring All to Front',
    help: 'Help',
    hide: `Hide ${appName}`,
    hideOthers: 'Hide Others',
    minimize: 'Minimize',
    paste: 'Paste',
    pasteAndMatchStyle: 'Paste and Match Style',
    quit: process.platform === 'darwin' ? `Quit ${appName}` : 'Quit',
    redo: 'Redo',
    reload: 'Reload',
    resetZoom: 'Actual Size',
    selectAll: 'Select All',
    services: 'Services',
    toggleDevTools: 'Toggle Developer Tools',
    togglefullscreen: 'Toggle Full Screen',
    undo: 'Undo',
    unhide: 'Show All',
    viewMenu: 'View',
    window: 'Window',
    windowMenu: 'Window',
    zoom: 'Zoom',
    zoomIn: 'Zoom In',
    zoomOut: 'Zoom Out',
  };
}

/** Does what a role stands for; false when the item's own `click` is to run instead. */
export function runRole(role: Role, { quit, focusedWindow }: RoleParts): boolean {
  const window = focusedWindow();
  switch (role) {
    case 'quit':
      quit();
      return true;
    case 'close':
      window?.close();
      return true;
    case 'minimize':
      window?.minimize();
      return true;
    case 'togglefullscreen':
      window?.setFullScreen(!window.isFullScreen());
      return true;
    case 'reload':
    case 'forceReload':
      window?.webContents.reload();
      return true;
    case 'resetZoom':
      window?.webContents.setZoomLevel(0);
      return true;
    case 'zoomIn':
    case 'zoomOut':
      window?.webContents.setZoomLevel(
        window.webContents.getZoomLevel() + (role === 'zoomIn' ? 0.5 : -0.5),
      );
      return true;
    default:
      // Editing roles belong to the page that has the focus; there is nothing to press here.
      return false;
  }
}
