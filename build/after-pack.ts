import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { Arch, type AfterPackContext, type LinuxPackager } from 'electron-builder';
import * as plist from 'plist';
import type { Fuses } from './fuses.ts';

/** What a package is, or is in, on its system: the program itself, or the bundle on macOS. */
export function programOf({ appOutDir, electronPlatformName, packager }: AfterPackContext): string {
  const name = packager.appInfo.productFilename;
  if (electronPlatformName === 'darwin') return join(appOutDir, `${name}.app`);
  if (electronPlatformName === 'win32') return join(appOutDir, `${name}.exe`);
  return join(appOutDir, (packager as LinuxPackager).executableName);
}

/** Sets every fuse; throws when this Electron has one that we have not decided about. */
export async function setFuses(context: AfterPackContext, fuses: Fuses): Promise<void> {
  await flipFuses(programOf(context), {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    // Writing into a binary breaks its ad-hoc signature, without which Apple's chips run nothing.
    resetAdHocDarwinSignature:
      process.platform === 'darwin' &&
      context.electronPlatformName === 'darwin' &&
      context.arch === Arch.arm64,
    [FuseV1Options.RunAsNode]: fuses.runAsNode,
    [FuseV1Options.EnableCookieEncryption]: fuses.enableCookieEncryption,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]:
      fuses.enableNodeOptionsEnvironmentVariable,
    [FuseV1Options.EnableNodeCliInspectArguments]: fuses.enableNodeCliInspectArguments,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]:
      fuses.enableEmbeddedAsarIntegrityValidation,
    [FuseV1Options.OnlyLoadAppFromAsar]: fuses.onlyLoadAppFromAsar,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]:
      fuses.loadBrowserProcessSpecificV8Snapshot,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: fuses.grantFileProtocolExtraPrivileges,
    [FuseV1Options.WasmTrapHandlers]: fuses.wasmTrapHandlers,
  });
}

/**
 * Takes back what Electron and electron-builder allow any app on macOS: plain HTTP to everywhere (the
 * updater's own server is on loopback, which stays), and asking for camera, microphone or Bluetooth.
 */
export function tidyInfoPlist(info: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kept = Object.entries(info).filter(([key]) => !/^NS\w+UsageDescription$/.test(key));
  return { ...Object.fromEntries(kept), NSAppTransportSecurity: { NSAllowsLocalNetworking: true } };
}

/** Rewrites the `Info.plist` of a packed app. */
export async function tidyBundle(context: AfterPackContext): Promise<void> {
  const file = join(programOf(context), 'Contents', 'Info.plist');
  const info = plist.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  await writeFile(file, plist.build(tidyInfoPlist(info) as plist.PlistValue));
}
