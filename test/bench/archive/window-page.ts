import type { Locator, Page } from 'playwright';

/** A key that was pressed, the text that then stood in the field, and the time to its results. */
export type Key = { readonly text: string; readonly ms: number };

type Painted = { pressedAt: number; paintedAt: number };

/**
 * Types a text key by key; each is timed in the page, from the key event to the first frame after
 * which the list of results has not changed for a while, or at once where nothing changes.
 */
export async function keystrokes(
  page: Page,
  field: Locator,
  text: string,
): Promise<readonly Key[]> {
  await page.evaluate(() => {
    const seen: Painted = { pressedAt: 0, paintedAt: 0 };
    Object.assign(globalThis, { seen });
    document.addEventListener('keydown', (event) => {
      seen.pressedAt = event.timeStamp;
      seen.paintedAt = 0;
    });
    new MutationObserver(() => {
      // The frame after the next has what was changed now on the screen.
      requestAnimationFrame(() =>
        requestAnimationFrame((at) => {
          seen.paintedAt = at;
        }),
      );
    }).observe(document.querySelector('main') ?? document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
  const keys: Key[] = [];
  for (const [index, letter] of text.split('').entries()) {
    await field.press(letter === ' ' ? 'Space' : letter);
    await page.waitForTimeout(250);
    const { pressedAt, paintedAt } = await page.evaluate(
      () => (globalThis as unknown as { seen: Painted }).seen,
    );
    if (paintedAt > 0) keys.push({ text: text.slice(0, index + 1), ms: paintedAt - pressedAt });
  }
  return keys;
}

export type Frames = {
  readonly count: number;
  readonly late: number;
  readonly longestMs: number;
  /** Frames in which the middle of the list showed no row. */
  readonly gaps: number;
};

/** Scrolls a list so many pixels with every frame, for some seconds, and looks at each frame. */
export function scrollThrough(list: Locator, pixels: number): Promise<Frames> {
  return list.evaluate(async (element, step): Promise<Frames> => {
    const frames = 300;
    /** Frames of 60 a second are told apart from later ones with a little room for rounding. */
    const lateMs = 16.7 + 1;
    const scroller = element.parentElement;
    if (scroller === null) throw new Error('the list has nothing to scroll in');
    const frame = (): Promise<number> =>
      new Promise((resolve) => void requestAnimationFrame(resolve));
    const { left, top, width, height } = scroller.getBoundingClientRect();
    let before = await frame();
    const result = { count: frames, late: 0, longestMs: 0, gaps: 0 };
    for (let n = 0; n < frames; n += 1) {
      scroller.scrollTop += step;
      const at = await frame();
      const ms = at - before;
      before = at;
      if (ms > lateMs) result.late += 1;
      result.longestMs = Math.max(result.longestMs, ms);
      const middle = document.elementFromPoint(left + width / 2, top + height / 2);
      if (middle?.closest('[role="listitem"]') === null) result.gaps += 1;
    }
    return result;
  }, pixels);
}
