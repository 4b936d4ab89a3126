/** Addresses of our own making that the menu opens in the browser. */
export const helpPages = {
  developerConsole: 'https://developers.ringcentral.com/',
  serviceStatus: 'https://status.ringcentral.com/',
} as const;

const hosts = new Set(Object.values(helpPages).map((address) => new URL(address).host));

/**
 * Judges an address before it is handed to another program: answers it in its parsed form, or
 * undefined when it must not be opened. A `tel:` address passes only with a dialable number, and
 * only while its handler is a program other than ourselves, or the link would come straight back.
 */
export function toOpenable(
  address: string,
  around: { readonly telHandledElsewhere: boolean },
): string | undefined {
  const url = URL.parse(address);
  if (url === null || url.username !== '' || url.password !== '') return undefined;
  switch (url.protocol) {
    case 'https:':
      return hosts.has(url.host) ? url.href : undefined;
    case 'tel:':
      return around.telHandledElsewhere && /^tel:\+?[0-9*#]{1,32}$/.test(url.href)
        ? url.href
        : undefined;
    default:
      return undefined;
  }
}
