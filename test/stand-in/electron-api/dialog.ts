import type * as Electron from 'electron';
import { nameAbsentMembers } from '../runtime/absent.ts';
import type { Desktop } from './desktop.ts';

type Dialog = Pick<
  Electron.Dialog,
  | 'showMessageBox'
  | 'showMessageBoxSync'
  | 'showOpenDialog'
  | 'showOpenDialogSync'
  | 'showSaveDialog'
  | 'showSaveDialogSync'
  | 'showErrorBox'
>;

/** `dialog`: answers what a test has prepared, and otherwise as a user who cancels. */
export function createDialog(desktop: Desktop): Dialog {
  const dialog = {
    showMessageBox: async (...args: readonly unknown[]) => message(desktop, args),
    showMessageBoxSync: (...args: readonly unknown[]) => message(desktop, args).response,
    showOpenDialog: async (...args: readonly unknown[]) => {
      const filePaths = open(desktop, args);
      return { canceled: filePaths === undefined, filePaths: filePaths ?? [] };
    },
    showOpenDialogSync: (...args: readonly unknown[]) => open(desktop, args),
    showSaveDialog: async (...args: readonly unknown[]) => {
      const filePath = save(desktop, args);
      return { canceled: filePath === '', filePath };
    },
    showSaveDialogSync: (...args: readonly unknown[]) => save(desktop, args),
    showErrorBox: (title: string, content: string) => {
      desktop.dialogs.push({ kind: 'error', options: { title, content } });
      process.stderr.write(`${title}: ${content}\n`);
    },
  } satisfies Dialog;
  return nameAbsentMembers(dialog, 'dialog');
}

/** Dialogs take their options last, after a window they may belong to. */
function record<T extends object>(
  desktop: Desktop,
  kind: 'message' | 'open' | 'save',
  args: readonly unknown[],
): T {
  const options = (args.at(-1) ?? {}) as T;
  desktop.dialogs.push({ kind, options: { ...options } as Readonly<Record<string, unknown>> });
  return options;
}

function message(desktop: Desktop, args: readonly unknown[]): Electron.MessageBoxReturnValue {
  const options = record<Electron.MessageBoxOptions>(desktop, 'message', args);
  const answer = desktop.takeAnswer('message');
  if (answer) {
    return { response: answer.response, checkboxChecked: answer.checkboxChecked ?? false };
  }
  const cancelling = options.buttons?.findIndex((label) => /^(cancel|no)$/i.test(label)) ?? -1;
  const response = options.cancelId ?? (cancelling >= 0 ? cancelling : 0);
  return { response, checkboxChecked: options.checkboxChecked ?? false };
}

function open(desktop: Desktop, args: readonly unknown[]): string[] | undefined {
  record<Electron.OpenDialogOptions>(desktop, 'open', args);
  const answer = desktop.takeAnswer('open');
  return answer ? [...answer.filePaths] : undefined;
}

function save(desktop: Desktop, args: readonly unknown[]): string {
  record<Electron.SaveDialogOptions>(desktop, 'save', args);
  return desktop.takeAnswer('save')?.filePath ?? '';
}
