import { describe, expect, it } from 'vitest';
import type { AppEvent } from '../../shared/contract/index.ts';
import { ok, type Result } from '../../shared/result.ts';
import { settle } from './support/fakes.ts';
import { setUpHost } from './support/host-world.ts';

const acme = 'platform.ringcentral.com/101';

async function started() {
  const world = setUpHost();
  await world.host.start();
  return { ...world, archives: world.seat().archives };
}

describe('another account’s archive', () => {
  it('is opened by a new core, which takes over before the old one stops', async () => {
    const { host, story, archives, seat } = await started();
    expect(archives.file).toBe('archive.db');
    expect(await archives.switchTo(acme)).toEqual(ok());
    expect(seat().archives.file).toBe(`archive-${acme}.db`);
    expect(await host.call('session.get', undefined)).toEqual(ok('own 2 answers'));
    await settle();
    expect(story).toEqual(['own starts', 'own 2 starts', 'own stops']);
  });

  it('can be asked for by a call, which the old core still answers', async () => {
    const { host, story, archives, answers } = await started();
    answers.set('session.sign-in', () => archives.switchTo(acme));
    expect(await host.call('session.sign-in', {})).toEqual(ok());
    await settle();
    expect(story.at(-1)).toBe('own stops');
  });

  it('is all that the window shows from then on', async () => {
    const { host, archives, listeners } = await started();
    const heard: AppEvent[] = [];
    host.on((event) => heard.push(event));
    await archives.switchTo(acme);
    expect(heard).toEqual([expect.objectContaining({ name: 'changed' })]);
    expect([...listeners.keys()]).toEqual(['own 2']);
  });

  it('is not opened when its core does not start: the old one goes on, with its own', async () => {
    const { host, archives, registers, ahead } = await started();
    ahead.failure = new Error('disk full');
    expect(await archives.switchTo(acme)).toMatchObject({ ok: false });
    expect(registers.own.open).toBe('archive.db');
    expect(await host.call('session.get', undefined)).toEqual(ok('own answers'));
    ahead.failure = undefined;
    expect(await archives.switchTo(acme)).toEqual(ok());
  });

  it('stops the core that did not start, which has the vault in its hands', async () => {
    const { host, story, archives, ahead } = await started();
    ahead.atStart = () => Promise.reject(new Error('no worker'));
    expect(await archives.switchTo(acme)).toMatchObject({ ok: false });
    expect(story).toEqual(['own starts', 'own 2 starts', 'own 2 stops']);
    expect(await host.call('session.get', undefined)).toEqual(ok('own answers'));
  });

  it('can be asked for by a core that is still starting, without waiting for itself', async () => {
    const { host, story, seat, ahead } = setUpHost();
    ahead.atStart = async () => {
      delete ahead.atStart;
      expect(await seat().archives.switchTo(acme)).toEqual(ok());
    };
    await host.start();
    await settle();
    expect(await host.call('session.get', undefined)).toEqual(ok('own 2 answers'));
    expect(story).toEqual(['own starts', 'own 2 starts', 'own stops']);
  });

  it('is nothing that a core can ask for once it has been replaced', async () => {
    const { host, story, archives, registers } = await started();
    await host.switchTo('demo');
    expect(await archives.switchTo(acme)).toMatchObject({ ok: false });
    expect(await archives.erase()).toMatchObject({ ok: false });
    expect(archives.claim(acme)).toBe(false);
    expect(registers.own.open).toBe('archive.db');
    expect(story.filter((line) => line.startsWith('erases'))).toEqual([]);
    expect(await host.call('session.get', undefined)).toEqual(ok('demo answers'));
  });

  it('leaves the demo server running, which ends with the last core of the demo account', async () => {
    const { host, story, seat } = await started();
    await host.switchTo('demo');
    await seat().archives.switchTo('127.0.0.1:4711/1');
    await settle();
    expect(await host.call('session.get', undefined)).toEqual(ok('demo 2 answers'));
    expect(seat().archives.file).toBe('archive-demo.db');
    expect(story).not.toContain('server stops');
    await host.stop();
    expect(story.slice(-2)).toEqual(['demo 2 stops', 'server stops']);
  });
});

describe('erasing the archive', () => {
  it('closes the core first, then removes the file, then opens an empty one', async () => {
    const { host, story, archives } = await started();
    expect(await archives.erase()).toEqual(ok());
    expect(story).toEqual(['own starts', 'own stops', 'erases archive.db', 'own 2 starts']);
    expect(await host.call('session.get', undefined)).toEqual(ok('own 2 answers'));
  });

  it('answers the call that asked for it, without waiting for that call', async () => {
    const { host, story, archives, answers, clock } = await started();
    answers.set('session.sign-out', () => archives.erase());
    expect(await host.call('session.sign-out', { eraseArchive: true })).toEqual(ok());
    expect(clock.now()).toBe(0);
    expect(story.filter((line) => line === 'own stops')).toHaveLength(1);
  });

  it('lets other calls finish first, for five seconds; new ones wait for the new core', async () => {
    const { host, story, archives, answers, clock } = await started();
    const slow = Promise.withResolvers<Result<unknown>>();
    answers.set('slow', () => slow.promise);
    answers.set('session.sign-out', () => archives.erase());
    const asked = host.call('slow', undefined);
    const signedOut = host.call('session.sign-out', { eraseArchive: true });
    await settle();
    const meanwhile = host.call('session.get', undefined);
    clock.turn(4999);
    await settle();
    expect(story).toEqual(['own starts']);
    clock.turn(1);
    expect(await signedOut).toEqual(ok());
    expect(await meanwhile).toEqual(ok('own 2 answers'));
    slow.resolve(ok('late'));
    expect(await asked).toEqual(ok('late'));
  });

  it('says so when the file cannot be removed, and goes on with it', async () => {
    const { host, archives, registers } = await started();
    registers.own.isStuck = true;
    expect(await archives.erase()).toMatchObject({
      ok: false,
      failure: { message: 'session.archive-not-erased' },
    });
    expect(await host.call('session.get', undefined)).toEqual(ok('own 2 answers'));
  });

  it('touches nothing when it cannot be noted that it begins', async () => {
    const { host, story, archives, registers } = await started();
    registers.own.beginErasing = () => {
      throw new Error('ENOSPC: no space left on device');
    };
    expect(await archives.erase()).toMatchObject({ ok: false });
    expect(story).toEqual(['own starts']);
    expect(await host.call('session.get', undefined)).toEqual(ok('own answers'));
  });

  it('fails calls instead of leaving them waiting when no core opens afterwards', async () => {
    const { host, archives, ahead } = await started();
    ahead.failure = new Error('disk full');
    await archives.erase();
    await expect(host.call('session.get', undefined)).rejects.toThrow('disk full');
    await host.stop();
  });

  it('is over before the app quits', async () => {
    const { host, story, archives } = await started();
    const erasing = archives.erase();
    await host.stop();
    expect(await erasing).toEqual(ok());
    expect(story.slice(-3)).toEqual(['erases archive.db', 'own 2 starts', 'own 2 stops']);
  });
});
