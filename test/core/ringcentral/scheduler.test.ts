import { describe, expect, it } from 'vitest';
import type { Lane } from '../../../main/core/ringcentral/outcome.ts';
import type { NotAdmitted } from '../../../main/core/ringcentral/scheduler.ts';
import {
  createScheduler,
  type Pass,
  type Scheduler,
} from '../../../main/core/ringcentral/scheduler.ts';
import { JumpingClock } from '../support/jumping-clock.ts';
import { ManualClock, settled } from '../support/manual-clock.ts';

const extension = '/restapi/v1.0/account/~/extension/~';
const heavy = `GET ${extension}/call-log-sync`;
const ringOut = `POST ${extension}/ring-out`;
const light = `GET ${extension}/message-sync`;
const token = 'POST /restapi/oauth/token';
const socketToken = 'POST /restapi/oauth/wstoken';

/** Asks for admission and keeps what has left, in order. */
function watch(scheduler: Scheduler) {
  const left: string[] = [];
  const passes: Pass[] = [];
  const refused: NotAdmitted[] = [];
  const ask = (name: string, route: string, lane: Lane, signal?: AbortSignal): void => {
    scheduler.admit({ route, lane, signal }).then(
      (pass) => {
        left.push(name);
        passes.push(pass);
      },
      (error: unknown) => refused.push(error as NotAdmitted),
    );
  };
  return { left, passes, refused, ask };
}

const headers = (entries: Record<string, string> = {}): Headers => new Headers(entries);

function start() {
  const clock = new ManualClock(0);
  const scheduler = createScheduler(clock);
  return { clock, scheduler, ...watch(scheduler) };
}

describe('the scheduler', () => {
  it('lets five of the background’s Heavy requests leave, and a call at once behind them', async () => {
    const { ask, left } = start();
    for (let n = 1; n <= 8; n += 1) ask(`page ${n}`, heavy, 'sync');
    await settled();
    ask('call', ringOut, 'call');
    await settled();
    expect(left).toEqual(['page 1', 'page 2', 'page 3', 'page 4', 'page 5', 'call']);
  });

  it('goes on when the window has slid, the more urgent lane first', async () => {
    const { ask, left, passes, clock } = start();
    for (let n = 1; n <= 5; n += 1) ask('early', heavy, 'sync');
    ask('early', heavy, 'user');
    ask('backfill', heavy, 'backfill');
    ask('sync', heavy, 'sync');
    ask('outbox', heavy, 'outbox');
    ask('user', heavy, 'user');
    await settled();
    for (const pass of passes) pass.answered(200, headers());
    left.length = 0;
    await clock.advance(59_999);
    expect(left).toEqual([]);
    await clock.advance(1);
    expect(left).toEqual(['user', 'outbox', 'sync', 'backfill']);
  });

  it('stops a whole group on 429 and refuses a call at once with the time', async () => {
    const { ask, left, passes, refused, clock, scheduler } = start();
    ask('sync', heavy, 'sync');
    await settled();
    passes[0]?.answered(429, headers({ 'Retry-After': '60', 'X-Rate-Limit-Group': 'heavy' }));
    ask('waiting', heavy, 'user');
    ask('call', ringOut, 'call');
    await settled();
    expect(left).toEqual(['sync']);
    expect(refused).toMatchObject([
      { reason: 'paused', group: 'heavy', wait: { ms: 61_000, until: 61_000 } },
    ]);
    expect(scheduler.getPausedGroups()).toEqual([{ group: 'heavy', resumesAt: 61_000 }]);
    await clock.advance(60_999);
    expect(left).toEqual(['sync']);
    await clock.advance(1);
    expect(left).toEqual(['sync', 'waiting']);
    expect(scheduler.getPausedGroups()).toEqual([]);
  });

  it('leaves the other groups alone', async () => {
    const { ask, left, passes } = start();
    ask('sync', heavy, 'sync');
    await settled();
    passes[0]?.answered(429, headers());
    ask('messages', light, 'sync');
    await settled();
    expect(left).toEqual(['sync', 'messages']);
  });

  it('tells when a group stops and when it resumes', async () => {
    const { ask, passes, clock, scheduler } = start();
    const told: number[] = [];
    scheduler.onPause(() => told.push(clock.now()));
    ask('sync', heavy, 'sync');
    await settled();
    passes[0]?.answered(429, headers({ 'Retry-After': '10' }));
    await clock.advance(20_000);
    expect(told).toEqual([0, 11_000]);
  });

  it('tells that a group resumes when it does, although a timer came early or the clock was put back', async () => {
    const clock = new JumpingClock(0);
    const scheduler = createScheduler(clock);
    const { ask, passes } = watch(scheduler);
    const told: number[] = [];
    scheduler.onPause(() => told.push(scheduler.getPausedGroups().length));
    ask('sync', heavy, 'sync');
    await settled();
    passes[0]?.answered(429, headers({ 'Retry-After': '10' }));
    clock.jumpedMs = -5_000;
    await clock.advance(30_000);
    expect(told).toEqual([1, 0]);
    expect(clock.waiting).toBe(0);
  });

  it('refuses a token at once too: a call may be waiting for it', async () => {
    const { ask, passes, refused } = start();
    ask('refresh', token, 'call');
    await settled();
    passes[0]?.answered(429, headers({ 'Retry-After': '60' }));
    ask('refresh', token, 'sync');
    await settled();
    expect(refused).toMatchObject([{ group: 'auth', wait: { ms: 61_000 } }]);
  });

  it('learns an endpoint’s group from the server', async () => {
    const { ask, left, passes } = start();
    ask('first', light, 'sync');
    await settled();
    passes[0]?.answered(200, headers({ 'X-Rate-Limit-Group': 'Heavy', 'X-Rate-Limit-Limit': '1' }));
    ask('second', light, 'sync');
    await settled();
    expect(left).toEqual(['first', 'second']);
    ask('third', light, 'sync');
    await settled();
    expect(left).toHaveLength(2);
  });

  it('takes those that wait for the same endpoint along to the group it learns', async () => {
    const { ask, left, passes, clock } = start();
    const unheardOf = 'GET /restapi/v1.0/unheard-of';
    for (let n = 1; n <= 50; n += 1) ask('sync', unheardOf, 'sync');
    await settled();
    expect(left).toHaveLength(30);
    const paused = { 'Retry-After': '60', 'X-Rate-Limit-Group': 'heavy' };
    passes[0]?.answered(429, headers(paused));
    for (const pass of passes.slice(1)) pass.unused();
    await clock.advance(60_999);
    expect(left).toHaveLength(30);
    await clock.advance(1);
    expect(left).toHaveLength(35);
  });

  it('takes an aborted request out of the queue it was taken to', async () => {
    const { ask, left, passes, refused, clock } = start();
    const unheardOf = 'GET /restapi/v1.0/unheard-of';
    const controller = new AbortController();
    for (let n = 1; n <= 30; n += 1) ask('sync', unheardOf, 'sync');
    ask('given up', unheardOf, 'sync', controller.signal);
    await settled();
    passes[0]?.answered(
      200,
      headers({ 'X-Rate-Limit-Group': 'heavy', 'X-Rate-Limit-Remaining': '0' }),
    );
    controller.abort();
    await clock.advance(120_000);
    expect(refused).toMatchObject([{ reason: 'aborted', group: 'heavy' }]);
    expect(left).not.toContain('given up');
    expect(clock.waiting).toBe(0);
  });

  it('takes an aborted request out of the queue', async () => {
    const { ask, left, refused, passes, clock } = start();
    const controller = new AbortController();
    for (let n = 1; n <= 5; n += 1) ask('early', heavy, 'sync');
    ask('given up', heavy, 'sync', controller.signal);
    ask('next', heavy, 'sync');
    await settled();
    controller.abort();
    await settled();
    expect(refused).toMatchObject([{ reason: 'aborted' }]);
    for (const pass of passes) pass.answered(200, headers());
    left.length = 0;
    await clock.advance(60_000);
    expect(left).toEqual(['next']);
  });

  it('gives a slot back when nothing was written', async () => {
    const { ask, left, passes } = start();
    for (let n = 1; n <= 5; n += 1) ask('early', heavy, 'sync');
    ask('next', heavy, 'sync');
    await settled();
    passes[0]?.unused();
    await settled();
    expect(left.at(-1)).toBe('next');
    passes[1]?.lost();
    ask('after', heavy, 'sync');
    await settled();
    expect(left.at(-1)).toBe('next');
  });

  it('does not limit what RingCentral does not limit', async () => {
    const { ask, left } = start();
    for (let n = 0; n < 200; n += 1) ask('probe', 'GET /restapi', 'user');
    await settled();
    expect(left).toHaveLength(200);
  });

  it('leaves two of five Auth slots to sign-in and refresh, and tells a socket token when to come', async () => {
    const { ask, left, refused, passes } = start();
    for (let n = 1; n <= 4; n += 1) ask(`socket ${n}`, socketToken, 'sync');
    await settled();
    expect(left).toEqual(['socket 1', 'socket 2', 'socket 3']);
    passes.forEach((pass) => pass.answered(200, headers()));
    expect(refused).toMatchObject([{ reason: 'paused', group: 'auth', wait: { ms: 60_000 } }]);
    for (let n = 1; n <= 2; n += 1) ask(`token ${n}`, token, 'call');
    await settled();
    expect(left.slice(3)).toEqual(['token 1', 'token 2']);
  });

  it('never lets a socket token out inside an Auth penalty', async () => {
    const { ask, left, passes, refused, clock } = start();
    ask('socket', socketToken, 'sync');
    await settled();
    passes[0]?.answered(429, headers({ 'Retry-After': '60' }));
    for (let second = 0; second < 60; second += 1) {
      ask('again', socketToken, 'sync');
      await clock.advance(1_000);
    }
    expect(left).toEqual(['socket']);
    expect(refused).toHaveLength(60);
    await clock.advance(1_000);
    ask('later', socketToken, 'sync');
    await settled();
    expect(left).toEqual(['socket', 'later']);
  });

  it('tells how much of each group is spent, kept and stopped', async () => {
    const { ask, passes, clock, scheduler } = start();
    ask('sync', heavy, 'sync');
    ask('call', ringOut, 'call');
    ask('messages', light, 'sync');
    await settled();
    passes[2]?.answered(429, headers({ 'Retry-After': '9', 'X-Rate-Limit-Limit': '45' }));
    const budgetOf = (group: string) => scheduler.getBudgets().find((each) => each.group === group);
    const pausedUntil = undefined;
    expect(scheduler.getBudgets().map(({ group }) => group)).toEqual([
      'light',
      'medium',
      'heavy',
      'auth',
    ]);
    expect(budgetOf('heavy')).toEqual({
      group: 'heavy',
      limit: 10,
      used: 2,
      reservedForCalls: 4,
      pausedUntil,
    });
    expect(budgetOf('light')).toMatchObject({ limit: 45, used: 1, pausedUntil: 10_000 });
    expect(budgetOf('medium')).toMatchObject({ limit: 40, used: 0, reservedForCalls: 0 });
    passes[0]?.answered(200, headers());
    passes[1]?.answered(200, headers());
    await clock.advance(60_000);
    expect(budgetOf('heavy')).toMatchObject({ used: 0 });
  });

  it('refuses who waits when it stops, and leaves no timer', async () => {
    const { ask, refused, clock, scheduler } = start();
    for (let n = 1; n <= 6; n += 1) ask('sync', heavy, 'sync');
    await settled();
    scheduler.stop();
    ask('late', heavy, 'sync');
    await settled();
    expect(refused).toMatchObject([{ reason: 'stopped' }, { reason: 'stopped' }]);
    expect(clock.waiting).toBe(0);
  });
});
