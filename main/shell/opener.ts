import { shell } from 'electron';
import type { LinkHandlers, Log, Opener } from '../core/ports.ts';
import { systemSettings, toOpenableLink, toOpenablePage, toOpenableTel } from './external.ts';

/** What the shell itself opens besides. */
export type ShellOpener = Opener & {
  /** A page of the system's settings; answers false when it could not be opened. */
  openSettings(page: keyof typeof systemSettings): Promise<boolean>;
};

/** The only place that hands an address to another program. */
export function createOpener(
  log: Log,
  whoOpensTel: () => ReturnType<LinkHandlers['standing']>,
): ShellOpener {
  const open = async (openable: string | undefined): Promise<boolean> => {
    if (openable === undefined) {
      log.info('an address was not handed to another program');
      return false;
    }
    try {
      await shell.openExternal(openable);
      return true;
    } catch (error) {
      log.error('another program could not be opened', error);
      return false;
    }
  };
  return {
    openPage: (url) => open(toOpenablePage(url)),
    openLink: (url) => open(toOpenableLink(url)),
    // Only while another program handles them, or the link would come straight back to us.
    openTel: async (number) =>
      open((await whoOpensTel()) === 'other' ? toOpenableTel(number) : undefined),
    openSettings: (page) => open(systemSettings[page]),
  };
}
