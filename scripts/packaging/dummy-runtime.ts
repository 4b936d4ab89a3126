import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as plist from 'plist';
import type { System } from './systems.ts';

/** Where the fuses begin in a binary; `@electron/fuses` looks for it. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** The nine fuses of version 1 as Electron ships them: not one as Sidetone wants all of them. */
const shippedWire = '101100011';
export const fuseBytes = Buffer.concat([
  Buffer.from(sentinel),
  Buffer.from([1, shippedWire.length]),
  Buffer.from(shippedWire),
]);

/** Some of the languages Chromium brings: those that are kept and some that are not. */
const languages = ['af', 'de', 'en-GB', 'en-US', 'es', 'es-419', 'fr', 'zh-CN'];

/**
 * Lays out what electron-builder takes for an unpacked Electron: its folders, an executable that
 * carries fuses, and its locales. Nothing in it runs.
 */
export function makeDummyRuntime(system: System, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  write(join(folder, 'LICENSE'), 'MIT, as Electron');
  write(join(folder, 'LICENSES.chromium.html'), '<p>as Chromium</p>');
  if (system === 'mac') return makeMac(join(folder, 'Electron.app', 'Contents'));
  for (const language of languages) write(join(folder, 'locales', `${language}.pak`), language);
  if (system === 'win') return write(join(folder, 'electron.exe'), makeExe());
  const program = join(folder, 'electron');
  write(
    program,
    Buffer.concat([Buffer.from('#!/bin/sh\nexit 0\n# '), fuseBytes, Buffer.from('\n')]),
  );
  chmodSync(program, 0o755);
  return write(join(folder, 'chrome-sandbox'), '');
}

function makeMac(contents: string): void {
  const folderOf = (language: string): string => `${language.replace('-', '_')}.lproj`;
  const framework = join(contents, 'Frameworks', 'Electron Framework.framework');
  const info = {
    CFBundleExecutable: 'Electron',
    CFBundleIdentifier: 'com.github.Electron',
    CFBundleIconFile: 'electron.icns',
    NSCameraUsageDescription: 'as every Electron asks',
    NSMicrophoneUsageDescription: 'as every Electron asks',
  };
  write(join(contents, 'Info.plist'), plist.build(info));
  write(join(contents, 'MacOS', 'Electron'), '');
  write(join(contents, 'Resources', 'electron.icns'), '');
  write(join(framework, 'Versions', 'A', 'Electron Framework'), fuseBytes);
  symlinkSync('A', join(framework, 'Versions', 'Current'));
  symlinkSync('Versions/Current/Electron Framework', join(framework, 'Electron Framework'));
  for (const language of languages) {
    write(join(contents, 'Resources', folderOf(language), 'empty'), '');
    write(
      join(framework, 'Versions', 'A', 'Resources', folderOf(language), 'locale.pak'),
      language,
    );
  }
  for (const part of ['', ' (Renderer)', ' (GPU)', ' (Plugin)']) {
    const name = `Electron Helper${part}`;
    const helper = join(contents, 'Frameworks', `${name}.app`, 'Contents');
    write(join(helper, 'Info.plist'), plist.build({ CFBundleExecutable: name }));
    write(join(helper, 'MacOS', name), '');
  }
}

/** A Windows program without code: version information, an icon's place, and the fuses as a resource. */
function makeExe(): Buffer {
  const { NtExecutable, NtExecutableResource, Resource } = loadResedit();
  const program = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(program);
  const version = Resource.VersionInfo.createEmpty();
  version.setStringValues({ lang: 0x409, codepage: 1200 }, { ProductName: 'Electron' });
  version.outputToResourceEntries(resources.entries);
  const bin = new Uint8Array(fuseBytes).buffer;
  resources.entries.push({ type: 10, id: 1, lang: 0x409, codepage: 1200, bin });
  resources.outputResource(program);
  return Buffer.from(program.generate());
}

/** electron-builder's own tool for Windows' resources. */
export function loadResedit(): typeof import('resedit') {
  const builder = createRequire(import.meta.url).resolve('electron-builder/package.json');
  const lib = createRequire(builder).resolve('app-builder-lib/package.json');
  return createRequire(lib)('resedit') as typeof import('resedit');
}

function write(file: string, content: string | Buffer): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
