/** The scheme the window is served from, and the only host under it. */
export const appScheme = 'app';
export const appHost = 'sidetone';

/** The addresses of the pages: the main window's, the cards', and the one of a quick text. */
export const appAddress = `${appScheme}://${appHost}/index.html`;
export const cardAddress = `${appScheme}://${appHost}/card.html`;
export const quickAddress = `${appScheme}://${appHost}/quick.html`;

/** Whether an address is our own: parsed, never compared by its beginning. */
export function isOwnAddress(address: string): boolean {
  const url = URL.parse(address);
  return (
    url !== null &&
    url.protocol === `${appScheme}:` &&
    url.host === appHost &&
    url.username === '' &&
    url.password === ''
  );
}
