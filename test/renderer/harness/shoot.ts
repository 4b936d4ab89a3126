/**
 * Builds the renderer around the fake bridge, serves it under the product's own content policy and
 * takes a picture of every scene: `node test/renderer/harness/shoot.ts [name …]`.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright';
import { build } from 'vite';
import { scenes, sizes } from './scenes.ts';
import { config } from './vite.config.ts';

const out = fileURLToPath(new URL('../../../out/harness/', import.meta.url));
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'";
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

await build(config);
const server = createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://x').pathname;
  const file = path === '/' ? 'index.html' : path.slice(1);
  if (file === 'favicon.ico') return void response.writeHead(204).end();
  try {
    const body = readFileSync(join(out, 'site', file));
    response.writeHead(200, {
      'content-type': types[extname(file)] ?? 'text/plain',
      'content-security-policy': policy,
    });
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
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
server.close();
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
  await page.goto(`${address}?scene=${world}`);
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
