import { randomUUID } from 'node:crypto';

const prefix = 'data:text/html,stand-in-blank-';

/** The address of an empty page that can be told from every other. */
export function createBlankUrl(): string {
  return `${prefix}${randomUUID()}`;
}

/** Whether a page shows nothing yet: what it does then is none of the app's business. */
export function isBlankUrl(url: string): boolean {
  return url.startsWith(prefix);
}

/** An expression that tells the same inside a page. */
export const isBlankExpression = `globalThis.location.href.startsWith('${prefix}')`;
