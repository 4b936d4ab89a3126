import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

export type Size = { readonly width: number; readonly height: number };

/** The windows that pictures are taken in: a usual one, a narrow one, and one that shows a long page whole. */
export const wide: Size = { width: 1280, height: 800 };
export const compact: Size = { width: 380, height: 780 };
export const tall: Size = { width: 1280, height: 1500 };

/** Takes the numbered pictures of the tour, each in both themes. */
export type Camera = {
  /** In the window as it is, or one picture for each of the sizes; wide again after those. */
  take(page: Page, name: string, sizes?: readonly Size[]): Promise<void>;
};

const folder = 'out/tour';

/** A camera whose pictures go to `out/tour`, from `first` on: `01-name-light.png`, `01-name-dark.png`. */
export async function createCamera(first: number): Promise<Camera> {
  await mkdir(folder, { recursive: true });
  let next = first;
  const shoot = async (page: Page, name: string): Promise<void> => {
    for (const theme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await page.screenshot({ path: join(folder, `${name}-${theme}.png`) });
    }
  };
  return {
    async take(page, name, sizes) {
      const numbered = `${String(next).padStart(2, '0')}-${name}`;
      next += 1;
      if (sizes === undefined) return shoot(page, numbered);
      for (const size of sizes) {
        await page.setViewportSize(size);
        await shoot(page, `${numbered}${suffixOf(size)}`);
      }
      await page.setViewportSize(wide);
    },
  };
}

/** What tells the other pictures of a screen from the one of a usual window. */
function suffixOf({ width, height }: Size): string {
  if (width < wide.width) return `-${width}`;
  return height > wide.height ? '-whole' : '';
}
