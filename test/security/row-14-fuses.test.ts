import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AfterPackContext } from 'electron-builder';
import { expect, describe, it, onTestFinished } from 'vitest';
import { setFuses } from '../../build/after-pack.ts';
import { releaseFuses } from '../../build/fuses.ts';
import { packageConfig } from '../../build/package.config.ts';
import { fuseBytes } from '../../scripts/packaging/dummy-runtime.ts';
import { judgeFuses } from '../../scripts/packaging/fuses.ts';

const config = packageConfig({ flavour: 'release', env: {}, output: 'out', prepared: 'out' });

/** A program that carries Electron's fuses as Electron ships them. */
function makeProgram(): { readonly context: AfterPackContext; readonly program: string } {
  const appOutDir = mkdtempSync(join(tmpdir(), 'sidetone-fuses-'));
  onTestFinished(() => rmSync(appOutDir, { recursive: true }));
  const program = join(appOutDir, 'sidetone');
  writeFileSync(program, fuseBytes);
  const packager = { executableName: 'sidetone', appInfo: { productFilename: 'Sidetone' } };
  return {
    program,
    context: { appOutDir, electronPlatformName: 'linux', packager } as unknown as AfterPackContext,
  };
}

// `npm run package -- --check` reads them back from every package it makes.
describe('security 14: each fuse is decided about', () => {
  it('one way, in so many words', () => {
    expect(releaseFuses).toEqual({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableCookieEncryption: true,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
      loadBrowserProcessSpecificV8Snapshot: false,
      wasmTrapHandlers: true,
    });
    expect(config.electronFuses).toMatchObject({ runAsNode: false, onlyLoadAppFromAsar: true });
    expect(config.afterPack).toBeTypeOf('function');
  });

  it('is set in the program, and read back as set', async () => {
    const { context, program } = makeProgram();
    expect(await judgeFuses(program, releaseFuses)).not.toEqual([]);
    await setFuses(context, releaseFuses);
    expect(await judgeFuses(program, releaseFuses)).toEqual([]);
  });
});
