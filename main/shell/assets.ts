import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import { isOwnAddress } from './app-url.ts';

/** All that a page may load or reach: its own files. It has no network, main has it. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** What the build leaves in `out/renderer`; a file of any other kind is not ours to serve. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** A file to answer with, or the HTTP status of a refusal. */
export type Asset =
  { readonly path: string; readonly type: string } | { readonly refused: 400 | 404 | 405 };

/** Finds the file behind an address, which must lie inside `folder` once everything is decoded. */
export function resolveAsset(method: string, address: string, folder: string): Asset {
  if (method !== 'GET') return { refused: 405 };
  const url = URL.parse(address);
  if (url === null || !isOwnAddress(address)) return { refused: 404 };
  const name = decode(url.pathname);
  if (name === undefined || /[\\\0]/.test(name)) return { refused: 400 };
  const root = resolve(folder);
  const path = resolve(root, `.${name === '/' ? '/index.html' : name}`);
  const type = types[extname(path)];
  if (!path.startsWith(root + sep) || type === undefined) return { refused: 404 };
  return { path, type };
}

/** Answers a request for `app://` from the files of one folder. */
export async function answerFrom(folder: string, request: Request): Promise<Response> {
  const asset = resolveAsset(request.method, request.url, folder);
  if ('refused' in asset) return new Response(undefined, { status: asset.refused });
  const body = await readFile(asset.path).catch(() => undefined);
  if (body === undefined) return new Response(undefined, { status: 404 });
  return new Response(new Uint8Array(body), {
    headers: {
      'Content-Type': asset.type,
      'Content-Security-Policy': contentSecurityPolicy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
    },
  });
}

function decode(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}
