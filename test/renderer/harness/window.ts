import type { Browser, BrowserContext, Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest';
import type { Failure } from '../../../shared/failure.ts';
import { buildSiteOnce, launchBrowser, serveSite, type Site } from './site.ts';

/** The window in a browser, as one test after another uses it. */
export type Window = {
  readonly page: Page;
  /** Opens a scene in the main window, or in the window of another of the site's documents. */
  readonly open: (scene: string, document?: string) => Promise<unknown>;
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

const size = { width: 1280, height: 720 };

let started: Promise<{ readonly site: Site; readonly browser: Browser }> | undefined;

/** One browser for all the files of this process; it ends with the process. */
function start(): NonNullable<typeof started> {
  started ??= (async () => {
    const site = await serveSite(await buildSiteOnce(inject('siteFolder')));
    const browser = await launchBrowser();
    // One that has died takes no other file with it.
    browser.once('disconnected', () => (started = undefined));
    return { site, browser };
  })();
  return started;
}

/**
 * Opens the window in a profile of the file's own, for one test after another. They share a page,
 * because a new one costs more than most tests do: what a test has kept is gone before the next, what
 * it has loaded is not. A page of which more could remain is closed.
 */
export function useWindow(): Window {
  let site: Site | undefined;
  let context: BrowserContext | undefined;
  let page: Page | undefined;
  let trouble: string[] = [];
  let spoiled = false;

  beforeAll(async () => {
    const shared = await start();
    site = shared.site;
    context = await shared.browser.newContext({
      locale: 'en-US',
      reducedMotion: 'reduce',
      viewport: size,
    });
  }, 120_000);
  afterAll(() => context?.close());
  beforeEach(async () => {
    trouble = [];
    spoiled = false;
    if (page !== undefined) return;
    page = await context?.newPage();
    page?.setDefaultTimeout(8_000);
    page?.on('pageerror', (error) => trouble.push(error.message));
    if (page !== undefined) noticeLasting(page, () => (spoiled = true));
  });
  afterEach(async ({ task }) => {
    const used = page;
    if (spoiled || task.result?.state === 'fail') page = undefined;
    if (used !== undefined) await clear(used, `${site?.address}blank.html`);
    const others = context?.pages().filter((each) => each !== page) ?? [];
    await Promise.all(others.map((each) => each.close()));
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
    open: (scene, document = '') => shown().goto(`${site?.address}${document}?scene=${scene}`),
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

/** Leaves the document, and forgets what it kept and how the test had set the page. */
async function clear(page: Page, blank: string): Promise<void> {
  await page.goto(blank);
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await page.mouse.move(-1, -1);
  await page.emulateMedia({ media: null, colorScheme: 'light', reducedMotion: 'reduce' });
  const now = page.viewportSize();
  if (now?.width !== size.width || now.height !== size.height) await page.setViewportSize(size);
}

/** Tells when a test does to a page what no document that follows can undo. */
function noticeLasting(page: Page, onUse: () => void): void {
  const notice = <T extends object>(on: T, names: readonly (keyof T)[]): void => {
    for (const name of names) {
      const real = on[name] as (...given: unknown[]) => unknown;
      const noticed = (...given: unknown[]) => (onUse(), real.apply(on, given));
      on[name] = noticed as T[typeof name];
    }
  };
  notice(page, [
    'addInitScript',
    'exposeBinding',
    'exposeFunction',
    'route',
    'setExtraHTTPHeaders',
  ]);
  notice(page.clock, ['install', 'pauseAt', 'setFixedTime', 'setSystemTime']);
  // A key or button that stays down.
  notice(page.keyboard, ['down']);
  notice(page.mouse, ['down']);
}
