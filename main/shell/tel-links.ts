import type { App } from 'electron';
import type { TelLinks } from '../core/ports.ts';

/** The part of Electron's `app` that knows which program opens a scheme. */
export type SchemeOwners = Pick<App, 'isDefaultProtocolClient' | 'getApplicationNameForProtocol'>;

/** Asks the system who opens `tel:` links; changes nothing. */
export function createTelLinks(owners: SchemeOwners): TelLinks {
  return {
    standing() {
      try {
        if (owners.isDefaultProtocolClient('tel')) return 'sidetone';
        // An empty name is all there is when no program is set, and when the system cannot be asked.
        return owners.getApplicationNameForProtocol('tel:') === '' ? 'unknown' : 'other';
      } catch {
        return 'unknown';
      }
    },
  };
}
