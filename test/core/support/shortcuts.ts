import type { PickedText, Shortcuts } from '../../../main/core/ports.ts';
import type { ShortcutView } from '../../../shared/model/links.ts';

/** A computer's global shortcuts: a test says what other programs have, and presses keys. */
export type FakeShortcuts = Shortcuts & {
  /** The keys that are held now. */
  readonly held: string | undefined;
  /** Keys that another program has. */
  readonly taken: Set<string>;
  session: ShortcutView['session'];
  /** Presses the keys that are held, with such a text selected or copied. */
  press(picked: PickedText | undefined): void;
};

export function createFakeShortcuts(): FakeShortcuts {
  const taken = new Set<string>();
  const held: {
    now?: { readonly accelerator: string; readonly onPress: Parameters<Shortcuts['set']>[1] };
  } = {};
  return {
    taken,
    session: 'x11',
    get held() {
      return held.now?.accelerator;
    },
    set(accelerator, onPress) {
      if (this.session === 'wayland') return 'unsupported';
      if (accelerator === undefined) {
        delete held.now;
        return 'off';
      }
      if (taken.has(accelerator)) return 'taken';
      held.now = { accelerator, onPress };
      return 'on';
    },
    describe() {
      return { session: this.session, reads: ['clipboard'] };
    },
    press(picked) {
      if (held.now === undefined) throw new Error('no keys are held');
      held.now.onPress(picked);
    },
  };
}
