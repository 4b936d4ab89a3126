import type { AfterPackContext, Configuration } from 'electron-builder';
import { setFuses, tidyBundle } from './after-pack.ts';
import { builderFuses, releaseFuses, testFuses } from './fuses.ts';
import { linksConfig } from './links.config.ts';
import {
  electronLanguages,
  nativeBinary,
  shippedPackages,
  type ShippedPackage,
} from './shipped.config.ts';
import { homepage, updateSource } from './updates.config.ts';

/** `release` is what people get; `test` can be driven by the end-to-end suite and is never shipped. */
export type Flavour = 'release' | 'test';

export type PackageOptions = {
  readonly flavour: Flavour;
  readonly env: NodeJS.ProcessEnv;
  /** Where the packages go. */
  readonly output: string;
  /** A folder with what was made for them: `icon.ico`, `icon.icns`, `THIRD-PARTY-NOTICES.txt`. */
  readonly prepared: string;
};

type FileSet = { readonly from: string; readonly to: string; readonly filter: string[] };

/** All that makes a package, in electron-builder's words. */
export function packageConfig(options: PackageOptions): Configuration {
  const { flavour, env, output, prepared } = options;
  const fuses = flavour === 'test' ? testFuses : releaseFuses;
  const page = homepage(env);
  return {
    appId: 'app.sidetone.desktop',
    productName: 'Sidetone',
    copyright: 'Copyright © 2026 The Sidetone authors',
    artifactName: 'Sidetone-${version}-${os}-${arch}.${ext}',
    directories: { output, buildResources: 'build' },
    protocols: linksConfig.protocols.map(({ schemes, ...rest }) => ({
      ...rest,
      schemes: [...schemes],
    })),
    publish: flavour === 'test' ? null : (updateSource(env) ?? null),
    // A beta writes the channel file of the betas alone; a release those of both.
    generateUpdatesFilesForAllChannels: true,
    extraMetadata: {
      // What a Linux desktop knows the windows by.
      desktopName: `${linksConfig.linux.executableName}.desktop`,
      ...(page === undefined ? {} : { homepage: page }),
    },
    ...contents(prepared),
    electronLanguages: [...electronLanguages],
    electronFuses: builderFuses(fuses),
    async afterPack(context: AfterPackContext) {
      if (context.electronPlatformName === 'darwin') await tidyBundle(context);
      await setFuses(context, fuses);
    },
    ...linux(),
    ...windows(prepared),
    ...mac(env, prepared),
    ...(flavour === 'test' && namedElectron()),
  };
}

/**
 * Electron takes an app whose program is called `electron` for one that is being worked on: then Sidetone
 * lets itself be debugged, as Playwright has to, and has nothing to update.
 */
function namedElectron(): Configuration {
  return { executableName: 'electron', linux: { ...linux().linux, executableName: 'electron' } };
}

/** What is in the archive, what lies beside it, and that nothing else does. */
function contents(prepared: string): Configuration {
  return {
    asar: true,
    // A library can be loaded from a file alone. Everything else stays where its integrity is checked.
    asarUnpack: ['**/*.node'],
    files: [
      'package.json',
      'out/main/**/*.{js,png}',
      'out/preload/index.cjs',
      'out/renderer/**/*',
      '!**/*.map',
      ...shippedPackages.map(fileSet),
    ],
    extraResources: [
      { from: `${prepared}/THIRD-PARTY-NOTICES.txt`, to: 'THIRD-PARTY-NOTICES.txt' },
      { from: 'LICENSE', to: 'LICENSE.sidetone.txt' },
    ],
    // Nothing is installed or compiled for a package: `files` names all that ships of node_modules.
    beforeBuild: () => Promise.resolve(false),
  };
}

function fileSet({ name, files }: ShippedPackage): FileSet {
  return { from: `node_modules/${name}`, to: `node_modules/${name}`, filter: [...files] };
}

function linux(): Configuration {
  const { executableName, executableArgs } = linksConfig.linux;
  return {
    linux: {
      target: ['AppImage', 'deb', 'rpm'],
      icon: 'build/icons',
      category: 'Network;Telephony;',
      synopsis: 'Calls and texts over RingCentral',
      maintainer: 'The Sidetone authors',
      vendor: 'The Sidetone authors',
      syncDesktopName: true,
      executableName,
      files: [fileSet(nativeBinary('linux'))],
    },
    deb: { executableArgs: [...executableArgs] },
    rpm: { executableArgs: [...executableArgs] },
    // Here electron-builder adds the place of the link itself.
    appImage: { executableArgs: executableArgs.filter((arg) => arg !== '%u') },
    // Needs no libfuse2, and its entry no `--no-sandbox`.
    toolsets: { appimage: '1.0.3' },
  };
}

function windows(prepared: string): Configuration {
  return {
    win: {
      target: ['nsis'],
      icon: `${prepared}/icon.ico`,
      files: [fileSet(nativeBinary('win32'))],
    },
    nsis: {
      ...linksConfig.nsis,
      // One installer for both: it asks whether it is for this user or for everybody.
      oneClick: false,
      selectPerMachineByDefault: false,
      allowElevation: true,
      // A person's archive outlives the program.
      deleteAppDataOnUninstall: false,
      createDesktopShortcut: false,
      installerLanguages: ['en_US', 'es_ES'],
      shortcutName: 'Sidetone',
    },
  };
}

function mac(env: NodeJS.ProcessEnv, prepared: string): Configuration {
  const isSigned = [env['CSC_LINK'], env['CSC_NAME']].some(Boolean);
  return {
    mac: {
      target: ['dmg', 'zip'],
      icon: `${prepared}/icon.icns`,
      category: 'public.app-category.business',
      files: [fileSet(nativeBinary('darwin'))],
      // The hardened runtime refuses libraries that nobody signed, and so would refuse our own.
      hardenedRuntime: isSigned,
      gatekeeperAssess: false,
      entitlements: 'build/mac/entitlements.plist',
      entitlementsInherit: 'build/mac/entitlements.plist',
      notarize: isSigned && [env['APPLE_API_KEY'], env['APPLE_ID']].some(Boolean),
    },
  };
}
