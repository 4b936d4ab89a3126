import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import { apiScopes } from '../../../shared/model/local-api.ts';
import { locale } from '../../../shared/strings/language.ts';
import { strings } from '../../../shared/strings/strings.ts';

const words = strings.localApi;

const style = `
  :root { color-scheme: light dark; }
  body { margin: 0; font: 1rem/1.55 system-ui, sans-serif;
    color: light-dark(#1a1a21, #ececf2); background: light-dark(#ffffff, #131317); }
  main { max-width: 52rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
  h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 0.5rem; }
  h2 { font-size: 1.2rem; margin: 2.5rem 0 0.5rem; }
  h3 { font-size: 1rem; margin: 1.75rem 0 0.25rem; }
  p { margin: 0.25rem 0 0.75rem; }
  code, pre { font: 0.9rem/1.5 ui-monospace, monospace; }
  pre { padding: 0.9rem 1rem; overflow-x: auto; border-radius: 0.5rem;
    background: light-dark(#f3f3f6, #1f1f26); }
  dt { font-weight: 600; } dd { margin: 0 0 0.5rem; }
  a { color: light-dark(#3d4ac2, #a9b2ff); }
  .soft { color: light-dark(#5a5a66, #a9a9b6); }
`;
const styleHash = createHash('sha256').update(style).digest('base64');

/** What the page may do: show its words in its own style, and nothing else. */
export const pagePolicy = [
  `default-src 'none'`,
  `style-src 'sha256-${styleHash}'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
].join('; ');

/** An operation as the document tells of it. */
export type ListedOperation = {
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly scopes: readonly string[];
};

/** The page that tells a person how the API at this address is used. */
export function drawPage(base: string, operations: readonly ListedOperation[]) {
  const { page } = words;
  const section = (title: string, text: string) =>
    html`<h2>${title}</h2>
      <p>${text}</p>`;
  return html`<!doctype html>
    <html lang="${locale()}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${words.document.title}</title>
        ${raw(`<style>${style}</style>`)}
      </head>
      <body>
        <main>
          <h1>${words.document.title}</h1>
          <p>${words.document.about}</p>
          <p><a href="/openapi.json">${page.document}</a></p>
          ${section(page.begin, page.beginText)}
          <pre>${examples(base)}</pre>
          <h2>${page.scopes}</h2>
          <dl>
            ${apiScopes.map(
              (scope) =>
                html`<dt><code>${scope}</code></dt>
                  <dd>${words.scopes[scope]}</dd>`,
            )}
          </dl>
          ${section(page.once, page.onceText)} ${section(page.errors, page.errorsText)}
          ${section(page.limits, page.limitsText)} ${section(page.browsers, page.browsersText)}
          <h2>${page.operations}</h2>
          ${operations.map(drawOperation)}
        </main>
      </body>
    </html>`;
}

function drawOperation({ method, path, summary, description, scopes }: ListedOperation) {
  return html`<h3>${summary}</h3>
    <p><code>${method.toUpperCase()} ${path}</code></p>
    <p>
      ${description} <span class="soft">${scopes.map((scope) => words.page.takes(scope))}</span>
    </p>`;
}

/** A session that can be pasted into a shell; the numbers are nobody's. */
function examples(base: string): string {
  const at = (path: string): string => `"${base}/api/v1/ringcentral/${path}"`;
  const auth = '-H "Authorization: Bearer $SIDETONE_TOKEN"';
  const json = '-H "Content-Type: application/json"';
  return `SIDETONE_TOKEN=sidetone_…

curl ${auth} \\
  ${at('status')}

curl ${auth} ${json} \\
  -d '{"to_number": "+12125550142"}' \\
  ${at('call')}

curl ${auth} ${json} \\
  -H "Idempotency-Key: reminder-4711" \\
  -d '{"to_number": "+12125550142", "message": "See you at ten."}' \\
  ${at('sms')}

curl ${auth} \\
  ${at('call-log?limit=10')}`;
}
