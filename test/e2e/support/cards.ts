import { expect, type ElectronApplication, type Page } from '@playwright/test';

/** What the system does when a link is clicked; on every runtime the same. */
export async function click(app: ElectronApplication, ...links: readonly string[]): Promise<void> {
  await app.evaluate((electron, urls) => {
    for (const url of urls) electron.app.emit('open-url', { preventDefault: () => undefined }, url);
  }, links);
}

/** By its file alone: the language that a page begins in stands behind it. */
const showsPage = (page: Page, name: string): boolean =>
  URL.parse(page.url())?.pathname === `/${name}`;

const isCards = (page: Page): boolean => showsPage(page, 'card.html');

/** The page of the small window, which is there from the start. */
export async function cardsOf(app: ElectronApplication): Promise<Page> {
  await expect.poll(() => app.windows().some(isCards)).toBe(true);
  return app.windows().find(isCards) as Page;
}

const isQuick = (page: Page): boolean => showsPage(page, 'quick.html');

/** The page of the window for a text, which is there from the start as well. */
export async function quickOf(app: ElectronApplication): Promise<Page> {
  await expect.poll(() => app.windows().some(isQuick)).toBe(true);
  return app.windows().find(isQuick) as Page;
}

/** Whether the small window is in sight. */
export async function isShown(app: ElectronApplication, cards: Page): Promise<boolean> {
  const window = await app.browserWindow(cards);
  return window.evaluate((it) => it.isVisible());
}

/** A card that has just come up leaves an Enter to whom it was meant for. */
export const settle = (page: Page): Promise<void> => page.waitForTimeout(300);
