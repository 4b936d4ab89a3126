import { describe, expect, it } from 'vitest';
import type { ClientId } from '../../../shared/model/ids.ts';
import type { MessageView } from '../../../shared/model/messages.ts';
import {
  makeCore,
  passUntil,
  startSignedIn,
  until,
  type RunningCore,
} from '../support/core-world.ts';

/** Receives texts and does not answer them. */
const silent = '+19075550115';
let lastClientId = 0;

async function send({ get }: Pick<RunningCore, 'get'>, text: string, number = silent) {
  lastClientId += 1;
  const clientId = `journey-${lastClientId}` as ClientId;
  const accepted = await get('messages.send', { clientId, to: { numbers: [number] }, text });
  const { messageId, threadId } = accepted;
  if (messageId === undefined) throw new Error('the text waits for a time');
  return { messageId, threadId };
}

async function lines(
  { get }: Pick<RunningCore, 'get'>,
  threadId: MessageView['threadId'],
): Promise<readonly string[]> {
  const { items } = await get('messages.list', { threadId, limit: 200 });
  return items.map(({ text, status }) => `${text}: ${status}`).toReversed();
}

type World = Awaited<ReturnType<typeof startSignedIn>>;

/** How often RingCentral has a text. */
function copies({ simulator }: World, text: string): number {
  return simulator.account.messages.filter(({ subject }) => subject === text).length;
}

describe('a text, from the composer to its delivery', () => {
  it('is sent once and becomes delivered, as one bubble', async () => {
    const world = await startSignedIn();
    const { threadId } = await send(world, 'Rates are down today.');
    await passUntil(world.clock, async () =>
      expect(await lines(world, threadId)).toEqual(['Rates are down today.: delivered']),
    );
    expect(copies(world, 'Rates are down today.')).toBe(1);
    expect((await world.get('messages.list-threads', { limit: 1 })).items[0]).toMatchObject({
      id: threadId,
      lastMessage: { status: 'delivered' },
      unreadCount: 0,
    });
  });

  it('keeps the order of a thread', async () => {
    const world = await startSignedIn();
    const texts = Array.from({ length: 5 }, (_, n) => `part ${n}`);
    for (const text of texts) await send(world, text);
    await passUntil(world.clock, () => expect(copies(world, 'part 4')).toBe(1));
    const arrived = world.simulator.account.messages
      .filter(({ subject }) => subject.startsWith('part '))
      .sort((one, other) => one.id - other.id)
      .map(({ subject }) => subject);
    expect(arrived).toEqual(texts);
  });

  it('says why RingCentral refused it, beside the text', async () => {
    const world = await startSignedIn();
    world.simulator.faults.add({
      method: 'POST',
      path: '/sms',
      status: 403,
      errorCode: 'MSG-242',
      times: 1,
    });
    const { threadId, messageId } = await send(world, 'Hello?');
    await until(async () => expect(await lines(world, threadId)).toEqual(['Hello?: failed']));
    const { items } = await world.get('messages.list', { threadId, limit: 1 });
    expect(items[0]?.failure).toMatchObject({ message: 'text.not-registered', code: 'MSG-242' });
    await world.get('messages.send-again', { messageId });
    await passUntil(world.clock, async () =>
      expect(await lines(world, threadId)).toEqual(['Hello?: delivered']),
    );
    expect(copies(world, 'Hello?')).toBe(1);
  });

  it('is asked about before it goes again, as a new one would be', async () => {
    const world = await startSignedIn();
    const fault = { method: 'POST', path: '/sms', status: 403, errorCode: 'MSG-242', times: 1 };
    world.simulator.faults.add(fault);
    const { threadId, messageId } = await send(world, 'Hello?');
    await until(async () => expect(await lines(world, threadId)).toEqual(['Hello?: failed']));
    const { parties } = (await world.get('messages.get-thread', { threadId })) ?? { parties: [] };
    await world.get('do-not-call.add', { numbers: parties[0]?.number ?? '', reason: 'Asked' });
    expect(await world.call('messages.send-again', { messageId })).toMatchObject({
      failure: { message: 'number.do-not-call', retry: 'user' },
    });
    expect(await lines(world, threadId)).toEqual(['Hello?: failed']);
    await world.get('messages.send-again', { messageId, confirmed: ['do-not-call'] });
    await passUntil(world.clock, async () =>
      expect(await lines(world, threadId)).toEqual(['Hello?: delivered']),
    );
    expect(copies(world, 'Hello?')).toBe(1);
  });

  it('says why it was not delivered', async () => {
    const world = await startSignedIn();
    const { threadId } = await send(world, 'Hello, house phone', '+19075550196');
    await passUntil(world.clock, async () =>
      expect(await lines(world, threadId)).toEqual(['Hello, house phone: failed']),
    );
    const { items } = await world.get('messages.list', { threadId, limit: 1 });
    expect(items[0]?.failure).toMatchObject({ message: 'text.landline', code: 'SMS-UP-410' });
  });
});

describe('a text on a bad day', () => {
  it('is found in the message store when the answer to it was lost', async () => {
    const world = await startSignedIn();
    world.simulator.faults.add({ method: 'POST', path: '/sms', reset: 'after-accept', times: 1 });
    const { threadId } = await send(world, 'Did you get this?');
    await until(async () =>
      expect(await lines(world, threadId)).not.toEqual(['Did you get this?: sending']),
    );
    await passUntil(world.clock, async () =>
      expect(await lines(world, threadId)).toEqual(['Did you get this?: delivered']),
    );
    expect(copies(world, 'Did you get this?')).toBe(1);
  });

  it('is not sure it went, and asks, when RingCentral never had it', async () => {
    const world = await startSignedIn();
    world.simulator.faults.add({ method: 'POST', path: '/sms', reset: 'before', times: 1 });
    const { threadId } = await send(world, 'Hello?');
    const failureOf = async () =>
      (await world.get('messages.list', { threadId, limit: 1 })).items[0]?.failure;
    await passUntil(world.clock, async () =>
      expect(await failureOf()).toMatchObject({ message: 'text.outcome-unknown', retry: 'user' }),
    );
    expect(copies(world, 'Hello?')).toBe(0);
  });

  it('survives a hang after RingCentral has taken it', async () => {
    const world = await startSignedIn();
    world.simulator.faults.add({ method: 'POST', path: '/sms', hang: 'after-accept', times: 1 });
    const { threadId } = await send(world, 'Hanging on');
    await until(() => expect(copies(world, 'Hanging on')).toBe(1));
    await passUntil(
      world.clock,
      async () => expect(await lines(world, threadId)).toEqual(['Hanging on: delivered']),
      2_000,
    );
    expect(copies(world, 'Hanging on')).toBe(1);
  });

  it.each([
    ['503 MSG-290', { status: 503, errorCode: 'MSG-290', times: 2 }],
    [
      'a penalty',
      { status: 429, errorCode: 'CMN-301', times: 1, headers: { 'retry-after': '60' } },
    ],
  ])('waits through %s and goes by itself, once', async (_, fault) => {
    const world = await startSignedIn();
    world.simulator.faults.add({ method: 'POST', path: '/sms', ...fault });
    const { threadId } = await send(world, 'In a while');
    await until(async () => expect(await lines(world, threadId)).toEqual(['In a while: queued']));
    await passUntil(
      world.clock,
      async () => expect(await lines(world, threadId)).toEqual(['In a while: delivered']),
      2_000,
    );
    expect(copies(world, 'In a while')).toBe(1);
  });

  it('is accepted while RingCentral is down and goes when it is back', async () => {
    const world = await startSignedIn();
    await world.simulator.goDown();
    const { threadId } = await send(world, 'From the train');
    await passUntil(world.clock, async () => {
      expect((await world.get('session.get', undefined)).connection.state).toBe('offline');
      expect(await lines(world, threadId)).toEqual(['From the train: queued']);
    });
    await world.simulator.comeBack();
    await passUntil(
      world.clock,
      async () => expect(await lines(world, threadId)).toEqual(['From the train: delivered']),
      2_000,
    );
    expect(copies(world, 'From the train')).toBe(1);
  });

  it('goes out after the next start when Sidetone stopped before it could', async () => {
    const world = await startSignedIn();
    await world.simulator.goDown();
    const { threadId } = await send(world, 'Tomorrow then');
    await until(async () =>
      expect(await lines(world, threadId)).toEqual(['Tomorrow then: queued']),
    );
    await world.stop();
    await world.simulator.comeBack();
    const next = makeCore(world.profile, world.clock);
    await next.core.start();
    await passUntil(world.clock, async () =>
      expect(await lines(next, threadId)).toEqual(['Tomorrow then: delivered']),
    );
    expect(copies(world, 'Tomorrow then')).toBe(1);
  });
});

describe('an answer', () => {
  it('arrives unread in the same thread, and is read on both sides once looked at', async () => {
    const world = await startSignedIn();
    const { threadId } = await send(world, 'Are you free at 3?');
    await passUntil(world.clock, () => expect(copies(world, 'Are you free at 3?')).toBe(1));
    const record = world.simulator.account.receiveText({ from: silent, text: 'Yes!' });
    await passUntil(
      world.clock,
      async () =>
        expect(await world.get('messages.get-thread', { threadId })).toMatchObject({
          unreadCount: 1,
          lastMessage: {
            text: 'Yes!',
            direction: 'inbound',
          },
        }),
      2_000,
    );
    await world.get('messages.mark-read', { threadId });
    expect(await world.get('messages.get-thread', { threadId })).toMatchObject({ unreadCount: 0 });
    await until(() => {
      const kept = world.simulator.account.messages.find(({ id }) => id === record.id);
      expect(kept?.readStatus).toBe('Read');
    });
  });
});
