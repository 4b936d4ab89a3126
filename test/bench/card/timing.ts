import { setTimeout as pause } from 'node:timers/promises';
import type { ElectronApplication, Page } from 'playwright';

/** A side as far as its times are concerned. */
export type Timed = {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly asked: readonly number[];
};

const longestMs = 15_000;

/** Main notes when the window is shown; the page, when a text is painted and a key pressed. */
export async function watchWindow(app: ElectronApplication, page: Page): Promise<void> {
  const window = await app.browserWindow(page);
  await window.evaluate((one) => {
    one.on('show', () => Object.assign(globalThis, { shownAt: Date.now() }));
  });
  await page.evaluate(() => {
    const seen = { text: '', paintedAt: 0, pressedAt: 0 };
    Object.assign(globalThis, { seen });
    new MutationObserver(() => {
      if (seen.text === '' || seen.paintedAt > 0) return;
      if (!(document.body.textContent ?? '').replaceAll(/\D/g, '').includes(seen.text)) return;
      seen.paintedAt = -1;
      // The frame after the next has what was changed now on the screen.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          seen.paintedAt = Date.now();
        }),
      );
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    document.addEventListener(
      'keydown',
      () => {
        seen.pressedAt = Date.now();
      },
      true,
    );
  });
}

/** Opens a link as the system does; answers the milliseconds until its number can be read. */
export async function proposeAndWait(
  { app, page }: Timed,
  { link, digits }: { readonly link: string; readonly digits: string },
): Promise<number> {
  await page.evaluate((text) => {
    const { seen } = globalThis as unknown as { seen: Seen };
    Object.assign(seen, { text, paintedAt: 0, pressedAt: 0 });
  }, digits);
  const openedAt = await app.evaluate((electron, url) => {
    const at = Date.now();
    electron.app.emit('open-url', { preventDefault: () => undefined }, url);
    return at;
  }, link);
  const paintedAt = await until(() =>
    page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen.paintedAt),
  );
  const shownAt = await app.evaluate(
    () => (globalThis as unknown as { shownAt?: number }).shownAt ?? 0,
  );
  return Math.max(paintedAt, shownAt) - openedAt;
}

/** Presses Enter; answers the milliseconds until the request has reached the server. */
export async function pressAndWait({ page, asked }: Timed): Promise<number> {
  const before = asked.length;
  await page.keyboard.press('Enter');
  const askedAt = await until(async () => asked[before] ?? 0);
  const pressedAt = await page.evaluate(
    () => (globalThis as unknown as { seen: Seen }).seen.pressedAt,
  );
  return askedAt - pressedAt;
}

type Seen = { text: string; paintedAt: number; pressedAt: number };

async function until(look: () => Promise<number>): Promise<number> {
  for (const end = Date.now() + longestMs; Date.now() < end; await pause(10)) {
    const at = await look();
    if (at > 0) return at;
  }
  throw new Error('what was waited for did not happen');
}
