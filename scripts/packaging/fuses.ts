import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import type { Fuses } from '../../build/fuses.ts';
import type { Troubles } from './findings.ts';

type FuseName = Extract<keyof Fuses, string>;

const options: Readonly<Record<FuseName, FuseV1Options>> = {
  runAsNode: FuseV1Options.RunAsNode,
  enableCookieEncryption: FuseV1Options.EnableCookieEncryption,
  enableNodeOptionsEnvironmentVariable: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
  enableNodeCliInspectArguments: FuseV1Options.EnableNodeCliInspectArguments,
  enableEmbeddedAsarIntegrityValidation: FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
  onlyLoadAppFromAsar: FuseV1Options.OnlyLoadAppFromAsar,
  loadBrowserProcessSpecificV8Snapshot: FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
  grantFileProtocolExtraPrivileges: FuseV1Options.GrantFileProtocolExtraPrivileges,
  wasmTrapHandlers: FuseV1Options.WasmTrapHandlers,
};

/** Reads the fuses of a packed program back, and says which are not as they should be. */
export async function judgeFuses(program: string, wanted: Fuses): Promise<Troubles> {
  const wire = (await getCurrentFuseWire(program)) as unknown as Readonly<
    Record<string, FuseState>
  >;
  const known = new Set(Object.values(options).map(String));
  const unknown = Object.keys(wire).filter((key) => /^\d+$/.test(key) && !known.has(key));
  const wrong = (Object.keys(options) as readonly FuseName[]).filter(
    (name) => wire[options[name]] !== (wanted[name] ? FuseState.ENABLE : FuseState.DISABLE),
  );
  return [
    ...unknown.map((key) => `fuse ${key} is new in this Electron, and not decided about`),
    ...wrong.map((name) => `${name} is not ${wanted[name] ? 'on' : 'off'}`),
  ];
}
