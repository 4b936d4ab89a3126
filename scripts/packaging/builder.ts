import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import builder, { type Configuration, type PackagerOptions } from 'electron-builder';
import { packageConfig, type Flavour } from '../../build/package.config.ts';
import { inRoot } from '../paths.ts';
import { makeIcns, makeIco } from './icons.ts';
import { isPermissive, readNotice, shippedFolders, writeNotices, type Notice } from './notices.ts';
import type { System } from './systems.ts';
import { Trouble } from '../trouble.ts';

/** The computers there are packages for. */
export type Architecture = 'x64' | 'arm64';

export type Job = {
  readonly system: System;
  /** Built together: one file tells the updater of all of them. */
  readonly archs: readonly Architecture[];
  readonly flavour: Flavour;
  /** The unpacked tree alone, without installers. */
  readonly isDir: boolean;
  readonly env: NodeJS.ProcessEnv;
  readonly output: string;
  readonly changes?: (config: Configuration) => Configuration;
  /** See electron-builder: hears what a target would be made of, and says whether that is enough. */
  readonly effectiveOptionComputed?: PackagerOptions['effectiveOptionComputed'];
};

/** Makes icons and notices, which every package takes in. Throws when a package's terms are not ours to accept. */
export function prepare(folder: string): readonly Notice[] {
  const notices = shippedFolders().map(readNotice);
  const strange = notices.filter(({ licence }) => !isPermissive(licence));
  if (strange.length > 0) {
    const list = strange.map(({ name, licence }) => `${name} (${licence})`).join(', ');
    throw new Trouble(`Nobody has looked at the terms of: ${list}.`);
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'icon.ico'), makeIco());
  writeFileSync(join(folder, 'icon.icns'), makeIcns());
  writeFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), writeNotices(notices));
  return notices;
}

/** A workflow sets a secret that it does not have to nothing, which electron-builder takes for a certificate. */
export function forgetEmptySecrets(env: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(env)) {
    if (/^(?:WIN_)?CSC_|^APPLE_API_/.test(name) && env[name] === '') delete env[name];
  }
}

export const preparedFolder = inRoot('out', 'package');

/** Runs electron-builder; answers with the files it made. Nothing is ever uploaded. */
export async function runBuilder(job: Job): Promise<readonly string[]> {
  const { system, archs, flavour, isDir, env, output, changes = (same) => same } = job;
  const platform = {
    linux: builder.Platform.LINUX,
    win: builder.Platform.WINDOWS,
    mac: builder.Platform.MAC,
  }[system];
  const config = changes(packageConfig({ flavour, env, output, prepared: preparedFolder }));
  const building = builder.build({
    targets: platform.createTarget(
      isDir ? 'dir' : null,
      ...archs.map((arch) => builder.Arch[arch]),
    ),
    projectDir: inRoot(),
    config,
    publish: 'never',
    ...(job.effectiveOptionComputed && { effectiveOptionComputed: job.effectiveOptionComputed }),
  });
  return building.catch((error: unknown) => {
    throw explainFailure(error);
  });
}

/** A failed download, in words that say what to do; any other error as it is. */
export function explainFailure(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { code } = error as NodeJS.ErrnoException;
  const isNetwork =
    /^(?:Request|HTTP|Timeout)Error$/.test(error.name) ||
    /^E(?:NOTFOUND|CONN|TIMEDOUT|AI_)/.test(code ?? '');
  if (!isNetwork) return error;
  return new Trouble(
    `electron-builder could not download what it needs (${error.message}). ` +
      'Where that is not possible, "npm run package -- --check" packs around a dummy runtime and verifies the result.',
  );
}

/** The folder that electron-builder leaves an unpacked tree in. */
export function unpackedFolder(system: System, arch: Architecture, output: string): string {
  const suffix = arch === 'x64' ? '' : `-${arch}`;
  return join(output, system === 'mac' ? `mac${suffix}` : `${system}${suffix}-unpacked`);
}

/** The architecture of this computer, as far as there are packages for it. */
export function ownArch(): Architecture {
  return process.arch === 'arm64' ? 'arm64' : 'x64';
}
