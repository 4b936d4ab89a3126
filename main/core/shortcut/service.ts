import { failure } from '../../../shared/failure.ts';
import type { ProposalSource } from '../../../shared/model/cards.ts';
import type { ShortcutView } from '../../../shared/model/links.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { readAccelerator } from '../../../shared/accelerator.ts';
import type { Log, MainWindow, PickedText, Shortcuts } from '../ports.ts';
import type { SettingsService } from '../settings/service.ts';

/** The keys that propose the number in the selection or the clipboard, from any program. */
export type Shortcut = {
  /** Takes the keys of the settings. */
  start(): void;
  /** Lets go of them: another profile's core may want them. */
  stop(): void;
  get(): ShortcutView;
  /**
   * Takes other keys, or none. Refused with `shortcut.invalid`, `shortcut.taken` (another program
   * has them; the old ones stay) or `shortcut.unsupported`.
   */
  set(accelerator: string | undefined): Result<ShortcutView>;
};

export type ShortcutDeps = {
  readonly shortcuts: Shortcuts;
  readonly settings: Pick<SettingsService, 'get' | 'set'>;
  readonly propose: (proposed: {
    readonly text: string;
    readonly source: ProposalSource;
  }) => Promise<boolean>;
  readonly mainWindow: Pick<MainWindow, 'open'>;
  readonly log: Log;
};

/** No number stands later in a text that somebody marked to call it. */
const longestPicked = 10_000;

export function createShortcut(deps: ShortcutDeps): Shortcut {
  const { shortcuts, settings } = deps;
  let standing: ShortcutView['standing'] = 'off';
  let isRunning = false;

  const onPress = (picked: PickedText | undefined): void => {
    if (!isRunning) return;
    void propose(picked).catch((error: unknown) =>
      deps.log.error('what the shortcut found could not be proposed', error),
    );
  };
  /** Nothing to read is said on a card, too: keys that do nothing would look broken. */
  const propose = async (picked: PickedText | undefined): Promise<void> => {
    const { text, source } = picked ?? { text: '', source: 'clipboard' };
    const isShown = await deps.propose({ text: text.slice(0, longestPicked), source });
    if (!isShown) deps.mainWindow.open({ screen: 'calls' });
  };

  const view = (): ShortcutView => ({
    accelerator: settings.get().shortcut,
    standing,
    ...shortcuts.describe(),
  });

  return {
    start() {
      isRunning = true;
      const chosen = readAccelerator(settings.get().shortcut ?? '');
      // Without any, too: what this system can do is asked once.
      standing = shortcuts.set(chosen, onPress);
      if (chosen !== undefined && standing !== 'on') {
        deps.log.warn('the shortcut is not to be had', { standing });
      }
    },
    stop() {
      isRunning = false;
      standing = 'off';
      shortcuts.set(undefined, onPress);
    },
    get: view,
    set(accelerator) {
      const chosen = accelerator === undefined ? undefined : readAccelerator(accelerator);
      if (accelerator !== undefined && chosen === undefined) return refuse('shortcut.invalid');
      const next = shortcuts.set(chosen, onPress);
      if (chosen !== undefined && next === 'taken') return refuse('shortcut.taken');
      if (chosen !== undefined && next === 'unsupported') return refuse('shortcut.unsupported');
      const before = settings.get().shortcut;
      const saved = settings.set({ shortcut: chosen });
      if (!saved.ok) {
        standing = shortcuts.set(before, onPress);
        return saved;
      }
      standing = next;
      return ok(view());
    },
  };
}

const kinds = {
  'shortcut.invalid': 'invalid',
  'shortcut.taken': 'conflict',
  'shortcut.unsupported': 'unsupported',
} as const;

function refuse(message: keyof typeof kinds): ReturnType<typeof fail> {
  return fail(failure(kinds[message], message, { field: 'shortcut' }));
}
