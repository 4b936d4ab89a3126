import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { Failure } from '../../../shared/failure.ts';
import { buildSite, launchBrowser, serveSite, type Site } from './site.ts';

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

/** Builds the window once for a file of tests, and gives each test a fresh page of it. */
export function useWindow(): Window {
  const folder = mkdtempSync(join(tmpdir(), 'sidetone-site-'));
  let site: Site | undefined;
  let browser: Browser | undefined;
  let page: Page | undefined;
  let trouble: string[] = [];

  beforeAll(async () => {
    await buildSite(folder);
    site = await serveSite(folder);
    browser = await launchBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    site?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    page = await browser?.newPage({ locale: 'en-US', reducedMotion: 'reduce' });
    page?.setDefaultTimeout(8_000);
    trouble = [];
    page?.on('pageerror', (error) => trouble.push(error.message));
  });
  afterEach(async () => {
    await page?.close();
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
