import type { Configuration } from 'electron-builder';
import { describe, expect, it } from 'vitest';
import { tidyInfoPlist } from '../../../build/after-pack.ts';
import { releaseFuses } from '../../../build/fuses.ts';
import { packageConfig, type Flavour } from '../../../build/package.config.ts';
import { packageFolder } from '../../../build/shipped-packages.ts';
import { updateSource } from '../../../build/updates.config.ts';
import { explainFailure, forgetEmptySecrets } from '../../../scripts/packaging/builder.ts';
import { linkSchemes } from '../../../shared/model/links.ts';

const configOf = (env: NodeJS.ProcessEnv = {}, flavour: Flavour = 'release'): Configuration =>
  packageConfig({ flavour, env, output: 'dist', prepared: 'out/package' });

// What the fuses, the archive and the flavours promise is held by test/security, row by row.
it('hands the builder every fuse that it knows, and the rest to its own step', () => {
  const { wasmTrapHandlers: _byHook, ...known } = releaseFuses;
  expect(configOf().electronFuses).toEqual(known);
  expect(configOf().disableAsarIntegrity).toBeUndefined();
});

describe('the flavour for the end-to-end suite', () => {
  it('is one that Electron takes for unpackaged, so that it lets itself be debugged', () => {
    const test = configOf({}, 'test');
    expect([test.executableName, test.linux?.executableName]).toEqual(['electron', 'electron']);
    expect(test.linux?.files).toEqual(configOf().linux?.files);
    expect(configOf().executableName).toBeUndefined();
  });

  it('never becomes an update of the real one', () => {
    expect(configOf({ SIDETONE_UPDATES: 'https://updates.example/' }, 'test').publish).toBeNull();
  });
});

describe('where updates come from', () => {
  it('is nowhere, unless the build says so', () => {
    expect(updateSource({})).toBeUndefined();
    expect(updateSource({ GITHUB_REPOSITORY: 'somebody/fork' })).toBeUndefined();
    expect(configOf().publish).toBeNull();
  });

  it('is an address, over https alone', () => {
    const url = 'https://updates.example/';
    expect(updateSource({ SIDETONE_UPDATES: url })).toEqual({ provider: 'generic', url });
    expect(() => updateSource({ SIDETONE_UPDATES: 'http://updates.example/' })).toThrow(/https/);
  });

  it('is the repository of a release workflow, as a draft', () => {
    const env = { SIDETONE_RELEASE: '1', GITHUB_REPOSITORY: 'somebody/sidetone' };
    expect(updateSource(env)).toEqual({
      provider: 'github',
      owner: 'somebody',
      repo: 'sidetone',
      releaseType: 'draft',
    });
  });
});

describe('the packages', () => {
  it('are those that were promised', () => {
    const { linux, win, mac, nsis, appId } = configOf();
    expect(appId).toBe('app.sidetone.desktop');
    expect(linux?.target).toEqual(['AppImage', 'deb', 'rpm']);
    expect(win?.target).toEqual(['nsis']);
    expect(mac?.target).toEqual(['dmg', 'zip']);
    // One installer that asks: for this user or for everybody.
    expect(nsis).toMatchObject({ oneClick: false, perMachine: false, allowElevation: true });
    expect(nsis?.deleteAppDataOnUninstall).toBe(false);
  });

  it('open phone links, and keep the sandbox on', () => {
    const config = configOf();
    const protocols = [config.protocols].flat();
    expect(protocols.flatMap((protocol) => protocol?.schemes)).toEqual([...linkSchemes]);
    expect(config.deb?.executableArgs).toEqual(['--', '%u']);
    expect(config.rpm?.executableArgs).toEqual(['--', '%u']);
    expect(config.appImage?.executableArgs).toEqual(['--']);
    expect(JSON.stringify(config)).not.toMatch(/no-sandbox/);
  });

  it('are signed and notarized when the keys are there', () => {
    expect(configOf().mac).toMatchObject({ hardenedRuntime: false, notarize: false });
    const signed = { CSC_LINK: 'certificate', APPLE_API_KEY: 'key' };
    expect(configOf(signed).mac).toMatchObject({ hardenedRuntime: true, notarize: true });
    expect(configOf({ CSC_LINK: '' }).mac).toMatchObject({ hardenedRuntime: false });
  });
});

it('asks macOS for no device and for no plain HTTP', () => {
  const info = {
    CFBundleName: 'Sidetone',
    NSCameraUsageDescription: 'any app',
    NSAppTransportSecurity: { NSAllowsArbitraryLoads: true },
  };
  expect(tidyInfoPlist(info)).toEqual({
    CFBundleName: 'Sidetone',
    NSAppTransportSecurity: { NSAllowsLocalNetworking: true },
  });
});

it('knows which package a module comes from', () => {
  expect(packageFolder('/app/node_modules/ws/lib/a.js?x')).toBe('/app/node_modules/ws');
  expect(packageFolder('\0/app/node_modules/@rc-ex/ws/a.js')).toBe('/app/node_modules/@rc-ex/ws');
  expect(packageFolder('/a/node_modules/x/node_modules/y/z.js')).toBe(
    '/a/node_modules/x/node_modules/y',
  );
  expect(packageFolder('C:\\app\\node_modules\\ws\\a.js')).toBe('C:/app/node_modules/ws');
  expect(packageFolder('/app/main/index.ts')).toBeUndefined();
});

it('says what to do where nothing can be downloaded', () => {
  const refused = Object.assign(new Error('getaddrinfo ENOTFOUND'), {
    name: 'RequestError',
    code: 'ENOTFOUND',
  });
  expect(explainFailure(refused)).toMatchObject({
    name: 'Trouble',
    message: expect.stringContaining('--check') as string,
  });
  const bug = new TypeError('x is not a function');
  expect(explainFailure(bug)).toBe(bug);
});

it('takes a secret that a workflow does not have for none', () => {
  const env = {
    CSC_LINK: '',
    WIN_CSC_LINK: '',
    APPLE_API_ISSUER: '',
    CSC_NAME: 'somebody',
    PATH: '',
  };
  forgetEmptySecrets(env);
  expect(env).toEqual({ CSC_NAME: 'somebody', PATH: '' });
});
