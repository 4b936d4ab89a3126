import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** The folder of the package that a module belongs to, by the module's id; undefined for our own. */
export function packageFolder(id: string): string | undefined {
  const path = id.replaceAll('\\', '/').replace(/^\0/, '').split('?')[0] ?? '';
  const match = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path);
  return match?.[1];
}

/**
 * Writes down, beside the bundle, the folders of the packages that went into it: whose licences have to
 * be told of is then a fact of the build and not of anybody's care.
 */
export function notePackages(part: string): Plugin {
  let folder = '';
  return {
    name: 'sidetone:note-packages',
    apply: 'build',
    configResolved({ root, build }) {
      folder = join(dirname(resolve(root, build.outDir)), 'packages');
    },
    generateBundle() {
      const found = [...this.getModuleIds()].flatMap((id) => packageFolder(id) ?? []);
      mkdirSync(folder, { recursive: true });
      const list = JSON.stringify([...new Set(found)].toSorted(), undefined, 2);
      writeFileSync(join(folder, `${part}.json`), list);
    },
  };
}
