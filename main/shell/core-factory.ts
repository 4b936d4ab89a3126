import { join } from 'node:path';
import { app, clipboard, globalShortcut, safeStorage } from 'electron';
import { createCore, type Core } from '../core/core.ts';
import type {
  CardWindow,
  FileDialogs,
  LinkHandlers,
  Log,
  MainWindow,
  Notifier,
  Opener,
  PolicyFile,
  Ports,
  QuickWindow,
  Secrets,
  SettingsStore,
  Shortcuts,
  Updater,
} from '../core/ports.ts';
import { openArchiveRegister, type ArchiveRegister } from './archive-register.ts';
import { bundle } from './bundle.ts';
import { environmentFor } from './environment.ts';
import type { CoreSeat } from './host.ts';
import { openJsonFile, type JsonFile } from './json-file.ts';
import {
  createCardWindowLender,
  createQuickWindowLender,
  createSecretsLender,
  type SecretsLender,
} from './lending.ts';
import { readThisPolicy } from './policy-file.ts';
import { prepareProfileFolder } from './profile-folder.ts';
import { createSecrets } from './secrets.ts';
import { createSettingsStore } from './settings-store.ts';
import type { ProfileName } from './shell-state.ts';
import { createShortcutLender, readDesktopSession } from './shortcut.ts';
import { systemClock, systemRandom } from './system.ts';

/** What every core gets, whatever its profile. */
export type CommonPorts = {
  readonly userData: string;
  readonly notifier: Notifier;
  readonly opener: Opener;
  readonly linkHandlers: LinkHandlers;
  readonly cardWindow: CardWindow;
  readonly quickWindow: QuickWindow;
  readonly mainWindow: MainWindow;
  readonly fileDialogs: FileDialogs;
  readonly updater: Updater;
  readonly log: Log;
};

export type CoreFactory = {
  buildCore(seat: CoreSeat): Promise<Core>;
  registerOf(profile: ProfileName): ArchiveRegister;
  /** The path of the archive that a profile opens. */
  archiveOf(profile: ProfileName): string;
};

/** What outlives the cores of one profile: each has them in turn. */
type Profile = {
  readonly folder: string;
  readonly register: ArchiveRegister;
  readonly secrets: () => Promise<SecretsLender>;
};

/** Builds the cores of this computer's profiles: each with its folder, its vault, its settings. */
export function createCoreFactory(common: CommonPorts): CoreFactory {
  const { log } = common;
  const profiles = new Map<ProfileName, Profile>();
  const shortcuts = createShortcutLender({
    keys: globalShortcut,
    clipboard,
    session: readDesktopSession(process.platform, process.env),
    log,
  });

  const cardWindows = createCardWindowLender(common.cardWindow);
  const quickWindows = createQuickWindowLender(common.quickWindow);

  // Once: what an administrator changes holds from the next start.
  const policy = readThisPolicy();

  const profileOf = (name: ProfileName): Profile => {
    const known = profiles.get(name);
    if (known !== undefined) return known;
    const opened = openProfile(prepareProfileFolder(common.userData, name), log);
    profiles.set(name, opened);
    return opened;
  };

  return {
    registerOf: (profile) => profileOf(profile).register,
    archiveOf(name) {
      const { folder, register } = profileOf(name);
      return join(folder, register.open);
    },
    async buildCore(seat) {
      const profile = profileOf(seat.profile);
      const settings = createSettingsStore(openFile(profile.folder, 'settings'));
      const secrets = (await profile.secrets()).lend();
      try {
        const core = createCore(
          toPorts(common, seat, {
            folder: profile.folder,
            policy: await policy,
            settings,
            secrets,
            shortcuts: shortcuts.lend(),
            cardWindow: cardWindows.lend(),
            quickWindow: quickWindows.lend(),
          }),
        );
        return { ...core, stop: () => core.stop().finally(secrets.giveBack) };
      } catch (error) {
        secrets.giveBack();
        throw error;
      }
    },
  };
}

function toPorts(
  common: CommonPorts,
  seat: CoreSeat,
  own: {
    readonly folder: string;
    readonly policy: PolicyFile;
    readonly settings: SettingsStore;
    readonly secrets: Secrets;
    readonly shortcuts: Shortcuts;
    readonly cardWindow: CardWindow;
    readonly quickWindow: QuickWindow;
  },
): Ports {
  return {
    clock: systemClock,
    random: systemRandom,
    secrets: own.secrets,
    settings: own.settings,
    policy: own.policy,
    fetch: globalThis.fetch,
    notifier: common.notifier,
    opener: common.opener,
    fileDialogs: common.fileDialogs,
    log: common.log,
    paths: {
      profile: own.folder,
      databaseWorker: bundle.databaseWorker,
      placesWorker: bundle.placesWorker,
    },
    profiles: seat.profiles,
    archives: seat.archives,
    linkHandlers: common.linkHandlers,
    shortcuts: own.shortcuts,
    cardWindow: own.cardWindow,
    quickWindow: own.quickWindow,
    mainWindow: common.mainWindow,
    updater: common.updater,
    environment: environmentFor(seat.profile, process.env),
    demo: seat.demo,
    info: {
      version: app.getVersion(),
      platform: `${process.platform} ${process.arch}`,
      runtime: `Electron ${process.versions.electron}`,
      isPackaged: app.isPackaged,
    },
  };
}

function openProfile(folder: string, log: Log): Profile {
  let vault: Promise<SecretsLender> | undefined;
  return {
    folder,
    register: openArchiveRegister({ folder, file: openFile(folder, 'archives'), log }),
    secrets: () => (vault ??= openVault(folder, log)),
  };
}

async function openVault(folder: string, log: Log): Promise<SecretsLender> {
  const secrets = await createSecrets({
    crypto: safeStorage,
    vault: openFile(folder, 'vault'),
    platform: process.platform,
    clock: systemClock,
    log,
  });
  return createSecretsLender(secrets);
}

function openFile(folder: string, name: string): JsonFile {
  return openJsonFile(folder, name, systemClock.now());
}
