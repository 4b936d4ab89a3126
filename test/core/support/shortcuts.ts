import type { PickedText, ShortcutName, Shortcuts } from '../../../main/core/ports.ts';
import type { ShortcutView } from '../../../shared/model/links.ts';

/** A computer's global shortcuts: a test says what other programs have, and presses keys. */
export type FakeShortcuts = Shortcuts & {
  /** The keys that are held now to propose a number. */
  readonly held: string | undefined;
  /** The keys that are held now for a quick text. */
  readonly heldForText: string | undefined;
  /** Keys that another program has. */
  readonly taken: Set<string>;
  session: ShortcutView['session'];
  /** Presses the keys that are held, with such a text selected or copied. */
  press(picked: PickedText | undefined, name?: ShortcutName): void;
};

export function createFakeShortcuts(): FakeShortcuts {
  const taken = new Set<string>();
  type Held = {
    readonly accelerator: string;
    readonly onPress: (picked: PickedText | undefined) => void;
  };
  const held = new Map<ShortcutName, Held>();
  return {
    taken,
    session: 'x11',
    get held() {
      return held.get('propose')?.accelerator;
    },
    get heldForText() {
      return held.get('quick-text')?.accelerator;
    },
    set(name, accelerator, onPress) {
      if (this.session === 'wayland') return 'unsupported';
      if (accelerator === undefined) {
        held.delete(name);
        return 'off';
      }
      if (taken.has(accelerator)) return 'taken';
      held.set(name, { accelerator, onPress });
      return 'on';
    },
    describe() {
      return { session: this.session, reads: ['clipboard'] };
    },
    press(picked, name = 'propose') {
      const keys = held.get(name);
      if (keys === undefined) throw new Error('no keys are held');
      keys.onPress(picked);
    },
  };
}
