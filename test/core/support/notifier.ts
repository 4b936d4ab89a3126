import type { Notifier, SystemNote } from '../../../main/core/ports.ts';

/** A desktop that keeps what is shown on it. */
export type FakeNotifier = Notifier & {
  /** Every notification that was shown, in order. */
  readonly shown: readonly SystemNote[];
  /** Those that stand there now: one that took another's place stands for it. */
  readonly standing: readonly SystemNote[];
};

/** A desktop without a screen, and without notifications. */
export function createFakeNotifier(): FakeNotifier {
  const shown: SystemNote[] = [];
  let standing: SystemNote[] = [];
  const drop = (id: string): void => {
    standing = standing.filter((note) => note.id !== id);
  };
  return {
    shown,
    get standing() {
      return standing;
    },
    show(note) {
      if (note.id !== undefined) drop(note.id);
      shown.push(note);
      standing = [...standing, note];
    },
    close: drop,
  };
}
