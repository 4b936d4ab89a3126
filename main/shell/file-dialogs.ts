import { BrowserWindow, dialog } from 'electron';
import type { FileDialogs, FileKind } from '../core/ports.ts';

/** The system's dialogs for files, each in front of the window that it belongs to. */
export function createFileDialogs(): FileDialogs {
  return {
    async chooseSave({ title, fileName, kind }) {
      const options = { title, defaultPath: fileName, filters: [toFilter(kind)] };
      const parent = frontWindow();
      const { canceled, filePath } = await (parent
        ? dialog.showSaveDialog(parent, options)
        : dialog.showSaveDialog(options));
      return canceled || filePath === '' ? undefined : filePath;
    },
    async chooseOpen({ title, kind }) {
      return choose({ title, filters: [toFilter(kind)], properties: ['openFile'] });
    },
    async chooseFolder({ title }) {
      return choose({ title, properties: ['openDirectory', 'createDirectory'] });
    },
  };
}

async function choose(options: Electron.OpenDialogOptions): Promise<string | undefined> {
  const parent = frontWindow();
  const { canceled, filePaths } = await (parent
    ? dialog.showOpenDialog(parent, options)
    : dialog.showOpenDialog(options));
  return canceled ? undefined : filePaths[0];
}

/** Undefined while the window is in the tray: the dialog then stands alone. */
function frontWindow(): BrowserWindow | undefined {
  const shown = BrowserWindow.getAllWindows().filter((window) => window.isVisible());
  return shown.find((window) => window.isFocused()) ?? shown[0];
}

function toFilter({ name, extensions }: FileKind): Electron.FileFilter {
  return { name, extensions: [...extensions] };
}
