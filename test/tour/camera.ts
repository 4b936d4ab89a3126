import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** Takes the numbered pictures of the tour, each in both themes. */
export type Camera = { take(page: Page, name: string): Promise<void> };

/** A camera whose pictures go to `folder` as `01-name-light.png`, `01-name-dark.png`. */
export async function createCamera(folder: string): Promise<Camera> {
  await mkdir(folder, { recursive: true });
  let count = 0;
  return {
    async take(page, name) {
      count += 1;
      const number = String(count).padStart(2, '0');
      for (const theme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
        await page.screenshot({ path: join(folder, `${number}-${name}-${theme}.png`) });
      }
    },
  };
}
