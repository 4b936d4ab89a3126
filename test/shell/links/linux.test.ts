import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { linkSchemes } from '../../../shared/model/links.ts';
import {
  createLinuxHandlers,
  type LinksBefore,
  type LinuxTools,
} from '../../../main/shell/links/linux/handlers.ts';
import { createFakeLog } from '../support/fakes.ts';
import { hasPrograms } from './programs.ts';

let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'sidetone-links-'));
  writeFileSync(join(home, 'sidetone'), '#!/bin/sh\n');
  chmodSync(join(home, 'sidetone'), 0o755);
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** A desktop of the test's own: nothing of the user's is read or written. */
function makeDesktop(more: Partial<LinuxTools> = {}) {
  const env: Record<string, string> = {
    HOME: home,
    PATH: process.env['PATH'] ?? '',
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_CONFIG_DIRS: join(home, 'etc'),
    XDG_DATA_HOME: join(home, 'data'),
    XDG_DATA_DIRS: join(home, 'system'),
    XDG_CURRENT_DESKTOP: '',
  };
  const memory: { before: LinksBefore } = { before: {} };
  const log = createFakeLog();
  const run = (program: string, args: readonly string[]): string =>
    execFileSync(program, [...args], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const handlers = createLinuxHandlers({
    env,
    run: async (program, args) => run(program, args),
    launch: { program: join(home, 'sidetone'), args: ['/home/ada/sidetone'] },
    isInstalled: false,
    before: {
      get: () => memory.before,
      set: (before) => {
        memory.before = before;
      },
    },
    log,
    ...more,
  });
  const install = (where: 'data' | 'system', id: string, name: string): void => {
    const folder = join(home, where, 'applications');
    mkdirSync(folder, { recursive: true });
    const types = linkSchemes.map((scheme) => `x-scheme-handler/${scheme};`).join('');
    writeFileSync(
      join(folder, id),
      `[Desktop Entry]\nType=Application\nName=${name}\nExec=true %u\nMimeType=${types}\n`,
    );
  };
  return {
    env,
    handlers,
    log,
    run,
    memory,
    install,
    entry: join(home, 'data/applications/sidetone-links.desktop'),
    list: () => readFileSync(join(home, 'config/mimeapps.list'), 'utf8'),
    ask: (scheme: string) =>
      run('xdg-mime', ['query', 'default', `x-scheme-handler/${scheme}`]).trim(),
    prefer: (id: string, scheme: string) =>
      run('xdg-mime', ['default', id, `x-scheme-handler/${scheme}`]),
  };
}

describe.runIf(hasPrograms('xdg-mime', 'update-desktop-database'))(
  'links on a Linux desktop',
  () => {
    it('are taken with an entry of our own, and given back to nobody', async () => {
      const { handlers, entry, ask, list } = makeDesktop();
      expect(await handlers.get()).toEqual({
        standings: { tel: 'none', callto: 'none', sms: 'none' },
        otherName: undefined,
        way: 'register',
        platform: 'linux',
        canGiveBack: true,
      });
      expect(existsSync(entry)).toBe(false);
      expect(await handlers.take()).toMatchObject({ ok: true });
      expect(linkSchemes.map(ask)).toEqual(Array(3).fill('sidetone-links.desktop'));
      expect(await handlers.standing('tel')).toBe('sidetone');
      expect(readFileSync(entry, 'utf8')).toContain(
        `Exec=${home}/sidetone /home/ada/sidetone -- %u`,
      );

      expect(await handlers.giveBack()).toMatchObject({ ok: true });
      expect(linkSchemes.map(ask)).toEqual(['', '', '']);
      expect(existsSync(entry)).toBe(false);
      expect(list()).not.toContain('sidetone');
      expect(await handlers.standing('tel')).toBe('none');
    });

    it('go back to the program that had them, each scheme to its own', async () => {
      const { handlers, install, prefer, ask, memory } = makeDesktop();
      install('system', 'softphone.desktop', 'Soft Phone');
      install('system', 'texter.desktop', 'Texter');
      prefer('softphone.desktop', 'tel');
      prefer('softphone.desktop', 'callto');
      prefer('texter.desktop', 'sms');
      expect(await handlers.get()).toMatchObject({
        standings: { tel: 'other', callto: 'other', sms: 'other' },
        otherName: 'Soft Phone',
      });
      await handlers.take();
      // Taking twice must not make ourselves the one who had them before.
      await handlers.take();
      expect(memory.before).toEqual({
        tel: 'softphone.desktop',
        callto: 'softphone.desktop',
        sms: 'texter.desktop',
      });
      expect(linkSchemes.map(ask)).toEqual(Array(3).fill('sidetone-links.desktop'));
      await handlers.giveBack();
      expect(linkSchemes.map(ask)).toEqual([
        'softphone.desktop',
        'softphone.desktop',
        'texter.desktop',
      ]);
      expect(memory.before).toEqual({});
    });

    it('are not given to a program that is gone by now', async () => {
      const { handlers, install, prefer, ask } = makeDesktop();
      install('data', 'softphone.desktop', 'Soft Phone');
      prefer('softphone.desktop', 'tel');
      await handlers.take();
      rmSync(join(home, 'data/applications/softphone.desktop'));
      expect(await handlers.giveBack()).toMatchObject({ ok: true });
      expect(ask('tel')).toBe('');
    });

    it('are left to a program that the user has chosen meanwhile', async () => {
      const { handlers, install, prefer, ask } = makeDesktop();
      install('system', 'softphone.desktop', 'Soft Phone');
      await handlers.take();
      prefer('softphone.desktop', 'tel');
      expect(await handlers.standing('tel')).toBe('other');
      expect(await handlers.standing('sms')).toBe('sidetone');
      await handlers.giveBack();
      expect(ask('tel')).toBe('softphone.desktop');
      expect(ask('sms')).not.toBe('sidetone-links.desktop');
    });

    it('open nothing once the program was moved, which is told, and can be taken again', async () => {
      const { handlers } = makeDesktop();
      await handlers.take();
      rmSync(join(home, 'sidetone'));
      expect(await handlers.standing('tel')).toBe('none');
      const moved = join(home, 'moved');
      writeFileSync(moved, '#!/bin/sh\n', { mode: 0o755 });
      const again = makeDesktop({ launch: { program: moved, args: [] } });
      expect(await again.handlers.standing('tel')).toBe('none');
      expect(await again.handlers.take()).toMatchObject({ ok: true });
      expect(await again.handlers.standing('tel')).toBe('sidetone');
      expect(readFileSync(again.entry, 'utf8')).toContain(`Exec=${moved} -- %u`);
    });

    it('use the entry of a package where there is one, and write none', async () => {
      const { handlers, install, ask, entry } = makeDesktop({ isInstalled: true });
      install('system', 'sidetone.desktop', 'Sidetone');
      expect(await handlers.take()).toMatchObject({ ok: true });
      expect(ask('tel')).toBe('sidetone.desktop');
      expect(existsSync(entry)).toBe(false);
    });

    it('stay with a package on a desktop that knows no other program, which is said', async () => {
      const { handlers, install, run } = makeDesktop({ isInstalled: true });
      install('system', 'sidetone.desktop', 'Sidetone');
      run('update-desktop-database', [join(home, 'system/applications')]);
      await handlers.take();
      expect(await handlers.giveBack()).toMatchObject({
        failure: { message: 'links.not-given-back' },
      });
    });

    it('need an entry of our own where a package was only unpacked', async () => {
      const { handlers, ask } = makeDesktop({ isInstalled: true });
      expect(await handlers.take()).toMatchObject({ ok: true });
      expect(ask('tel')).toBe('sidetone-links.desktop');
    });

    it('leave every other choice of the user as it is', async () => {
      const { handlers, env, list } = makeDesktop();
      mkdirSync(join(home, 'config'));
      const before = '[Default Applications]\ntext/html=firefox.desktop\n\n[Added Associations]\n';
      writeFileSync(join(env['XDG_CONFIG_HOME'] ?? '', 'mimeapps.list'), before);
      await handlers.take();
      await handlers.giveBack();
      expect(list()).toBe(before);
    });

    it('are Sidetone’s too by the entry that another program has made of its AppImage', async () => {
      const appImage = join(home, 'Sidetone.AppImage');
      const { env, install, run } = makeDesktop();
      install('data', 'appimagekit_0a1b-sidetone.desktop', 'Sidetone');
      const entry = join(home, 'data/applications/appimagekit_0a1b-sidetone.desktop');
      const written = readFileSync(entry, 'utf8').replace('Exec=true', `Exec=${appImage} --`);
      writeFileSync(entry, written);
      run('xdg-mime', ['default', basename(entry), 'x-scheme-handler/tel']);
      const launch = { program: appImage, args: [] };
      const own = makeDesktop({ env: { ...env, APPIMAGE: appImage }, launch });
      expect(await own.handlers.standing('tel')).toBe('sidetone');
      // Without knowing where its own AppImage is, it is just another program.
      expect(await makeDesktop({ launch }).handlers.standing('tel')).toBe('other');
    });

    it('take a name from no file outside the folders of entries', async () => {
      const { handlers } = makeDesktop({
        run: (_program, args) =>
          args[0] === 'query' ? Promise.resolve('../../etc/passwd\n') : Promise.resolve(''),
      });
      expect(await handlers.get()).toMatchObject({
        standings: { tel: 'other' },
        otherName: '../../etc/passwd',
      });
    });
  },
);

describe('links on a Linux that cannot register', () => {
  const refusing = (): Promise<string> => Promise.reject(new Error('ENOENT'));

  it('are unknown without xdg-mime, and taking them is refused', async () => {
    const { handlers, entry } = makeDesktop({ run: refusing });
    expect(await handlers.get()).toMatchObject({
      standings: { tel: 'unknown' },
      way: 'unsupported',
      canGiveBack: false,
    });
    expect(await handlers.take()).toMatchObject({ failure: { message: 'links.unsupported' } });
    expect(existsSync(entry)).toBe(false);
  });

  it('are not offered inside a sandbox that hides the desktop', async () => {
    const run = (): Promise<string> => Promise.resolve('');
    for (const sandbox of [{ SNAP: '/snap/sidetone/1' }, { FLATPAK_ID: 'app.sidetone' }]) {
      const { handlers } = makeDesktop({ run, env: { HOME: home, ...sandbox } });
      expect((await handlers.get()).way).toBe('unsupported');
    }
  });

  it('are refused for a program whose path no entry can name', async () => {
    const { handlers } = makeDesktop({
      run: () => Promise.resolve(''),
      launch: { program: '/opt/a\nExec=sh', args: [] },
    });
    expect(await handlers.take()).toMatchObject({ failure: { message: 'links.unsupported' } });
  });

  it('are said not to be registered when the desktop does not do as it says', async () => {
    const { handlers } = makeDesktop({ run: () => Promise.resolve('') });
    expect(await handlers.take()).toMatchObject({ failure: { message: 'links.not-registered' } });
  });

  it('are said not to be given back when a program fails', async () => {
    const { handlers, log } = makeDesktop({
      run: (_program, args) =>
        args[0] === 'query' ? Promise.resolve('sidetone.desktop') : refusing(),
      before: { get: () => ({ tel: 'softphone.desktop' }), set: () => undefined },
      env: { HOME: home, XDG_DATA_HOME: join(home, 'data') },
    });
    mkdirSync(join(home, 'data/applications'), { recursive: true });
    writeFileSync(join(home, 'data/applications/softphone.desktop'), '[Desktop Entry]\nName=S\n');
    expect(await handlers.giveBack()).toMatchObject({
      failure: { message: 'links.not-given-back' },
    });
    expect(log.lines.at(-1)?.level).toBe('error');
  });
});
