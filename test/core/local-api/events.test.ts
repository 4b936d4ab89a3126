import Sqlite from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { archiveOf, passUntil } from '../support/core-world.ts';
import { startWithDoor } from './support.ts';

const ada = '+15125550134';

type World = Awaited<ReturnType<typeof startWithDoor>>;
type Frame = { readonly id?: string; readonly event?: string; readonly data?: string };

/** Listens as a program does: frames by the blank line, fields by the colon. */
async function listen(world: World, more: { path?: string; lastEventId?: string } = {}) {
  const cutOff = new AbortController();
  onTestFinished(() => cutOff.abort());
  const response = await fetch(`${world.base}/api/v1/events${more.path ?? ''}`, {
    headers: {
      Authorization: `Bearer ${world.token}`,
      ...(more.lastEventId !== undefined && { 'Last-Event-ID': more.lastEventId }),
    },
    signal: cutOff.signal,
  });
  const frames: Frame[] = [];
  const state = { comments: 0, isOver: false };
  const read = async (): Promise<void> => {
    let rest = '';
    const body = response.body?.pipeThrough(new TextDecoderStream());
    if (!body) return;
    for await (const chunk of body) {
      const parts = (rest + chunk).split('\n\n');
      rest = parts.pop() ?? '';
      for (const part of parts) {
        if (part.startsWith(':')) state.comments += 1;
        const fields = part.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2));
        const frame: Frame = Object.fromEntries(fields);
        if (frame.event !== undefined) frames.push(frame);
      }
    }
  };
  const reading = read()
    .catch(() => undefined)
    .finally(() => {
      state.isOver = true;
    });
  return { response, frames, state, reading, hangUp: () => cutOff.abort() };
}

const typesOf = (frames: readonly Frame[]): readonly (string | undefined)[] =>
  frames.map(({ event }) => event);

/** From then on what happens is noted. */
async function feedIsOn(world: World): Promise<void> {
  const db = new Sqlite(archiveOf(world.profile), { readonly: true });
  onTestFinished(() => void db.close());
  await passUntil(
    world.clock,
    () => expect(db.prepare('SELECT 1 FROM event_feed').get()).toBeDefined(),
    20,
  );
}

describe('the stream of events', () => {
  it('tells of calls and texts, goes on where a program was, and ends with the token', async () => {
    const world = await startWithDoor();
    await feedIsOn(world);
    await tellsAndGoesOn(world);
    await refusesAndEnds(world);
  });
});

async function tellsAndGoesOn(world: World): Promise<void> {
  await passUntil(world.clock, async () =>
    expect((await world.get('session.get', undefined)).push.state).toBe('connected'),
  );
  const stream = await listen(world);
  expect(stream.response.headers.get('Content-Type')).toMatch(/^text\/event-stream/);
  world.simulator.account.receiveText({ from: ada, text: 'Is the rate locked?' });
  await passUntil(world.clock, () => expect(typesOf(stream.frames)).toContain('message.received'));
  const text = stream.frames.find(({ event }) => event === 'message.received');
  expect(JSON.parse(text?.data ?? '')).toMatchObject({
    id: text?.id,
    type: 'message.received',
    data: { message: { from_number: ada, message: 'Is the rate locked?' } },
  });
  stream.hangUp();
  world.simulator.account.receiveCall({ from: ada, outcome: 'answered' });
  await passUntil(world.clock, async () => {
    const { items } = await world.get('calls.list', { limit: 1 });
    expect(items[0]).toMatchObject({ outcome: 'connected', party: { number: ada } });
  });
  const again = await listen(world, {
    lastEventId: text?.id ?? '',
    path: '?types=call.ringing,call.connected,call.ended',
  });
  await passUntil(world.clock, () =>
    expect(typesOf(again.frames)).toEqual(['call.ringing', 'call.connected', 'call.ended']),
  );
  expect(JSON.parse(again.frames.at(-1)?.data ?? '')).toMatchObject({
    data: { call: { direction: 'inbound', from_number: ada, result: 'connected' } },
  });
  // Once each, also when the record of the call log has come.
  for (let step = 0; step < 12; step += 1) await world.clock.advance(5_000);
  await expect.poll(() => again.state.comments).toBeGreaterThan(1);
  expect(again.frames).toHaveLength(3);
  again.hangUp();
  expect(world.log.lines.map((line) => JSON.stringify(line)).join('\n')).not.toContain('rate');
}

async function refusesAndEnds(world: World): Promise<void> {
  const stream = await listen(world, { lastEventId: 'ffffffff-17' });
  await passUntil(world.clock, () => expect(typesOf(stream.frames)).toEqual(['stream.gap']));
  const status = async (path: string, token = world.token): Promise<number> =>
    (await world.ask(`/api/v1/events${path}`, { token })).status;
  expect(await status('?types=call.exploded')).toBe(400);
  const { token: other } = await world.letIn({ scopes: ['text'] });
  expect(await status('', other)).toBe(403);
  // Who asks for the head alone takes nobody's place.
  for (let count = 0; count < 5; count += 1) {
    const head = await world.ask('/api/v1/events', { token: world.token, method: 'HEAD' });
    expect([head.status, head.headers.get('Content-Type')]).toEqual([200, 'text/event-stream']);
  }
  const open = await Promise.all([1, 2, 3, 4].map(() => listen(world)));
  expect(open.map(({ response }) => response.status)).toEqual([200, 200, 200, 200]);
  expect(await status('')).toBe(429);
  open[0]?.hangUp();
  await passUntil(world.clock, async () => {
    const next = await listen(world);
    expect(next.response.status).toBe(200);
  });
  await world.get('api.revoke-token', { id: world.program.id });
  await stream.reading;
  expect(stream.state.isOver).toBe(true);
}
