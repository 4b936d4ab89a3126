import { app, shell } from 'electron';
import type { Log, Opener } from '../core/ports.ts';
import { toOpenable } from './external.ts';

export type ShellOpener = Opener & {
  /** Opens one of the menu's own pages in the browser. */
  openPage(address: string): void;
};

/** The only place that hands an address to another program. */
export function createOpener(log: Log): ShellOpener {
  const open = async (address: string): Promise<boolean> => {
    const openable = toOpenable(address, { telHandledElsewhere: isTelHandledElsewhere() });
    if (openable === undefined) {
      log.info('not opened in another program', { scheme: address.split(':')[0] });
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
    openTel: (number) => open(`tel:${number}`),
    openPage: (address) => void open(address),
  };
}

function isTelHandledElsewhere(): boolean {
  return app.getApplicationNameForProtocol('tel:') !== '' && !app.isDefaultProtocolClient('tel');
}
