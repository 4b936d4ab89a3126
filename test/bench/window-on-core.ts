import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { Page } from 'playwright';
import { build } from 'vite';
import { launchBrowser, serveSite } from '../renderer/harness/site.ts';
import { createWorld } from '../renderer/harness/world.ts';
import type { OpenCore } from './archive/open-core.ts';

/** The real window, built as it ships, in a browser. */
export type BenchWindow = { readonly page: Page; close(): Promise<void> };

/** Opens it on a core. */
export async function openWindowOn(core: OpenCore): Promise<BenchWindow> {
  const folder = mkdtempSync(join('out', 'bench-cache', 'site-'));
  await buildWindow(folder);
  const site = await serveSite(folder);
  const browser = await launchBrowser();
  const close = async (): Promise<void> => {
    await browser.close();
    site.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const page = await browser.newPage({ locale: 'en-US', viewport: { width: 1280, height: 800 } });
    await lendBridge(page, core);
    await page.goto(site.address);
    await page.getByRole('navigation').waitFor();
    return { page, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function buildWindow(folder: string): Promise<unknown> {
  return build({
    root: fileURLToPath(new URL('../../renderer', import.meta.url)),
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
