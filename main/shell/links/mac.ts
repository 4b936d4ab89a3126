import type { App } from 'electron';
import { failure } from '../../../shared/failure.ts';
import { linkSchemes, type LinkScheme, type LinkStanding } from '../../../shared/model/links.ts';
import { fail, ok } from '../../../shared/result.ts';
import type { LinkHandlers } from '../../core/ports.ts';
import { standingsOf } from './standings.ts';

/** What of Electron's `app` knows which program opens a scheme. */
export type MacApp = Pick<
  App,
  | 'isPackaged'
  | 'isDefaultProtocolClient'
  | 'setAsDefaultProtocolClient'
  | 'removeAsDefaultProtocolClient'
  | 'getApplicationNameForProtocol'
>;

/**
 * macOS knows the schemes from the package's `Info.plist`; a program can ask to be the one that opens
 * them, and the user finds the same choice in FaceTime's settings.
 */
export function createMacHandlers(app: MacApp): LinkHandlers {
  const standing = (scheme: LinkScheme): LinkStanding => {
    try {
      if (app.isDefaultProtocolClient(scheme)) return 'sidetone';
      return app.getApplicationNameForProtocol(`${scheme}:`) === '' ? 'none' : 'other';
    } catch {
      return 'unknown';
    }
  };
  return {
    standing: (scheme) => Promise.resolve(standing(scheme)),
    async get() {
      const standings = await standingsOf((scheme) => Promise.resolve(standing(scheme)));
      return {
        standings,
        otherName:
          standings.tel === 'other' ? app.getApplicationNameForProtocol('tel:') : undefined,
        way: app.isPackaged ? 'register' : 'unsupported',
        platform: 'mac',
        canGiveBack: app.isPackaged,
      };
    },
    take() {
      if (!app.isPackaged)
        return Promise.resolve(fail(failure('unsupported', 'links.unsupported')));
      for (const scheme of linkSchemes) app.setAsDefaultProtocolClient(scheme);
      return Promise.resolve(
        standing('tel') === 'sidetone' ? ok() : fail(failure('rejected', 'links.not-registered')),
      );
    },
    giveBack() {
      // Electron gives a scheme to the system's own program, and touches none that is not ours.
      for (const scheme of linkSchemes) app.removeAsDefaultProtocolClient(scheme);
      return Promise.resolve(ok());
    },
  };
}
