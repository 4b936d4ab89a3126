import { app, safeStorage } from 'electron';
import { createCore, type Core } from '../core/core.ts';
import type { DemoAccount, Log, Notifier, Opener, Profiles } from '../core/ports.ts';
import { bundle } from './bundle.ts';
import { openJsonFile } from './json-file.ts';
import { prepareProfileFolder } from './profile-folder.ts';
import { createSecrets } from './secrets.ts';
import { createSettingsStore } from './settings-store.ts';
import type { ProfileName } from './shell-state.ts';
import { systemClock, systemRandom } from './system.ts';

/** What every core gets, whatever its profile. */
export type CommonPorts = {
  readonly userData: string;
  readonly notifier: Notifier;
  readonly opener: Opener;
  readonly log: Log;
};

/** Builds the core of one profile on this computer: its folder, its vault, its settings. */
export async function buildCore(
  common: CommonPorts,
  profile: ProfileName,
  profiles: Profiles,
  demo: DemoAccount | undefined,
): Promise<Core> {
  const { log } = common;
  const folder = prepareProfileFolder(common.userData, profile);
  const now = systemClock.now();
  return createCore({
    clock: systemClock,
    random: systemRandom,
    secrets: await createSecrets({
      crypto: safeStorage,
      vault: openJsonFile(folder, 'vault', now),
      platform: process.platform,
      log,
    }),
    settings: createSettingsStore(openJsonFile(folder, 'settings', now)),
    fetch: globalThis.fetch,
    notifier: common.notifier,
    opener: common.opener,
    log,
    paths: { profile: folder, databaseWorker: bundle.databaseWorker },
    profiles,
    demo,
    info: {
      version: app.getVersion(),
      platform: `${process.platform} ${process.arch}`,
      runtime: `Electron ${process.versions.electron}`,
    },
  });
}
