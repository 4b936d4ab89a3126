import { describe, expect, it } from 'vitest';
import { linkSchemes } from '../../../shared/model/links.ts';
import { createMacHandlers, type MacApp } from '../../../main/shell/links/mac.ts';
import { createWindowsHandlers } from '../../../main/shell/links/windows.ts';

const program = 'C:\\Users\\Ada\\AppData\\Local\\Programs\\sidetone\\Sidetone.exe';

function makeWindows(
  owner: { readonly path: string; readonly name: string } | undefined,
  options: { readonly isPackaged?: boolean; readonly opens?: boolean } = {},
) {
  const world = { opened: 0, owner };
  const handlers = createWindowsHandlers({
    app: {
      isPackaged: options.isPackaged ?? true,
      getApplicationInfoForProtocol: () =>
        world.owner === undefined
          ? Promise.reject(new Error('Unable to retrieve installation path to app'))
          : Promise.resolve({ ...world.owner, icon: {} as Electron.NativeImage }),
    },
    program,
    openDefaultApps: () => {
      world.opened += 1;
      return Promise.resolve(options.opens ?? true);
    },
  });
  return { world, handlers };
}

describe('links on Windows', () => {
  it('are ours when our own program would be started, in any case of its letters', async () => {
    const { handlers, world } = makeWindows({ path: program.toUpperCase(), name: 'Sidetone' });
    expect(await handlers.get()).toEqual({
      standings: { tel: 'sidetone', callto: 'sidetone', sms: 'sidetone' },
      otherName: undefined,
      way: 'choose',
      platform: 'windows',
      canGiveBack: false,
    });
    world.owner = { path: 'C:\\Windows\\phone.exe', name: 'Phone Link' };
    expect(await handlers.get()).toMatchObject({
      standings: { tel: 'other' },
      otherName: 'Phone Link',
    });
    world.owner = undefined;
    expect(await handlers.standing('tel')).toBe('none');
  });

  it('are the user’s to choose: taking and giving back open the settings, and change nothing', async () => {
    const { handlers, world } = makeWindows(undefined);
    expect(await handlers.take()).toMatchObject({ ok: true });
    expect(await handlers.giveBack()).toMatchObject({ ok: true });
    expect(world.opened).toBe(2);
    expect(await handlers.standing('tel')).toBe('none');
  });

  it('say so when the settings did not open', async () => {
    const { handlers } = makeWindows(undefined, { opens: false });
    expect(await handlers.take()).toMatchObject({ failure: { message: 'links.not-registered' } });
  });

  it('cannot be chosen for a copy that no installer has registered', async () => {
    const { handlers, world } = makeWindows(undefined, { isPackaged: false });
    expect((await handlers.get()).way).toBe('unsupported');
    expect(await handlers.take()).toMatchObject({ failure: { message: 'links.unsupported' } });
    expect(world.opened).toBe(0);
  });
});

function makeMac(options: { readonly isPackaged?: boolean; readonly obeys?: boolean } = {}) {
  const owners = new Map<string, string>([['tel', 'FaceTime']]);
  const app: MacApp = {
    isPackaged: options.isPackaged ?? true,
    isDefaultProtocolClient: (scheme) => owners.get(scheme) === 'Sidetone',
    setAsDefaultProtocolClient: (scheme) => {
      if (options.obeys !== false) owners.set(scheme, 'Sidetone');
      return options.obeys !== false;
    },
    removeAsDefaultProtocolClient: (scheme) => {
      if (owners.get(scheme) !== 'Sidetone') return false;
      owners.set(scheme, 'FaceTime');
      return true;
    },
    getApplicationNameForProtocol: (url) => owners.get(url.slice(0, -1)) ?? '',
  };
  return { owners, app, handlers: createMacHandlers(app) };
}

describe('links on macOS', () => {
  it('are taken by a packaged app, and given to the system’s own program', async () => {
    const { handlers, owners } = makeMac();
    expect(await handlers.get()).toEqual({
      standings: { tel: 'other', callto: 'none', sms: 'none' },
      otherName: 'FaceTime',
      way: 'register',
      platform: 'mac',
      canGiveBack: true,
    });
    expect(await handlers.take()).toMatchObject({ ok: true });
    expect([...owners.keys()].toSorted()).toEqual([...linkSchemes].toSorted());
    expect(await handlers.standing('sms')).toBe('sidetone');
    expect(await handlers.giveBack()).toMatchObject({ ok: true });
    expect(await handlers.standing('tel')).toBe('other');
  });

  it('are said not to be registered when macOS did not do it', async () => {
    const { handlers } = makeMac({ obeys: false });
    expect(await handlers.take()).toMatchObject({ failure: { message: 'links.not-registered' } });
  });

  it('cannot be taken by a copy without a package: it has no Info.plist of its own', async () => {
    const { handlers, owners } = makeMac({ isPackaged: false });
    expect((await handlers.get()).way).toBe('unsupported');
    expect(await handlers.take()).toMatchObject({ failure: { message: 'links.unsupported' } });
    expect(owners.get('tel')).toBe('FaceTime');
  });

  it('are unknown when the system cannot be asked', async () => {
    const { app } = makeMac();
    const broken = createMacHandlers({
      ...app,
      isDefaultProtocolClient: () => {
        throw new Error('no LaunchServices');
      },
    });
    expect(await broken.standing('tel')).toBe('unknown');
  });
});
