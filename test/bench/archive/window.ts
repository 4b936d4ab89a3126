import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { Page } from 'playwright';
import { build } from 'vite';
import { launchBrowser, serveSite } from '../../renderer/harness/site.ts';
import { createWorld } from '../../renderer/harness/world.ts';
import { percentile, type Figure } from '../figures.ts';
import { openCore, timeInTurns, type OpenCore } from './open-core.ts';
import { ensureArchive } from './seed.ts';
import { keystrokes, scrollThrough, type Frames, type Key } from './window-page.ts';

const typed = ['closing', 'quitclaim', '5550142', 'rate lender'] as const;

/** The real window on an archive of 100,000: how soon results are painted, how smoothly it scrolls. */
export async function benchWindow(): Promise<readonly Figure[]> {
  const core = await openCore(await ensureArchive(100_000));
  const folder = mkdtempSync(join('out', 'bench-cache', 'site-'));
  await buildWindow(folder);
  const site = await serveSite(folder);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ locale: 'en-US', viewport: { width: 1280, height: 800 } });
    await lendBridge(page, core);

    await page.goto(site.address);
    await page.getByRole('navigation').waitFor();
    return [...(await measureTyping(page, core)), ...(await measureScrolling(page))];
  } finally {
    await browser.close();
    site.close();
    await core.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function buildWindow(folder: string): Promise<unknown> {
  return build({
    root: fileURLToPath(new URL('../../../renderer', import.meta.url)),
    base: './',
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    css: { modules: { localsConvention: 'camelCase' } },
    build: {
      outDir: join(process.cwd(), folder),
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4_000,
    },
  });
}

/** The core behind the window; only that somebody is signed in is made up, because nobody is. */
async function lendBridge(page: Page, { core }: OpenCore): Promise<void> {
  const { session } = createWorld('demo');
  await page.exposeFunction('askCore', (name: string, input: unknown) =>
    name === 'session.get'
      ? { ok: true, value: { ...session, demo: false } }
      : core.router.call(name, input ?? undefined),
  );
  await page.addInitScript(() => {
    const { askCore } = globalThis as unknown as {
      askCore: (name: string, input: unknown) => Promise<unknown>;
    };
    Object.defineProperty(window, 'bridge', {
      value: { call: askCore, on: () => () => undefined },
    });
  });
}

async function measureTyping(page: Page, core: OpenCore): Promise<readonly Figure[]> {
  await page.keyboard.press('Control+f');
  const field = page.getByRole('combobox', { name: 'Search everything' });
  await field.waitFor();
  const keys: Key[] = [];
  for (const text of ['warm', ...typed]) {
    await field.fill('');
    const measured = await keystrokes(page, field, text);
    if (text !== 'warm') keys.push(...measured);
  }
  const bare: number[] = [];
  for (const { text } of keys) {
    const [ms = 0] = await timeInTurns([() => core.ask('search.find', { text })]);
    bare.push(ms);
  }
  const painted = keys.map(({ ms }) => ms);
  const of = (name: string, share: number): Figure => ({
    name: `Keystroke to painted results, ${name}`,
    unit: 'ms',
    ours: percentile(painted, share),
    against: 'the search itself',
    other: percentile(bare, share),
  });
  return [of('median', 0.5), of('worst', 1)];
}

async function measureScrolling(page: Page): Promise<readonly Figure[]> {
  await page.getByRole('navigation').getByRole('button', { name: 'Calls', exact: true }).click();
  const list = page.getByRole('list', { name: 'Call history', exact: true });
  await list.getByRole('listitem').first().waitFor();
  const idle = await scrollThrough(list, 0);
  const steady = await scrollThrough(list, 120);
  const flung = await scrollThrough(list, 6_000);
  const late = ({ late: count, count: all }: Frames): number => (count / all) * 100;
  const compare = (name: string, unit: string, ours: number, other: number): Figure => ({
    name,
    unit,
    ours,
    against: 'standing still',
    other,
  });
  return [
    compare('Frames over 16.7 ms, scrolling steadily', '%', late(steady), late(idle)),
    compare('Frames over 16.7 ms, flung along', '%', late(flung), late(idle)),
    compare('Longest frame, scrolling steadily', 'ms', steady.longestMs, idle.longestMs),
    compare('Frames with a row missing, scrolling steadily', '%', gapShare(steady), gapShare(idle)),
  ];
}

function gapShare({ gaps, count }: Frames): number {
  return (gaps / count) * 100;
}
