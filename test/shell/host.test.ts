import { describe, expect, it, vi } from 'vitest';
import type { AppEvent } from '../../shared/contract/index.ts';
import { failure } from '../../shared/failure.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { settle } from './support/fakes.ts';
import { account, setUpHost as setUp } from './support/host-world.ts';

describe('the host', () => {
  it('opens the user’s own profile first, and calls made before that wait for it', async () => {
    const { host, story } = setUp();
    const early = host.call('session.get', undefined);
    await host.start();
    expect(await early).toEqual(ok('own answers'));
    expect(story).toEqual(['own starts']);
  });

  it('has what comes from outside wait for a core, and gives it to the one that answers', async () => {
    const { host, story } = setUp();
    const link = { text: 'tel:+15550100142', source: 'link' } as const;
    const early = host.propose(link);
    await host.start();
    expect(await early).toBe(true);
    await host.switchTo('demo');
    await host.propose(link);
    const said = story.filter((line) => line.includes('proposed'));
    expect(said).toEqual([
      'own is proposed tel:+15550100142 from a link',
      'demo is proposed tel:+15550100142 from a link',
    ]);
    const command = { kind: 'call', number: '+15550100142', isConfirmed: false } as const;
    expect(await host.runCommand(command)).toEqual({
      became: 'proposed',
      who: '+15550100142 in demo',
    });
  });

  it('changes to the demo account: new core first, then the old one stops', async () => {
    const { host, story, seat, memory } = setUp();
    await host.start();
    expect(seat().demo).toBeUndefined();
    expect(await seat().profiles.switchTo('demo')).toEqual(ok());
    expect(seat().demo).toEqual(account);
    expect(await host.call('session.get', undefined)).toEqual(ok('demo answers'));
    await settle();
    expect(story).toEqual(['own starts', 'server starts', 'demo starts', 'own stops']);
    expect(memory.profile).toBe('demo');
  });

  it('goes back, and ends the demo server after its core', async () => {
    const { host, story, memory } = setUp();
    memory.profile = 'demo';
    await host.start();
    await host.switchTo('own');
    await settle();
    expect(story).toEqual([
      'server starts',
      'demo starts',
      'own starts',
      'demo stops',
      'server stops',
    ]);
    expect(memory.profile).toBe('own');
  });

  it('tells the window that everything is different, and only the current core is heard', async () => {
    const { host, listeners } = setUp();
    const heard: AppEvent[] = [];
    host.on((event) => heard.push(event));
    await host.start();
    await host.switchTo('demo');
    expect(listeners.has('own')).toBe(false);
    expect(heard).toHaveLength(2);
    expect(heard[1]).toMatchObject({ name: 'changed' });
    const areas = heard[1]?.name === 'changed' ? heard[1].topics.map(({ area }) => area) : [];
    expect(areas).toEqual(expect.arrayContaining(['session', 'calls', 'threads', 'settings']));
    listeners.get('demo')?.({ name: 'navigate', to: { screen: 'calls' } });
    expect(heard).toHaveLength(3);
  });

  it('does nothing when that profile is open already, and switches one after another', async () => {
    const { host, story } = setUp();
    await host.start();
    await host.switchTo('own');
    expect(story).toEqual(['own starts']);
    const switches = await Promise.all([host.switchTo('demo'), host.switchTo('demo')]);
    expect(switches).toEqual([ok(), ok()]);
    expect(story.filter((line) => line === 'demo starts')).toHaveLength(1);
  });

  it('lets the old core answer what it was asked before it stops', async () => {
    const { host, story, answers } = setUp();
    await host.start();
    const slow = Promise.withResolvers<Result<unknown>>();
    answers.set('slow', () => slow.promise);
    const asked = host.call('slow', undefined);
    await host.switchTo('demo');
    await settle();
    expect(story).not.toContain('own stops');
    slow.resolve(ok('late'));
    expect(await asked).toEqual(ok('late'));
    await settle();
    expect(story).toContain('own stops');
  });

  it('waits five seconds for it, no longer', async () => {
    const { host, story, answers, clock } = setUp();
    await host.start();
    answers.set('never', () => new Promise(() => undefined));
    void host.call('never', undefined);
    await host.switchTo('demo');
    clock.turn(4999);
    await settle();
    expect(story).not.toContain('own stops');
    clock.turn(1);
    await settle();
    expect(story).toContain('own stops');
  });

  it('can be switched by a call that the old core is still answering', async () => {
    const { host, answers, seat } = setUp();
    await host.start();
    const own = seat().profiles;
    answers.set('session.start-demo', () => own.switchTo('demo'));
    expect(await host.call('session.start-demo', undefined)).toEqual(ok());
    answers.clear();
    expect(await host.call('session.get', undefined)).toEqual(ok('demo answers'));
  });

  it('stays where it is when the demo account does not start, and says so', async () => {
    const { host, log } = setUp({ startDemo: () => Promise.reject(new Error('no port')) });
    await host.start();
    expect(await host.switchTo('demo')).toMatchObject({
      ok: false,
      failure: { message: 'session.demo-failed' },
    });
    expect(await host.call('session.get', undefined)).toEqual(ok('own answers'));
    expect(log.lines.at(-1)?.level).toBe('error');
  });

  it('opens the own profile when the demo account does not start, says so, and tries it next time', async () => {
    const { host, memory, tellDemoFailed } = setUp({
      startDemo: () => Promise.reject(new Error('no port')),
    });
    memory.profile = 'demo';
    await host.start();
    expect(await host.call('session.get', undefined)).toEqual(ok('own answers'));
    expect(tellDemoFailed).toHaveBeenCalledOnce();
    expect(memory.profile).toBe('demo');
  });

  it.each(['session.sign-in', 'session.sign-in-again', 'session.use-import'])(
    'opens the own profile next time when the user has signed in there meanwhile (%s)',
    async (name) => {
      const { host, memory, answers } = setUp({
        startDemo: () => Promise.reject(new Error('no port')),
      });
      memory.profile = 'demo';
      await host.start();
      answers.set(name, async () => fail(failure('auth', 'session.jwt-refused')));
      await host.call(name, {});
      expect(memory.profile).toBe('demo');
      answers.set(name, async () => ok());
      await host.call(name, {});
      expect(memory.profile).toBe('own');
    },
  );

  it('ends the demo server when its core does not start', async () => {
    const stop = vi.fn(async () => undefined);
    const { host } = setUp({
      startDemo: async () => ({ account, stop }),
      buildCore: () => Promise.reject(new Error('disk full')),
    });
    expect((await host.switchTo('demo')).ok).toBe(false);
    expect(stop).toHaveBeenCalledOnce();
  });

  it('rejects, and so do calls, when no core can be opened', async () => {
    const { host } = setUp({ buildCore: () => Promise.reject(new Error('disk full')) });
    const early = host.call('session.get', undefined);
    early.catch(() => undefined);
    await expect(host.start()).rejects.toThrow('disk full');
    await expect(early).rejects.toThrow('disk full');
  });

  it('stops everything in order, even while a switch is under way', async () => {
    const { host, story } = setUp();
    await host.start();
    const switching = host.switchTo('demo');
    await host.stop();
    expect(await switching).toEqual(ok());
    expect(story).toEqual([
      'own starts',
      'server starts',
      'demo starts',
      'own stops',
      'demo stops',
      'server stops',
    ]);
  });

  it('asks no core any more once it is stopping', async () => {
    const { host, answers } = setUp();
    await host.start();
    const asked = vi.fn(async () => ok());
    answers.set('messages.count-unread', asked);
    const stopped = host.stop();
    expect(await host.call('messages.count-unread', undefined)).toMatchObject({ ok: false });
    await stopped;
    expect(await host.call('messages.count-unread', undefined)).toMatchObject({ ok: false });
    expect(asked).not.toHaveBeenCalled();
  });

  it('waits for nobody who signs in with the browser', async () => {
    const { host, story, answers } = setUp();
    await host.start();
    const { promise: page, resolve: giveUp } = Promise.withResolvers<Result<void>>();
    answers.set('session.sign-in', () => page);
    answers.set('session.cancel-sign-in', async () => {
      giveUp(fail(failure('conflict', 'session.cancelled')));
      return ok();
    });
    const signingIn = host.call('session.sign-in', {});
    await host.stop();
    expect(await signingIn).toMatchObject({ failure: { message: 'session.cancelled' } });
    expect(story.at(-1)).toBe('own stops');
  });

  it('passes on that the computer woke up', async () => {
    const { host, story } = setUp();
    host.resume();
    await host.start();
    host.resume();
    expect(story).toEqual(['own starts', 'own resumes']);
  });
});
