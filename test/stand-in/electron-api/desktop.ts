import type { DialogAnswer, ShownDialog } from '../control.ts';
import type { Menu } from './menu.ts';
import type { Notification } from './notification.ts';
import type { Tray } from './tray.ts';

/**
 * The desktop an app sees: what it put there, kept where a test can look at it, and nothing drawn.
 */
export class Desktop {
  readonly trays = new Set<Tray>();
  readonly notifications: Notification[] = [];
  readonly openedExternal: string[] = [];
  refusesExternal = false;
  readonly openedPaths: string[] = [];
  readonly shownItems: string[] = [];
  readonly dialogs: ShownDialog[] = [];
  readonly answers: DialogAnswer[] = [];
  readonly shortcuts = new Map<string, () => void>();
  applicationMenu: Menu | null = null;
  popup: Menu | null = null;
  clipboardText = '';
  /** The primary selection, which Linux keeps beside the clipboard. */
  selectedText = '';
  beeps = 0;
  online = true;

  /** The next answer a test has prepared for this kind of dialog. */
  takeAnswer<K extends DialogAnswer['kind']>(
    kind: K,
  ): Extract<DialogAnswer, { kind: K }> | undefined {
    const at = this.answers.findIndex((answer) => answer.kind === kind);
    if (at < 0) return undefined;
    return this.answers.splice(at, 1)[0] as Extract<DialogAnswer, { kind: K }>;
  }
}
