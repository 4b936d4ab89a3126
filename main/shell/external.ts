/** Addresses of our own making that the menu opens in the browser. */
export const helpPages = {
  developerConsole: 'https://developers.ringcentral.com/',
  serviceStatus: 'https://status.ringcentral.com/',
} as const;

/** Pages of the system's own settings: constants, to which nothing is ever added. */
export const systemSettings = {
  /** What the installer has registered under this name. */
  defaultApps: 'ms-settings:defaultapps?registeredAppUser=Sidetone',
} as const;

/** Where RingCentral's sign-in page is on any of its servers (its guide to authorization). */
const signInPath = '/restapi/oauth/authorize';

/** This computer, as `URL` writes it. */
const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Judges the address of a page before the browser gets it: answers it in its parsed form, or
 * undefined when it must not be opened. `https:` passes; `http:` only for the sign-in page of a
 * server on this computer.
 */
export function toOpenablePage(address: string): string | undefined {
  const url = URL.parse(address);
  if (url === null || url.username !== '' || url.password !== '') return undefined;
  const isLocalSignIn =
    url.protocol === 'http:' && loopback.has(url.hostname) && url.pathname === signInPath;
  return url.protocol === 'https:' || isLocalSignIn ? url.href : undefined;
}

/**
 * Judges an address that somebody wrote in a text: `https:` and `http:`, without a user name that
 * could pass for the host, and never a program on this computer.
 */
export function toOpenableLink(address: string): string | undefined {
  const url = URL.parse(address);
  if (url === null || url.username !== '' || url.password !== '') return undefined;
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  return isThisComputer(url.hostname) ? undefined : url.href;
}

function isThisComputer(hostname: string): boolean {
  const host = hostname.replace(/\.$/, '');
  return (
    loopback.has(host) ||
    host.endsWith('.localhost') ||
    /^(?:127\.|0\.0\.0\.0$)/.test(host) ||
    /^\[::(?:ffff:7f|\]$)/.test(host)
  );
}

/** The `tel:` address of a number for another program; undefined when there is more to it than a number. */
export function toOpenableTel(number: string): string | undefined {
  const address = URL.parse(`tel:${number}`)?.href;
  return address !== undefined && /^tel:\+?[0-9*#]{1,32}$/.test(address) ? address : undefined;
}
