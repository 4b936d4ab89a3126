import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  ManualClock,
  startSimulator,
  type Fault,
  type Simulator,
} from '../../../simulator/server.ts';
import {
  archiveOf,
  makeCore,
  makeProfile,
  openSimulator,
  passUntil,
  until,
  type Profile,
  type RunningCore,
} from '../support/core-world.ts';
import { placesWorker } from '../support/places.ts';
import { makeSmallDisk } from '../support/small-disk.ts';
import { judge, judgeWhole } from './soak/judge.ts';

const stepMs = 5_000;
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const page =
  '<!doctype html><html><body><h1>Please sign in to the guest network</h1></body></html>';
/** Whatever is read from RingCentral page by page. */
const anyRead = /message-sync|message-store$|call-log|address-book-sync|directory/;

type World = {
  readonly clock: ManualClock;
  readonly simulator: Simulator;
  readonly profile: Profile;
};

async function openWorld(clock = new ManualClock()): Promise<World> {
  return { clock, simulator: await openSimulator(clock), profile: makeProfile() };
}

/** What is on disk agrees with itself and with RingCentral, and nothing is promised that is not there. */
const isSound = ({ profile, simulator }: World): void =>
  expect(judge(archiveOf(profile), simulator.account, [])).toEqual([]);

/** Everything RingCentral has is here. */
async function becomesWhole(world: World, sidetone: RunningCore): Promise<void> {
  const { clock, profile, simulator } = world;
  await passUntil(
    clock,
    async () => {
      expect(judgeWhole(archiveOf(profile), simulator.account)).toEqual([]);
      expect((await sidetone.get('archive.get-backfill', undefined)).state).toBe('done');
    },
    stepMs,
  );
  isSound(world);
}

/** The user can do nothing about it: nothing asks them to, and they stay signed in. */
async function leavesTheUserAlone(sidetone: RunningCore): Promise<void> {
  expect(await sidetone.get('app.list-notices', undefined)).toEqual([]);
  expect(await sidetone.get('session.get', undefined)).toMatchObject({ state: 'signed-in' });
}

describe('answers that cannot be read', () => {
  it.each<[string, Fault]>([
    ['break off in the middle', { truncate: true }],
    ['are a web page', { body: page, headers: { 'content-type': 'text/html' } }],
    ['are a web page that says it is JSON', { body: page }],
    ['are JSON of another kind', { body: '{"records":{"0":{}},"syncInfo":7}' }],
    ['are empty', { body: '' }],
  ])('%s: nothing is lost, and the user hears nothing of it', async (_, fault) => {
    const world = await openWorld();
    const sidetone = makeCore(world.profile, world.clock);
    world.simulator.faults.add({ ...fault, method: 'GET', path: anyRead });
    await sidetone.core.start();
    await sidetone.signIn(world.simulator);
    await world.clock.advance(10 * minuteMs);
    isSound(world);
    await leavesTheUserAlone(sidetone);
    world.simulator.faults.clear();
    await becomesWhole(world, sidetone);
  });
});

describe('a server that never comes to an end', () => {
  it('is asked for its pages so often and no more, and what it has comes once', async () => {
    const world = await openWorld();
    let asked = 0;
    let isEndless = true;
    const sidetone = makeCore(world.profile, world.clock, {
      async fetch(input, init) {
        const answer = await fetch(input, init);
        const { pathname } = new URL(input instanceof Request ? input.url : String(input));
        if (!isEndless || !/address-book-sync|message-store$|call-log$/.test(pathname))
          return answer;
        asked += 1;
        const body = (await answer.json()) as Record<string, unknown>;
        return Response.json(
          { ...body, nextPageId: 'once-more', navigation: { nextPage: { uri: 'x' } } },
          { status: answer.status, headers: { 'x-rate-limit-group': 'heavy' } },
        );
      },
    });
    await sidetone.core.start();
    await sidetone.signIn(world.simulator);
    await world.clock.advance(30 * minuteMs);
    expect(asked).toBeGreaterThan(2);
    // Five feeds and lists, a few tries of each: never a page after page.
    expect(asked).toBeLessThan(150);
    isSound(world);
    await leavesTheUserAlone(sidetone);
    isEndless = false;
    await becomesWhole(world, sidetone);
  });
});

describe('a sync token that never becomes valid', () => {
  it('costs a full sync now and then, and no text is missed or doubled', async () => {
    const world = await openWorld();
    const { clock, simulator } = world;
    let syncs = 0;
    const sidetone = makeCore(world.profile, clock, {
      fetch(input, init) {
        const url = new URL(input instanceof Request ? input.url : String(input));
        if (/message-sync|call-log-sync/.test(url.pathname)) {
          syncs += 1;
          simulator.account.expireSyncTokens();
        }
        return fetch(input, init);
      },
    });
    await sidetone.core.start();
    await sidetone.signIn(simulator);
    await becomesWhole(world, sidetone);
    simulator.account.receiveText({ from: '+15125550141', text: 'Is the rate still good?' });
    simulator.account.receiveCall({ from: '+15125550141', outcome: 'missed' });
    syncs = 0;
    await clock.advance(30 * minuteMs);
    expect(syncs).toBeLessThan(200);
    await becomesWhole(world, sidetone);
    await leavesTheUserAlone(sidetone);
  });
});

/** A clock whose owner sets it wrong; the server's goes on as it was. */
class WrongClock extends ManualClock {
  offMs = 0;

  override now(): number {
    return super.now() + this.offMs;
  }

  right(): number {
    return super.now();
  }
}

describe('the clock of this computer', () => {
  it('jumps a day ahead, and back: nothing is missed, doubled or promised', async () => {
    const clock = new WrongClock();
    const simulator = await startSimulator({
      clock: {
        now: () => clock.right(),
        schedule: (delayMs, work) => clock.schedule(delayMs, work),
      },
    });
    onTestFinished(() => simulator.stop());
    const world = { clock, simulator, profile: makeProfile() };
    const sidetone = makeCore(world.profile, clock);
    await sidetone.core.start();
    await sidetone.signIn(simulator);
    await becomesWhole(world, sidetone);
    for (const offMs of [dayMs, -dayMs, 0]) {
      clock.offMs = offMs;
      simulator.account.receiveText({ from: '+15125550141', text: `A clock off by ${offMs}` });
      simulator.account.receiveCall({ from: '+15125550141', outcome: 'missed' });
      await clock.advance(10 * minuteMs);
      await becomesWhole(world, sidetone);
      expect(await sidetone.get('session.get', undefined)).toMatchObject({ state: 'signed-in' });
    }
    expect(await sidetone.get('app.list-notices', undefined)).toEqual([]);
  });
});

/** Another program, a process of its own, writes to the archive for as long as it likes. */
async function lockArchive(file: string): Promise<() => Promise<void>> {
  const script = `
    const db = new (require('better-sqlite3'))(process.argv[1]);
    db.exec('BEGIN EXCLUSIVE');
    console.log('locked');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['-e', script, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return async () => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
}

const note = { about: { whose: { number: '+15125550141' } }, text: 'Call back' } as const;

describe('the archive', () => {
  it('is locked by another program: the user is told when they write, and all comes in later', async () => {
    const world = await openWorld();
    const sidetone = makeCore(world.profile, world.clock);
    await sidetone.core.start();
    await sidetone.signIn(world.simulator);
    await becomesWhole(world, sidetone);
    const unlock = await lockArchive(archiveOf(world.profile));
    world.simulator.account.receiveText({ from: '+15125550141', text: 'While it was locked' });
    await world.clock.advance(minuteMs);
    expect(await sidetone.call('notes.add', note)).toMatchObject({
      ok: false,
      failure: { message: 'archive.locked' },
    });
    // What is there can be read all the while.
    expect((await sidetone.get('calls.list', { limit: 20 })).items).toHaveLength(20);
    await unlock();
    await world.clock.advance(10 * minuteMs);
    await becomesWhole(world, sidetone);
    expect(await sidetone.call('notes.add', note)).toMatchObject({ ok: true });
  });

  it('is on a disk that is full: the user is told, and nothing is lost once there is room', async () => {
    const world = await openWorld();
    const disk = makeSmallDisk(world.profile.folder, 1_400);
    const paths = {
      profile: world.profile.folder,
      databaseWorker: disk.databaseWorker,
      placesWorker,
    };
    const sidetone = makeCore(world.profile, world.clock, { paths });
    await sidetone.core.start();
    await sidetone.signIn(world.simulator);
    const long = { ...note, text: 'A long note. '.repeat(700) };
    await until(async () =>
      expect(await sidetone.call('notes.add', long)).toMatchObject({
        ok: false,
        failure: { message: 'archive.full' },
      }),
    );
    await world.clock.advance(5 * minuteMs);
    disk.grow();
    await world.clock.advance(10 * minuteMs);
    await becomesWhole(world, sidetone);
    expect(await sidetone.call('notes.add', note)).toMatchObject({ ok: true });
  });
});
