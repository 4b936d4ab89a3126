/**
 * What the command that Windows starts for a link has before the link: the installer writes it
 * (`build/windows/links.nsh`), and no argument without it is taken for a link there.
 */
export const linkMarker = '--open-link';

/** No link is longer; the reader of links says so of a longer one. */
export const longestLink = 1_024;

const ourSchemes = /^(?:tel|callto|sms|smsto):/i;

/**
 * The one link of a command line: what stands right after `--`, where nothing is a switch. Whatever
 * follows it counts for nothing, and so does a link anywhere else.
 */
export function linkOf(argv: readonly string[], platform: NodeJS.Platform): string | undefined {
  const end = argv.indexOf('--');
  if (end === -1) return undefined;
  if (platform === 'win32' && argv[end - 1] !== linkMarker) return undefined;
  return toLink(argv[end + 1]);
}

/** What another start of Sidetone tells the one that runs; Chromium hands it over as it is. */
export type HandedOver = {
  readonly link?: string;
  /** It was to begin in the tray: the one that runs stays as it is. */
  readonly isHidden?: true;
};

/** Reads what another start handed over: it is another process, and nothing it says is believed. */
export function readHandedOver(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || !Object.hasOwn(data, 'link')) return undefined;
  return toLink((data as { readonly link: unknown }).link);
}

/** Whether another start was to show nothing. */
export function readIsHidden(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'isHidden' in data && data.isHidden === true;
}

/** A link of our schemes; a longer one only so far that it can be seen to be too long. */
export function toLink(value: unknown): string | undefined {
  if (typeof value !== 'string' || !ourSchemes.test(value)) return undefined;
  return value.slice(0, longestLink + 1);
}
