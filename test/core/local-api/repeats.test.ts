import { describe, expect, it } from 'vitest';
import { makeCore, passUntil } from '../support/core-world.ts';
import { startWithDoor } from './support.ts';

const sms = '/api/v1/ringcentral/sms';
const friend = '+12125550142';
const json = { to_number: friend, message: 'See you at ten.' };
const headers = { 'Idempotency-Key': 'reminder-1' };

type World = Awaited<ReturnType<typeof startWithDoor>>;

/** Accepts a text that is held, and closes Sidetone until it is too late to send it by itself. */
async function missItsTime(world: World) {
  const { ask, clock, profile, token } = world;
  await world.get('settings.set', { undoSeconds: 10 });
  const sent = await ask(sms, { token, json, headers });
  expect(sent.body).toMatchObject({ status: 'queued' });
  await world.stop();
  await clock.advance(30 * 60_000);
  const next = makeCore(profile, clock);
  await next.core.start();
  await passUntil(clock, async () => {
    const { standing } = await next.get('api.get', undefined);
    expect(standing.state).toBe('listening');
    expect(await next.get('scheduled.list', {})).toHaveLength(1);
  });
  return { ...next, id: sent.body['message_id'] as string };
}

const textsOf = ({ simulator }: World): number =>
  simulator.account.state.messages.filter(({ subject }) => subject === json.message).length;

describe('a text that a program sends again under its key', () => {
  it('is the text it was, whatever would be asked about a new one', async () => {
    const world = await startWithDoor();
    const { ask, get, token, places, clock } = world;
    const sent = await ask(sms, { token, json, headers });
    const id = sent.body['message_id'] as string;
    await passUntil(clock, async () => {
      const { body } = await ask(`${sms}/${id}`, { token });
      expect(body).toMatchObject({ status: 'delivered' });
    });
    await get('do-not-call.add', { numbers: friend, reason: 'Asked in March' });
    const again = await ask(sms, { token, json, headers });
    expect(again).toMatchObject({ status: 200, body: { message_id: id, status: 'delivered' } });
    // The composer does not open with words that have gone.
    expect(places).toEqual([]);
    expect(textsOf(world)).toBe(1);
  });

  it('waits for the user where it missed its time, and is found when it has gone', async () => {
    const world = await startWithDoor();
    const { ask, token, clock } = world;
    const { get, id } = await missItsTime(world);
    const waiting = { message_id: id, status: 'waiting', to_number: friend };
    const again = await ask(sms, { token, json, headers });
    expect(again).toMatchObject({ status: 200, body: waiting });
    const found = await ask(`${sms}/${id}`, { token });
    expect(found).toMatchObject({
      status: 200,
      body: { id, status: 'waiting', message: json.message, to_numbers: [friend] },
    });
    const [text] = await get('scheduled.list', {});
    if (text === undefined) throw new Error('no text for later');
    await get('scheduled.send-now', { scheduledId: text.id });
    await passUntil(clock, async () => {
      const { body } = await ask(`${sms}/${id}`, { token });
      expect(body).toMatchObject({ status: 'delivered', message: json.message });
    });
    const { body } = await ask(sms, { token, json, headers });
    expect(body).toMatchObject({ status: 'delivered' });
    expect(textsOf(world)).toBe(1);
  });

  it('is not sent when the user has discarded it since', async () => {
    const world = await startWithDoor();
    const { ask, token } = world;
    const { get, id } = await missItsTime(world);
    const [text] = await get('scheduled.list', {});
    if (text === undefined) throw new Error('no text for later');
    await get('scheduled.discard', { scheduledId: text.id });
    const again = await ask(sms, { token, json, headers });
    expect(again).toMatchObject({
      status: 200,
      body: { message_id: id, status: 'discarded', to_number: null, thread_id: null },
    });
    expect(await get('messages.get-outbox', undefined)).toMatchObject({ waitingCount: 0 });
    expect(textsOf(world)).toBe(0);
  });
});

describe('the number a program wants to text from', () => {
  it('is named when it cannot be read', async () => {
    const { ask, token } = await startWithDoor();
    const refused = await ask(sms, { token, json: { ...json, from_number: '555-01' } });
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'text.sender-unreadable', field: 'from_number' },
    });
  });
});
