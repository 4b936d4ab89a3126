import type { App } from 'electron';
import { failure } from '../../../shared/failure.ts';
import type { LinkScheme, LinkStanding } from '../../../shared/model/links.ts';
import { fail, ok } from '../../../shared/result.ts';
import type { LinkHandlers } from '../../core/ports.ts';
import { standingsOf } from './standings.ts';

export type WindowsTools = {
  readonly app: Pick<App, 'isPackaged' | 'getApplicationInfoForProtocol'>;
  /** The file that runs. */
  readonly program: string;
  readonly openDefaultApps: () => Promise<boolean>;
};

/**
 * On Windows the installer says what Sidetone can open and the user alone chooses: the choice is
 * sealed, and no program is to touch it. `isDefaultProtocolClient` looks at keys that the choice
 * overrules, so the program that would really be started is asked for.
 */
export function createWindowsHandlers(tools: WindowsTools): LinkHandlers {
  const { app } = tools;
  const ownerOf = async (
    scheme: LinkScheme,
  ): Promise<{ path: string; name: string } | undefined> => {
    try {
      return await app.getApplicationInfoForProtocol(`${scheme}:`);
    } catch {
      // The same answer for none and for a system that cannot be asked.
      return undefined;
    }
  };
  const standing = async (scheme: LinkScheme): Promise<LinkStanding> => {
    const owner = await ownerOf(scheme);
    if (owner === undefined) return 'none';
    return isSameFile(owner.path, tools.program) ? 'sidetone' : 'other';
  };
  /** Registering and giving back are both the user's own choice in the settings. */
  const openSettings: LinkHandlers['take'] = async () => {
    if (!app.isPackaged) return fail(failure('unsupported', 'links.unsupported'));
    return (await tools.openDefaultApps())
      ? ok()
      : fail(failure('rejected', 'links.not-registered'));
  };
  return {
    standing,
    async get() {
      const standings = await standingsOf(standing);
      return {
        standings,
        otherName: standings.tel === 'other' ? (await ownerOf('tel'))?.name : undefined,
        way: app.isPackaged ? 'choose' : 'unsupported',
        platform: 'windows',
        canGiveBack: false,
      };
    },
    take: openSettings,
    giveBack: openSettings,
  };
}

/** Windows tells no upper from lower case in file names. */
function isSameFile(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
