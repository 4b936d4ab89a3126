import type { CardWindow } from '../../../main/core/ports.ts';

/** A card window that only notes what it is told. */
export type FakeCardWindow = CardWindow & {
  readonly isShown: boolean;
  /** Each `show`, in order: whether it took the focus. */
  readonly shows: readonly boolean[];
  readonly height: number | undefined;
};

/** A card window without a screen. */
export function createFakeCardWindow(): FakeCardWindow {
  const shows: boolean[] = [];
  let isShown = false;
  let height: number | undefined;
  return {
    shows,
    get isShown() {
      return isShown;
    },
    get height() {
      return height;
    },
    show({ takeFocus }) {
      isShown = true;
      shows.push(takeFocus);
    },
    hide() {
      isShown = false;
    },
    fit(next) {
      height = next;
    },
  };
}
