import type * as Electron from 'electron';
import { nameAbsentMembers } from '../runtime/absent.ts';
import type { Desktop } from './desktop.ts';

type Clipboard = Pick<Electron.Clipboard, 'readText' | 'writeText' | 'clear' | 'has'>;

/** `clipboard`: text only, and apart from the desktop's own. */
export function createClipboard(desktop: Desktop): Clipboard {
  const clipboard = {
    readText: async () => desktop.clipboardText,
    writeText: async (text: string) => {
      desktop.clipboardText = text;
    },
    clear: () => {
      desktop.clipboardText = '';
    },
    has: async (mimetype: string) => mimetype === 'text/plain' && desktop.clipboardText !== '',
  } satisfies Clipboard;
  return nameAbsentMembers(clipboard, 'clipboard');
}
