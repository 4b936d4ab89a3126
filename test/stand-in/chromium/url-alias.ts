/**
 * Chromium aborts a navigation to a scheme it does not know before anyone could answer it, so pages
 * of `app://host/…` live under `https://host.app.stand-in.invalid/…` inside Chromium. `.invalid` never
 * resolves (RFC 6761); request interception answers it. Main sees only the original addresses.
 */
const aliasSuffix = '.stand-in.invalid';

const standardSchemes = new Set([
  'http:',
  'https:',
  'file:',
  'data:',
  'blob:',
  'about:',
  'ws:',
  'wss:',
]);
const openedByOthers = new Set(['mailto:', 'tel:', 'sms:', 'javascript:', 'chrome:', 'devtools:']);

/** Turns an address of a custom scheme into the one Chromium loads; leaves every other as it is. */
export function toAlias(url: string): string {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)(.*)$/is.exec(url);
  if (!match) return url;
  const [, scheme = '', authority = '', rest = ''] = match;
  const protocol = `${scheme.toLowerCase()}:`;
  if (standardSchemes.has(protocol) || openedByOthers.has(protocol)) return url;
  const { hostname, port } = new URL(`http://${authority}`);
  const path = rest.startsWith('/') ? rest : `/${rest}`;
  return `https://${hostname}.${scheme.toLowerCase()}${aliasSuffix}${port ? `:${port}` : ''}${path}`;
}

const aliasPattern = /https:\/\/([^/?#:"\s]+)\.([a-z][a-z0-9+-]*)\.stand-in\.invalid(:\d+)?/;
const alias = new RegExp(`^${aliasPattern.source}(?=$|[/?#])`);
const everyAlias = new RegExp(aliasPattern.source, 'g');

/** Turns an address from Chromium back into the one the app knows. */
export function fromAlias(url: string): string {
  return url.replace(alias, '$2://$1$3');
}

/** Turns every address in a text from Chromium back into the one the app knows. */
export function fromAliasesIn(text: string): string {
  return text.includes(aliasSuffix) ? text.replace(everyAlias, '$2://$1$3') : text;
}

/** Whether Chromium's address stands for one of a custom scheme. */
export function isAlias(url: string): boolean {
  return fromAlias(url) !== url;
}

/** The scheme of an address, without its colon. */
export function schemeOf(url: string): string {
  return url.slice(0, Math.max(0, url.indexOf(':'))).toLowerCase();
}

/** The origin as Electron reports it for standard schemes: `app://host`, or `null` as text. */
export function originOf(url: string): string {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)/i.exec(url);
  if (!match || schemeOf(url) === 'file') return schemeOf(url) === 'file' ? 'file://' : 'null';
  return `${match[1]}://${match[2]}`;
}

/** Lets a content security policy that names a custom scheme mean the same thing in Chromium. */
export function aliasPolicy(policy: string, scheme: string): string {
  return policy
    .replaceAll(new RegExp(`\\b${scheme}://[^\\s;,]+`, 'g'), (source) => toAlias(source))
    .replaceAll(
      new RegExp(`(^|[\\s;,])${scheme}:(?=$|[\\s;,])`, 'g'),
      `$1https://*.${scheme}${aliasSuffix}`,
    );
}
