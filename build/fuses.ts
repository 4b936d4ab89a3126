import type { Configuration } from 'electron-builder';

/** The fuses that electron-builder knows. */
type BuilderFuses = NonNullable<Configuration['electronFuses']>;

/** Switches inside the Electron binary that an app cannot turn back at run time. */
export type Fuses = Required<Omit<BuilderFuses, 'resetAdHocDarwinSignature'>> & {
  /** Known to `@electron/fuses`, not yet to electron-builder. */
  readonly wasmTrapHandlers: boolean;
};

/** What every shipped Sidetone has: each fuse stated, so that none depends on Electron's default. */
export const releaseFuses: Fuses = {
  runAsNode: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  // One-way: cookies written with it cannot be read after turning it off.
  enableCookieEncryption: true,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  grantFileProtocolExtraPrivileges: false,
  loadBrowserProcessSpecificV8Snapshot: false,
  wasmTrapHandlers: true,
};

/**
 * What the end-to-end suite needs to drive a packaged Sidetone: Playwright starts Electron with
 * `--inspect`, which the released one ignores. Everything else is as it is released.
 */
export const testFuses: Fuses = { ...releaseFuses, enableNodeCliInspectArguments: true };

/** The part that electron-builder sets itself. */
export function builderFuses({ wasmTrapHandlers: _later, ...known }: Fuses): BuilderFuses {
  return known;
}
