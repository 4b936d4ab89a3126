import { describe, expect, it } from 'vitest';
import type { CardView } from '../../../shared/model/cards.ts';
import { passUntil, startSignedIn, until } from '../support/core-world.ts';

const ada = '+15125550134';
const tom = '+15125550137';

type World = Awaited<ReturnType<typeof startSignedIn>>;
type IncomingView = Extract<CardView, { kind: 'incoming' }>;

async function listIncoming({ get }: World): Promise<readonly IncomingView[]> {
  const { cards } = await get('cards.list', undefined);
  return cards.filter((card): card is IncomingView => card.kind === 'incoming');
}

const inState =
  (world: World, ...states: readonly string[]) =>
  async (): Promise<readonly IncomingView[]> => {
    const cards = await listIncoming(world);
    expect(cards.map(({ call }) => call.state)).toEqual(states);
    return cards;
  };

/** Told of calls by push, with what came before in the archive. */
async function startPushed(): Promise<World> {
  const world = await startSignedIn();
  await passUntil(world.clock, async () => {
    const { push } = await world.get('session.get', undefined);
    expect(push.state).toBe('connected');
    expect((await world.get('calls.list', { limit: 1 })).items).toHaveLength(1);
    const [caller] = await world.get('contacts.suggest', { text: ada });
    expect(caller?.party.name).toBeDefined();
  });
  return world;
}

const callsSince = async ({ get }: World, from: number) =>
  (await get('calls.list', { filter: { from: from - 2_000 }, limit: 200 })).items;

/** Long enough for every look into the call log after a call. */
async function passCallLog({ clock }: World): Promise<void> {
  for (let step = 0; step < 16; step += 1) await clock.advance(5_000);
}

describe('somebody calls', () => {
  it('and a card says so while RingCentral answers nothing, follows, and keeps the note', async () => {
    const world = await startPushed();
    const from = world.clock.now();
    world.simulator.faults.add({ hang: 'before' });
    world.simulator.account.receiveCall({ from: ada, outcome: 'answered', queue: 'New loans' });
    const [card] = await until(inState(world, 'ringing'));
    world.simulator.faults.clear();
    expect(card?.call).toMatchObject({ queue: 'New loans', party: { number: ada } });
    expect(card?.call.party.name).toBeDefined();
    expect(card?.brief.lastContact).toBeDefined();
    expect(world.cardWindow.shows).toEqual([false]);
    await passUntil(world.clock, inState(world, 'answered'));
    await passUntil(world.clock, inState(world, 'ended'));
    const callId = card?.call.callId ?? ('' as never);
    await world.get('notes.add', { about: { callId }, text: 'a quote', outcome: 'Reached' });
    await passCallLog(world);
    // The record counts from the first ring.
    await passUntil(world.clock, async () =>
      expect(await callsSince(world, from)).toMatchObject([
        { id: callId, outcome: 'connected', noteOutcome: 'Reached', durationSeconds: 42 },
      ]),
    );
  });

  it('and leaves a voicemail, which is the call’s', async () => {
    const world = await startPushed();
    const from = world.clock.now();
    world.simulator.account.receiveCall({ from: ada, outcome: 'voicemail', talkMs: 9_000 });
    await passUntil(world.clock, inState(world, 'voicemail'));
    await passCallLog(world);
    await passUntil(world.clock, async () => {
      const [call, ...others] = await callsSince(world, from);
      expect(others).toEqual([]);
      expect(call).toMatchObject({ outcome: 'voicemail', isNew: true });
      expect(call?.voicemailId).toBeDefined();
    });
  });

  it('and somebody else at the same time, on three phones each: two cards', async () => {
    const world = await startPushed();
    world.simulator.account.receiveCall({ from: ada, outcome: 'missed', phones: 3 });
    world.simulator.account.receiveCall({ from: tom, outcome: 'missed', phones: 3 });
    const cards = await until(inState(world, 'ringing', 'ringing'));
    expect(new Set(cards.map(({ call }) => call.party.number))).toEqual(new Set([ada, tom]));
    await passUntil(world.clock, inState(world, 'missed', 'missed'));
    for (const { id } of cards) await world.get('cards.dismiss', { cardId: id });
    await passCallLog(world);
    expect(await listIncoming(world)).toEqual([]);
  });

  it('and without push it is seen a little later', async () => {
    const world = await startPushed();
    world.simulator.account.sockets.refuseNext(1_000);
    world.simulator.account.sockets.drop();
    await passUntil(world.clock, async () => {
      const { push } = await world.get('session.get', undefined);
      expect(push.state).toBe('waiting');
    });
    const from = world.clock.now();
    world.simulator.account.receiveCall({ from: ada, outcome: 'missed', ringMs: 20_000 });
    await passUntil(world.clock, inState(world, 'ringing'));
    await passUntil(world.clock, inState(world, 'missed'));
    await passCallLog(world);
    await until(async () =>
      expect(await callsSince(world, from)).toMatchObject([{ outcome: 'missed', isNew: true }]),
    );
  });

  it('and cards that are off leave the history to tell', async () => {
    const world = await startPushed();
    await world.get('settings.set', { showIncoming: false });
    const from = world.clock.now();
    world.simulator.account.receiveCall({ from: ada, outcome: 'missed' });
    await until(async () =>
      expect(await callsSince(world, from)).toMatchObject([{ outcome: 'in-progress' }]),
    );
    expect(await listIncoming(world)).toEqual([]);
  });
});

describe('a call from here', () => {
  it.each(['two-crossed', 'two-same'] as const)(
    'rings the own phone and is no incoming one (%s)',
    async (records) => {
      const world = await startPushed();
      world.simulator.account.rules.ringOutRecords = records;
      const from = world.clock.now();
      await world.get('calls.dial', { number: '+19075550141', confirmed: ['quiet-hours'] });
      await passUntil(world.clock, async () => {
        expect(await listIncoming(world)).toEqual([]);
        const [call] = await world.get('calls.list-active', undefined);
        expect(call?.state).toBe('connected');
      });
      await passCallLog(world);
      expect(await callsSince(world, from)).toMatchObject([{ direction: 'outbound' }]);
    },
  );
});
