import type * as Electron from 'electron';
import { nameAbsentMembers } from '../runtime/absent.ts';
import type { Desktop } from './desktop.ts';

type TextClipboard = Pick<Electron.Clipboard, 'readText' | 'writeText' | 'clear' | 'has'>;
type Clipboard = TextClipboard & {
  /** Linux alone has a primary selection; elsewhere it is undefined, as in Electron. */
  readonly selection?: TextClipboard;
};

type Kept = Pick<Desktop, 'clipboardText' | 'selectedText'>;

/** `clipboard` and its `selection`: text only, and apart from the desktop's own. */
export function createClipboard(desktop: Desktop): Clipboard {
  const clipboard = {
    ...textClipboard(desktop, 'clipboardText'),
    ...(process.platform === 'linux' && { selection: textClipboard(desktop, 'selectedText') }),
  } satisfies Clipboard;
  return nameAbsentMembers(clipboard, 'clipboard');
}

function textClipboard(desktop: Kept, text: keyof Kept): TextClipboard {
  return {
    readText: async () => desktop[text],
    writeText: async (next: string) => {
      desktop[text] = next;
    },
    clear: () => {
      desktop[text] = '';
    },
    has: async (mimetype: string) => mimetype === 'text/plain' && desktop[text] !== '',
  };
}
