import type { Browser, BrowserContext, Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest';
import type { Failure } from '../../../shared/failure.ts';
import { buildSiteOnce, launchBrowser, serveSite, type Site } from './site.ts';

/** The window in a browser, as one test after another uses it. */
export type Window = {
  readonly page: Page;
  readonly open: (scene: string) => Promise<unknown>;
  readonly button: (name: string) => Locator;
  readonly heading: (name: string) => Locator;
  /** Opens or closes what is folded away under a title. */
  readonly disclose: (title: string) => Promise<void>;
  /** The name of the field that has the keyboard, or else its words. */
  readonly focused: () => Promise<string | null | undefined>;
  /** What sign-ins and sign-outs were asked with. */
  readonly asked: () => Promise<readonly unknown[]>;
  /** Ends a sign-in that waits for the browser. */
  readonly comeBack: (reason?: Failure) => Promise<void>;
};

/**
 * Opens the window in a browser of the file's own, and gives each test a fresh page of it; what a page
 * has kept is gone before the next, what it has loaded is not.
 */
export function useWindow(): Window {
  let site: Site | undefined;
  let browser: Browser | undefined;
  let context: BrowserContext | undefined;
  let page: Page | undefined;
  let trouble: string[] = [];

  beforeAll(async () => {
    site = await serveSite(await buildSiteOnce(inject('siteFolder')));
    browser = await launchBrowser();
    context = await browser.newContext({ locale: 'en-US', reducedMotion: 'reduce' });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    site?.close();
  });
  beforeEach(async () => {
    page = await context?.newPage();
    page?.setDefaultTimeout(8_000);
    trouble = [];
    page?.on('pageerror', (error) => trouble.push(error.message));
  });
  afterEach(async () => {
    await page?.evaluate(() => localStorage.clear()).catch(() => undefined);
    await page?.close();
    await context?.clearPermissions();
    expect(trouble).toEqual([]);
  });

  const shown = (): Page => {
    if (page === undefined) throw new Error('there is no window before the first test');
    return page;
  };
  return {
    get page() {
      return shown();
    },
    open: (scene) => shown().goto(`${site?.address}?scene=${scene}`),
    button: (name) => shown().getByRole('button', { name, exact: true }),
    heading: (name) => shown().getByRole('heading', { name }),
    disclose: (title) => shown().locator('summary', { hasText: title }).click(),
    focused: () =>
      shown().evaluate(() => {
        const { activeElement } = document;
        return activeElement?.getAttribute('name') ?? activeElement?.textContent;
      }),
    asked: () => shown().evaluate(() => window.fake.world.asked),
    comeBack: (reason) => shown().evaluate((given) => window.fake.world.comeBack?.(given), reason),
  };
}
