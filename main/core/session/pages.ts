import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { languageTag } from '../../../shared/strings/language.ts';
import { strings } from '../../../shared/strings/strings.ts';

/** What the browser shows at the end of a sign-in. */
export type Page =
  | { readonly kind: 'signed-in'; readonly name: string | undefined }
  | { readonly kind: 'denied' }
  | { readonly kind: 'failed' }
  /** A redirect of another sign-in, one that came twice, or one that someone made up. */
  | { readonly kind: 'foreign' }
  | { readonly kind: 'not-found' };

type PageWords = { readonly title: string; readonly text: string };

const words = strings.signInPage;

function toWords(page: Page): PageWords & { readonly status: number } {
  switch (page.kind) {
    case 'signed-in':
      return { status: 200, ...words.signedIn(page.name) };
    case 'denied':
      return { status: 200, ...words.denied };
    case 'failed':
      return { status: 200, ...words.failed };
    case 'foreign':
      return { status: 400, ...words.foreign };
    case 'not-found':
      return { status: 404, ...words.notFound };
  }
}

const style = `
  :root { color-scheme: light dark; }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center;
    font: 1.0625rem/1.45 system-ui, sans-serif;
    color: light-dark(#1a1a21, #ececf2); background: light-dark(#f3f3f6, #131317); }
  main { max-width: 26rem; margin: 1.5rem; padding: 2rem; border-radius: 0.75rem;
    background: light-dark(#ffffff, #1b1b21); border: 1px solid light-dark(#e1e1e8, #2e2e37); }
  svg { display: block; box-sizing: border-box; width: 2.5rem; height: 2.5rem; margin-bottom: 1rem;
    padding: 0.5rem; border-radius: 50%; fill: none; stroke: currentcolor; stroke-width: 2.5;
    stroke-linecap: round; stroke-linejoin: round;
    color: light-dark(#80520a, #f0bd66); background: light-dark(#fdf3df, #38301d); }
  .done { color: light-dark(#1a6b3c, #74d49b); background: light-dark(#e4f5ea, #1d3427); }
  h1 { margin: 0 0 0.5rem; font-size: 1.25rem; line-height: 1.25; overflow-wrap: anywhere; }
  p { margin: 0; text-wrap: pretty; color: light-dark(#5a5a66, #a9a9b6); }
  small { display: block; margin-bottom: 1.25rem; font-weight: 600; }
`;

/** Drawn in the page itself: a tick, or an exclamation mark. */
const marks = {
  done: '<svg class="done" viewBox="0 0 24 24" aria-hidden="true"><path d="M5 12.5 9.5 17 19 7.5"/></svg>',
  open: '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 5v9m0 5v.01"/></svg>',
};

/**
 * Answers a request with a page that needs nothing else: no script, no picture, no other address;
 * it is not kept, and it tells nobody where it came from. Resolves when it is out or the browser
 * is gone.
 */
export function sendPage(response: ServerResponse, page: Page): Promise<void> {
  const { status, title, text } = toWords(page);
  const mark = page.kind === 'signed-in' ? marks.done : marks.open;
  const styleHash = createHash('sha256').update(style).digest('base64');
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    Connection: 'close',
  });
  return new Promise((resolve) => {
    if (response.destroyed) return resolve();
    response.once('close', () => resolve());
    response.end(
      `<!doctype html><html lang="${languageTag()}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)} – Sidetone</title><style>${style}</style></head><body><main><small>Sidetone</small>${mark}<h1>${escape(title)}</h1><p>${escape(text)}</p></main></body></html>`,
    );
  });
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
