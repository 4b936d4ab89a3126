import react from '@vitejs/plugin-react';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright';
import { build } from 'vite';
import { film } from '../../../simulator/messages/film.ts';
import { drawPicture } from '../../../simulator/messages/picture.ts';
import { speak } from '../../../simulator/messages/voice.ts';
import { findChromium } from '../../stand-in/chromium/find.ts';

/** How long a busy machine may take to build it. */
const longestBuildMs = 100_000;

const policy =
  "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self'; connect-src 'self'";
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

/** What the product's media answer for what people sent; undefined for a recording. */
function sentFile(file: string): { readonly type: string; readonly bytes: Buffer } | undefined {
  const [, sort, n = ''] = /^media\/attachment-(\w+)-(\d+)$/.exec(file) ?? [];
  if (sort === 'picture') return { type: 'image/png', bytes: drawPicture(Number(n)) };
  if (sort === 'video') return { type: 'video/webm', bytes: film() };
  if (sort === undefined || sort === 'sound') return undefined;
  return { type: 'application/octet-stream', bytes: Buffer.from('MZ') };
}

/** Ten seconds of nothing to hear, in ranges, for every recording but one that is no sound at all. */
function answerMedia(file: string, request: IncomingMessage, response: ServerResponse): void {
  const sent = sentFile(file);
  const silence = (): Buffer =>
    file.endsWith('-broken') ? Buffer.from('no sound') : speak(10, 1).fill(128, 44);
  const sound = sent?.bytes ?? silence();
  const [, first = '0'] = /^bytes=(\d+)-/.exec(request.headers.range ?? '') ?? [];
  response.writeHead(206, {
    'content-type': sent?.type ?? 'audio/wav',
    'content-range': `bytes ${first}-${sound.length - 1}/${sound.length}`,
  });
  response.end(sound.subarray(Number(first)));
}

/** The real renderer around a fake bridge, on loopback, under the product's own content policy. */
export type Site = { readonly address: string; readonly close: () => void };

/** Builds the site into a folder of the caller's; never part of the product. */
export async function buildSite(folder: string): Promise<void> {
  const before = process.env['NODE_ENV'];
  // As the product is built. A runner of tests says `test`, which brings React's slow half for developers.
  process.env['NODE_ENV'] = 'production';
  try {
    await bundle(folder);
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}

async function bundle(folder: string): Promise<void> {
  await build({
    root: fileURLToPath(new URL('.', import.meta.url)),
    base: './',
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    build: {
      target: 'esnext',
      rolldownOptions: {
        input: ['index.html', 'card.html', 'small.html', 'quick.html'].map((page) =>
          fileURLToPath(new URL(page, import.meta.url)),
        ),
      },
      outDir: folder,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // Loaded from this computer: its size is nobody's waiting time.
      chunkSizeWarningLimit: 4_000,
    },
  });
}

/**
 * The site of this run, built by whoever needs it first; others wait. Answers the folder, and rejects
 * when the build of another did not end.
 */
export async function buildSiteOnce(folder: string): Promise<string> {
  const site = join(folder, 'site');
  const done = join(folder, 'done');
  try {
    mkdirSync(join(folder, 'begun'));
  } catch {
    for (const end = Date.now() + longestBuildMs; !existsSync(done); await pause(100))
      if (Date.now() > end) throw new Error('the window was not built');
    return site;
  }
  await buildSite(site);
  writeFileSync(done, '');
  return site;
}

export async function serveSite(folder: string): Promise<Site> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    const file = path === '/' ? 'index.html' : path.slice(1);
    if (file === 'favicon.ico') return void response.writeHead(204).end();
    // Between two tests.
    if (file === 'blank.html')
      return void response.writeHead(200, { 'content-type': types['.html'] }).end();
    if (file.startsWith('media/')) return answerMedia(file, request, response);
    try {
      const body = readFileSync(join(folder, file));
      response.writeHead(200, {
        'content-type': types[extname(file)] ?? 'text/plain',
        'content-security-policy': policy,
        // Files with a hash in their name; a page after another reads them once.
        ...(file.startsWith('assets/') && { 'cache-control': 'max-age=3600, immutable' }),
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

/**
 * What Chromium does beside showing the page. Above all the list under its address bar: a page of its
 * own, which loads for every window, shown or not, and costs more than ours. The others are of those
 * that Playwright itself turns off, by the same switch.
 */
const unwanted = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'MediaRouter',
  'OptimizationHints',
  'PaintHolding',
  'Translate',
];

export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium(process.env);
  return chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: [
      // Chromium refuses to run as root with its sandbox; the pages are our own.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      // Nothing is drawn on a graphics card.
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--disable-features=${unwanted.join(',')}`,
    ],
  });
}
