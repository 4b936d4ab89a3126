import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createUpdates } from '../../../main/core/updates/service.ts';
import { failure, type Failure } from '../../../shared/failure.ts';
import type { UpdateObstacle } from '../../../shared/model/updates.ts';
import { ManualClock } from '../../../simulator/server.ts';
import { makeFolder } from '../../db/support.ts';
import { createFakeArchives } from '../support/archives.ts';
import { createMemoryLog } from '../support/memory-log.ts';
import { createFakeUpdater } from '../support/updater.ts';

const hourMs = 60 * 60_000;

const setUp = (canUpdate = true) => {
  const clock = new ManualClock();
  const updater = createFakeUpdater(canUpdate);
  const folder = makeFolder();
  const told: unknown[] = [];
  const world = {
    clock,
    updater,
    folder,
    told,
    settings: { checkForUpdates: true, updateChannel: 'stable' as 'stable' | 'beta' },
    obstacle: undefined as UpdateObstacle | undefined,
    trouble: undefined as Failure | undefined,
  };
  const updates = createUpdates({
    ports: {
      archives: createFakeArchives(),
      clock,
      info: { version: '1.0.0', platform: 'test', runtime: 'Node', isPackaged: true },
      log: createMemoryLog(),
      paths: { profile: folder } as never,
      updater,
    },
    events: { changed: (topic) => told.push(topic) },
    settings: () => world.settings,
    findObstacle: () => Promise.resolve(world.obstacle),
    archiveTrouble: () => world.trouble,
  });
  return Object.assign(world, { updates });
};

describe('looking for updates', () => {
  let world: ReturnType<typeof setUp>;
  beforeEach(() => {
    world = setUp();
  });

  it('begins a minute after the start and goes on every six hours', async () => {
    world.updates.start();
    expect(world.updater.asked).toEqual([]);
    await world.clock.advance(60_000);
    expect(world.updater.asked).toEqual(['check stable']);
    await world.clock.advance(6 * hourMs);
    expect(world.updater.asked).toHaveLength(2);
    world.updates.stop();
    await world.clock.advance(24 * hourMs);
    expect(world.updater.asked).toHaveLength(2);
  });

  it('is left alone while the settings say so, and follows the channel', async () => {
    world.settings.checkForUpdates = false;
    world.updates.start();
    await world.clock.advance(7 * hourMs);
    expect(world.updater.asked).toEqual([]);
    world.settings = { checkForUpdates: true, updateChannel: 'beta' };
    await world.clock.advance(6 * hourMs);
    expect(world.updater.asked).toEqual(['check beta']);
  });

  it('never asks where this copy cannot replace itself, and says so', async () => {
    const { updates, updater, clock } = setUp(false);
    updates.start();
    await clock.advance(24 * hourMs);
    expect(updater.asked).toEqual([]);
    expect(await updates.check()).toMatchObject({ failure: { message: 'update.not-here' } });
    expect((await updates.getView()).canUpdate).toBe(false);
  });

  it('says when it could not be found out', async () => {
    world.updater.finds = { name: 'failed', at: 1 };
    expect(await world.updates.check()).toMatchObject({
      failure: { message: 'update.not-reached' },
    });
  });

  it('tells windows of each change', () => {
    world.updates.start();
    world.updater.become({ name: 'ready', version: '1.1.0' });
    expect(world.told).toEqual([{ area: 'updates' }]);
  });
});

describe('installing an update', () => {
  it('waits for calls and for texts that go out, and never happens by itself', async () => {
    const world = setUp();
    const { updates, updater, clock } = world;
    expect(await updates.install()).toMatchObject({ failure: { message: 'update.none-ready' } });
    updates.start();
    updater.become({ name: 'ready', version: '1.1.0' });
    await clock.advance(48 * hourMs);
    world.obstacle = 'call';
    expect(await updates.install()).toMatchObject({ failure: { message: 'update.busy-call' } });
    world.obstacle = 'texts';
    expect(await updates.install()).toMatchObject({ failure: { message: 'update.busy-texts' } });
    expect(updater.asked).not.toContain('install');
    world.obstacle = undefined;
    expect(await updates.install()).toEqual({ ok: true, value: undefined });
    expect(updater.asked).toContain('install');
    // Which channel it is of is the updater's to say.
    expect(updater.asked).toContain('check stable');
  });

  it('is not spoken of for a day after Later', async () => {
    const { updates, updater, clock } = setUp();
    updater.become({ name: 'ready', version: '1.1.0' });
    expect((await updates.getView()).laterUntil).toBeUndefined();
    const { laterUntil } = await updates.postpone();
    expect(laterUntil).toBe(clock.now() + 24 * hourMs);
    await clock.advance(24 * hourMs);
    expect((await updates.getView()).laterUntil).toBeUndefined();
  });
});

describe('an archive that a newer Sidetone has changed', async () => {
  it('can go back to its copy from before, and only then', async () => {
    const world = setUp();
    const { updates, folder } = world;
    const { file } = createFakeArchives();
    writeFileSync(join(folder, file.replace(/\.db$/, '-version-1.db')), '');
    expect((await updates.getView()).copyBefore).toBeUndefined();
    expect(updates.goBack()).toMatchObject({ failure: { message: 'backup.gone' } });
    world.trouble = failure('unsupported', 'archive.newer');
    // Nothing of a shut archive is asked.
    world.obstacle = 'texts';
    expect(await updates.getView()).toMatchObject({ copyBefore: {}, obstacle: undefined });
    expect(updates.goBack().ok).toBe(true);
  });
});
