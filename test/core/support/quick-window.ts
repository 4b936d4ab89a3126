import type { QuickWindow } from '../../../main/core/ports.ts';

/** A small window that only notes what it is told. */
export type FakeQuickWindow = QuickWindow & { readonly height: number | undefined };

/** A small window for texts without a screen. */
export function createFakeQuickWindow(): FakeQuickWindow {
  let isShown = false;
  let height: number | undefined;
  return {
    get height() {
      return height;
    },
    isShown: () => isShown,
    show() {
      isShown = true;
    },
    hide() {
      isShown = false;
    },
    fit(next) {
      height = next;
    },
  };
}
