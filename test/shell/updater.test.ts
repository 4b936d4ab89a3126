import { describe, expect, it, vi } from 'vitest';
import { createUpdater, type UpdateEngine } from '../../main/shell/updater.ts';
import type { ShellState } from '../../main/shell/shell-state.ts';
import { createFakeClock, createFakeLog } from './support/fakes.ts';

type Heard = Readonly<Record<string, (value: never) => void>>;

type Found = { isUpdateAvailable: boolean; updateInfo: { version: string } };

const setUp = (
  find: () => Promise<Found | null> = () =>
    Promise.resolve({ isUpdateAvailable: true, updateInfo: { version: '1.1.0' } }),
) => {
  let heard: Heard = {};
  let state = {} as ShellState;
  const story: string[] = [];
  const clock = createFakeClock();
  const stopping = Promise.withResolvers<void>();
  const fake = {
    autoDownload: true,
    autoInstallOnAppQuit: true,
    allowPrerelease: false,
    allowDowngrade: true,
    disableWebInstaller: false,
    channel: null,
    logger: null,
    on(name: string, listener: (value: never) => void) {
      const before = heard[name];
      const both = (value: never): void => [before, listener].forEach((each) => each?.(value));
      heard = { ...heard, [name]: both };
      return fake;
    },
    checkForUpdates: vi.fn(find),
    downloadUpdate: vi.fn(() => Promise.resolve<string[]>([])),
    quitAndInstall: vi.fn(() => void story.push('installed')),
  };
  const updater = createUpdater({
    loadEngine: () => Promise.resolve(fake as unknown as UpdateEngine),
    memory: {
      get: () => state,
      set: (changes) => {
        state = { ...state, ...changes };
      },
    },
    stopFirst: () => stopping.promise.then(() => void story.push('stopped')),
    startAgain: () => void story.push('started again'),
    clock,
    log: createFakeLog(),
  });
  return {
    updater,
    fake,
    story,
    clock,
    stopping,
    tell: (name: string, value: unknown) => heard[name]?.(value as never),
  };
};

describe('the updater', () => {
  it('fetches what is newer, tells how far it is, and installs nothing by itself', async () => {
    const { updater, fake, tell } = setUp();
    const states: unknown[] = [];
    updater.onChange(() => states.push(updater.get()));
    fake.downloadUpdate.mockImplementation(() => {
      tell('download-progress', { percent: 41.7 });
      tell('download-progress', { percent: 41.9 });
      return Promise.resolve([]);
    });
    await updater.check('stable');
    expect(states).toEqual([
      { name: 'checking' },
      { name: 'downloading', version: '1.1.0', percent: 0 },
      { name: 'downloading', version: '1.1.0', percent: 41 },
      { name: 'ready', version: '1.1.0' },
    ]);
    expect(fake).toMatchObject({
      autoDownload: false,
      autoInstallOnAppQuit: false,
      disableWebInstaller: true,
      allowDowngrade: false,
      channel: 'latest',
    });
    expect(fake.quitAndInstall).not.toHaveBeenCalled();
    // What is ready is not fetched again.
    await updater.check('stable');
    expect(fake.checkForUpdates).toHaveBeenCalledTimes(1);
  });

  it('takes testers’ versions from their channel, and never an older one', async () => {
    const { updater, fake } = setUp();
    await updater.check('beta');
    expect(fake).toMatchObject({ allowPrerelease: true, channel: 'beta', allowDowngrade: false });
    // Whoever leaves the channel does not get what was fetched from it.
    fake.checkForUpdates.mockResolvedValue(null);
    await updater.check('stable');
    expect(updater.get().name).toBe('idle');
  });

  it('says when there is nothing newer, and when it could not be found out', async () => {
    const none = setUp(() => Promise.resolve(null));
    await none.updater.check('stable');
    expect(none.updater.get()).toMatchObject({ name: 'idle', checkedAt: expect.any(Number) });
    const broken = setUp(() => Promise.reject(new Error('no network')));
    await broken.updater.check('stable');
    expect(broken.updater.get().name).toBe('failed');
  });

  it('searches once at a time', async () => {
    const { updater, fake } = setUp();
    await Promise.all([updater.check('stable'), updater.check('stable')]);
    expect(fake.checkForUpdates).toHaveBeenCalledTimes(1);
  });

  it('closes everything in order before the installer begins, once', async () => {
    const { updater, story, stopping } = setUp();
    await updater.check('stable');
    updater.install();
    updater.install();
    stopping.resolve();
    await vi.waitFor(() => expect(story).toEqual(['stopped', 'installed']));
  });

  it('does not wait for ever for what does not close', async () => {
    const { updater, story, clock } = setUp();
    await updater.check('stable');
    updater.install();
    await vi.waitFor(() => {
      clock.turn(15_000);
      expect(story).toEqual(['installed']);
    });
  });

  it('starts again when the installer does not begin: everything is closed by then', async () => {
    const { updater, fake, story, stopping, tell } = setUp();
    await updater.check('stable');
    // As electron-updater tells of a password that was not given.
    fake.quitAndInstall.mockImplementation(() => {
      tell('error', new Error('no password'));
    });
    stopping.resolve();
    updater.install();
    await vi.waitFor(() => expect(story).toEqual(['stopped', 'started again']));
  });

  it('forgets Later when another version is ready', async () => {
    const { updater, fake } = setUp();
    await updater.check('stable');
    updater.setLater(99);
    expect(updater.getLater()).toBe(99);
    const next = setUp();
    next.fake.checkForUpdates.mockResolvedValue({
      isUpdateAvailable: true,
      updateInfo: { version: '1.2.0' },
    });
    next.updater.setLater(99);
    await next.updater.check('stable');
    expect(next.updater.getLater()).toBeUndefined();
    expect(fake.quitAndInstall).not.toHaveBeenCalled();
  });

  it('does nothing in a copy that cannot replace itself', async () => {
    const updater = createUpdater({
      loadEngine: undefined,
      memory: { get: () => ({}) as ShellState, set: () => undefined },
      stopFirst: () => Promise.resolve(),
      startAgain: () => undefined,
      clock: createFakeClock(),
      log: createFakeLog(),
    });
    await updater.check('stable');
    expect(updater).toMatchObject({ canUpdate: false });
    expect(updater.get()).toEqual({ name: 'idle', checkedAt: undefined });
  });
});
