import { describe, expect, it } from 'vitest';
import { createLinkInbox } from '../../../main/shell/links/inbox.ts';
import { createFakeClock, createFakeLog, settle } from '../support/fakes.ts';

const link = (n: number): string => `tel:+1555010${String(n).padStart(4, '0')}`;

/** An inbox with a core that somebody has signed in to, or not. */
function makeInbox(isSignedIn = true) {
  const clock = createFakeClock();
  const log = createFakeLog();
  const world = { isSignedIn, proposed: [] as string[], asked: 0, shown: 0 };
  const inbox = createLinkInbox({ clock, log });
  const open = (): void =>
    inbox.open({
      async propose(text) {
        world.asked += 1;
        await settle();
        if (world.isSignedIn) world.proposed.push(text);
        return world.isSignedIn;
      },
      onKept: () => (world.shown += 1),
    });
  const done = async (): Promise<void> => {
    for (let round = 0; round < 20; round++) await settle();
  };
  return { clock, log, world, inbox, open, done };
}

describe('the inbox of links', () => {
  it('proposes what came before the core, in its order, and what comes after', async () => {
    const { inbox, open, world, done } = makeInbox();
    inbox.put(link(1));
    inbox.put(link(2));
    expect(inbox.isWaiting()).toBe(true);
    open();
    await done();
    inbox.put(link(3));
    await done();
    expect(world.proposed).toEqual([link(1), link(2), link(3)]);
    expect(inbox.isWaiting()).toBe(false);
    expect(world.shown).toBe(0);
  });

  it('takes equal links within two seconds for one', async () => {
    const { inbox, open, world, done, clock } = makeInbox();
    open();
    inbox.put(link(1));
    await done();
    clock.turn(1_900);
    inbox.put(link(1));
    clock.turn(1_900);
    inbox.put(link(1));
    await done();
    expect(world.proposed).toEqual([link(1)]);
    clock.turn(2_000);
    inbox.put(link(1));
    await done();
    expect(world.proposed).toEqual([link(1), link(1)]);
  });

  it('proposes each of several different ones', async () => {
    const { inbox, open, world, done } = makeInbox();
    open();
    for (const n of [1, 2, 3]) inbox.put(link(n));
    await done();
    expect(world.proposed).toEqual([link(1), link(2), link(3)]);
  });

  it('makes a handful of a hundred, and notes how many stayed out but not which', async () => {
    const { inbox, open, world, done, clock, log } = makeInbox();
    open();
    for (let n = 0; n < 100; n++) {
      inbox.put(link(n));
      clock.turn(10);
    }
    await done();
    expect(world.asked).toBe(8);
    expect(world.proposed).toEqual(Array.from({ length: 8 }, (_, n) => link(n)));
    clock.turn(5_000);
    expect(JSON.stringify(log.lines)).not.toContain('555');
    expect(log.lines.filter(({ level }) => level === 'warn')).toEqual([
      {
        level: 'warn',
        message: 'links came faster than anyone clicks',
        fields: { leftOut: 92 },
      },
    ]);
    inbox.put(link(500));
    await done();
    expect(world.proposed.at(-1)).toBe(link(500));
  });

  it('stays small through a flood that does not end', async () => {
    const { inbox, open, world, done, clock } = makeInbox(false);
    open();
    for (let n = 0; n < 6_000; n++) {
      inbox.put(link(n));
      clock.turn(10);
    }
    await done();
    world.isSignedIn = true;
    inbox.tryAgain();
    await done();
    expect(world.proposed).toHaveLength(5);
  });
});

describe('links while nobody is signed in', () => {
  it('wait until somebody is, and the window with the sign-in is shown once for each', async () => {
    const { inbox, open, world, done, clock } = makeInbox(false);
    inbox.put(link(1));
    open();
    await done();
    expect(world).toMatchObject({ shown: 1, proposed: [] });
    inbox.tryAgain();
    inbox.tryAgain();
    await done();
    expect(world.shown).toBe(1);
    clock.turn(60_000);
    inbox.put(link(2));
    await done();
    expect(world.shown).toBe(2);
    world.isSignedIn = true;
    inbox.tryAgain();
    await done();
    expect(world.proposed).toEqual([link(1), link(2)]);
    expect(inbox.isWaiting()).toBe(false);
  });

  it('are kept once, however often one is clicked', async () => {
    const { inbox, open, world, done, clock } = makeInbox(false);
    open();
    for (let n = 0; n < 4; n++) {
      inbox.put(link(1));
      clock.turn(10_000);
    }
    await done();
    world.isSignedIn = true;
    inbox.tryAgain();
    await done();
    expect(world.proposed).toEqual([link(1)]);
  });

  it('are the last five', async () => {
    const { inbox, open, world, done, clock } = makeInbox(false);
    open();
    for (let n = 1; n <= 7; n++) {
      inbox.put(link(n));
      await done();
      clock.turn(10_000);
    }
    world.isSignedIn = true;
    inbox.tryAgain();
    await done();
    expect(world.proposed).toEqual([3, 4, 5, 6, 7].map(link));
  });

  it('are asked again when somebody signs in during the very question', async () => {
    const inbox = createLinkInbox({ clock: createFakeClock(), log: createFakeLog() });
    const answers: ((isTaken: boolean) => void)[] = [];
    inbox.open({
      propose: () => new Promise((resolve) => void answers.push(resolve)),
      onKept: () => undefined,
    });
    inbox.put(link(1));
    inbox.tryAgain();
    answers[0]?.(false);
    await settle();
    answers[1]?.(true);
    await settle();
    expect(answers).toHaveLength(2);
    expect(inbox.isWaiting()).toBe(false);
  });
});

it('does not let a link that breaks something stand before the others', async () => {
  const log = createFakeLog();
  const inbox = createLinkInbox({ clock: createFakeClock(), log });
  const proposed: string[] = [];
  inbox.open({
    propose(text) {
      if (text === link(1)) return Promise.reject(new Error('no worker'));
      proposed.push(text);
      return Promise.resolve(true);
    },
    onKept: () => undefined,
  });
  inbox.put(link(1));
  inbox.put(link(2));
  await settle();
  expect(proposed).toEqual([link(2)]);
  expect(log.lines).toMatchObject([
    { level: 'error', message: 'a link could not be proposed' },
    { level: 'info', message: 'a link was proposed' },
  ]);
  expect(JSON.stringify(log.lines)).not.toContain('555');
});
