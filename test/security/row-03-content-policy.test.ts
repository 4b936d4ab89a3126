import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { serveRenderer } from '../../main/shell/protocol.ts';
import { noMedia } from '../../main/shell/media.ts';
import { read, root } from '../rules/source.ts';
import { asked } from './support/electron.ts';
import { filesWith } from './support/product.ts';

vi.mock('electron', () => import('./support/electron.ts'));

const pages = ['index.html', 'card.html', 'quick.html'];

/** What the protocol handler answers a page with. */
async function policyOf(page: string): Promise<ReadonlyMap<string, string>> {
  serveRenderer(join(root, 'renderer'), () => Promise.resolve(noMedia()));
  const answer = await asked.protocols.get('app')?.(new Request(`app://sidetone/${page}`));
  expect(answer?.status).toBe(200);
  const policy = answer?.headers.get('content-security-policy') ?? '';
  return new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources.join(' ')];
    }),
  );
}

describe('security 3: a page may load its own files and nothing else', () => {
  it.each(pages)('%s comes with the policy as a header', async (page) => {
    expect(Object.fromEntries(await policyOf(page))).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      // The spelling checker works beside the page.
      'worker-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self' data: blob:",
      'media-src': "'self' blob:",
      'font-src': "'self'",
      'connect-src': "'self'",
      'frame-src': "'none'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
    });
  });

  it('there is no second, looser policy for work on it: pages are always the built ones', () => {
    for (const page of pages) expect(read(`renderer/${page}`)).not.toMatch(/http-equiv/i);
    expect(filesWith(/unsafe-inline|unsafe-eval|ELECTRON_RENDERER_URL|bypassCSP:\s*true/)).toEqual(
      [],
    );
  });
});
