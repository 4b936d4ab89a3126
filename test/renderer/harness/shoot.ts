/**
 * Builds the renderer around the fake bridge, serves it under the product's own content policy and
 * takes a picture of every scene: `node test/renderer/harness/shoot.ts [name …]`.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { scenes, sizes } from './scenes.ts';
import { buildSite, launchBrowser, serveSite } from './site.ts';

const out = fileURLToPath(new URL('../../../out/harness/', import.meta.url));
const folder = join(out, 'site');

await buildSite(folder);
const site = await serveSite(folder);
const browser = await launchBrowser();
const wanted = process.argv.slice(2);
const trouble: string[] = [];
mkdirSync(join(out, 'pictures'), { recursive: true });

for (const scene of scenes) {
  for (const size of scene.sizes ?? (['wide'] as const)) {
    for (const theme of scene.themes ?? (['light'] as const)) {
      const name = `${scene.name}-${size}-${theme}`;
      if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) continue;
      await shoot(name, scene.world ?? 'demo', sizes[size], theme, scene.act);
    }
  }
}
await browser.close();
site.close();
for (const line of trouble) console.error(line);
process.exitCode = trouble.length > 0 ? 1 : 0;

async function shoot(
  name: string,
  world: string,
  viewport: { width: number; height: number },
  theme: 'light' | 'dark',
  act: ((page: Page) => Promise<void>) | undefined,
): Promise<void> {
  const page = await browser.newPage({
    viewport,
    colorScheme: theme,
    reducedMotion: 'reduce',
    locale: 'en-US',
  });
  page.setDefaultTimeout(5_000);
  page.on('console', (line) => {
    if (line.type() === 'error' || line.type() === 'warning')
      trouble.push(`${name}: ${line.text()}`);
  });
  page.on('pageerror', (error) => trouble.push(`${name}: ${error.stack ?? error.message}`));
  await page.goto(`${site.address}?scene=${world}`);
  await page.waitForSelector('nav, form, main');
  try {
    await act?.(page);
  } catch (error) {
    trouble.push(`${name}: ${String(error)}`);
  }
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(120);
  await page.screenshot({ path: join(out, 'pictures', `${name}.png`) });
  await page.close();
}
