import type { Topic } from '../../../shared/contract/index.ts';
import { failure } from '../../../shared/failure.ts';
import type { ShortcutView } from '../../../shared/model/links.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { readAccelerator } from '../../../shared/accelerator.ts';
import type { Events } from '../events.ts';
import type { Log, PickedText, ShortcutName, Shortcuts } from '../ports.ts';
import type { SettingsService } from '../settings/service.ts';

/** Keys that the settings name and the system lends. */
export type Shortcut = {
  /** Takes the keys of the settings. */
  start(): void;
  /** Lets go of them: another profile's core may want them. */
  stop(): void;
  get(): ShortcutView;
  /**
   * Takes other keys, or none. Refused with `shortcut.invalid`, `shortcut.taken` (another program
   * or another shortcut has them; the old ones stay) or `shortcut.unsupported`.
   */
  set(accelerator: string | undefined): Result<ShortcutView>;
};

export type KeysDeps = {
  readonly name: ShortcutName;
  /** Where the chosen keys are kept. */
  readonly setting: 'shortcut' | 'quickTextShortcut';
  readonly shortcuts: Shortcuts;
  readonly settings: Pick<SettingsService, 'get' | 'set'>;
  readonly events: Pick<Events, 'on'>;
  readonly log: Log;
  readonly onPress: (picked: PickedText | undefined) => void;
};

/** Holds the keys of one name while it runs. */
export function createKeys(deps: KeysDeps): Shortcut {
  const { name, setting, shortcuts, settings } = deps;
  let standing: ShortcutView['standing'] = 'off';
  let isRunning = false;
  let wanted: string | undefined;
  let stopListening = (): void => undefined;

  const onPress = (picked: PickedText | undefined): void => {
    if (isRunning) deps.onPress(picked);
  };
  const hold = (accelerator: string | undefined): ShortcutView['standing'] =>
    shortcuts.set(name, accelerator, onPress);
  const chosenKeys = (): string | undefined => readAccelerator(settings.get()[setting] ?? '');

  const takeChosen = (): void => {
    wanted = chosenKeys();
    standing = hold(wanted);
    if (wanted !== undefined && standing !== 'on') {
      deps.log.warn('the shortcut is not to be had', { name, standing });
    }
  };
  const view = (): ShortcutView => ({
    accelerator: settings.get()[setting],
    standing,
    ...shortcuts.describe(),
  });

  return {
    start() {
      isRunning = true;
      // Without any, too: what this system can do is asked once.
      takeChosen();
      // A file of settings, or their reset, chooses keys as well.
      stopListening = deps.events.on((event) => {
        const isOurs = event.name === 'changed' && event.topics.some(isOfSettings);
        if (isOurs && chosenKeys() !== wanted) takeChosen();
      });
    },
    stop() {
      isRunning = false;
      stopListening();
      standing = 'off';
      hold(undefined);
    },
    get: view,
    set(accelerator) {
      const chosen = accelerator === undefined ? undefined : readAccelerator(accelerator);
      if (accelerator !== undefined && chosen === undefined) return refuse('shortcut.invalid');
      const next = hold(chosen);
      if (chosen !== undefined && next === 'taken') return refuse('shortcut.taken');
      if (chosen !== undefined && next === 'unsupported') return refuse('shortcut.unsupported');
      const before = settings.get()[setting];
      const saved = settings.set({ [setting]: chosen });
      if (!saved.ok) {
        standing = hold(before);
        return saved;
      }
      wanted = chosen;
      standing = next;
      return ok(view());
    },
  };
}

const isOfSettings = ({ area }: Topic): boolean => area === 'settings';

const kinds = {
  'shortcut.invalid': 'invalid',
  'shortcut.taken': 'conflict',
  'shortcut.unsupported': 'unsupported',
} as const;

function refuse(message: keyof typeof kinds): ReturnType<typeof fail> {
  return fail(failure(kinds[message], message, { field: 'shortcut' }));
}
