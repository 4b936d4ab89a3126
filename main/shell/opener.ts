import { app, shell } from 'electron';
import type { Log, Opener } from '../core/ports.ts';
import { toOpenablePage, toOpenableTel } from './external.ts';
import { createTelLinks } from './tel-links.ts';

/** The only place that hands an address to another program. */
export function createOpener(log: Log): Opener {
  const telLinks = createTelLinks(app);
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
    // Only while another program handles them, or the link would come straight back to us.
    openTel: (number) => open(telLinks.standing() === 'other' ? toOpenableTel(number) : undefined),
  };
}
