import { describe, expect, it } from 'vitest';
import { failure } from '../../../../shared/failure.ts';
import type { CallQuestion } from '../../../../shared/model/calls.ts';
import type { ContactId } from '../../../../shared/model/ids.ts';
import { setTimeZone } from '../../../../main/core/calls/outlook/queries.ts';
import { addDoNotCall } from '../../../../main/core/do-not-call/queries.ts';
import { openInProcessArchive } from '../../../db/in-process.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { ada, bob } from '../../support/session.ts';
import { makeCalls } from '../harness.ts';

const newYork = { place: 'New York, NY', zones: ['America/New_York'] };
/** Monday, 23:40 in New York. */
const lateThere = Date.UTC(2026, 2, 3, 4, 40);
const adaId = '1' as ContactId;

/** Ada Brook in two entries with one number, and a colleague with extension 104. */
function makeWorld(now?: number) {
  const archive = openInProcessArchive();
  archive.db.exec(`
    INSERT INTO contact (id, person_id, source, server_id, name, availability) VALUES
      (1, 1, 'personal', 'c1', 'Ada Brook', 'Alive'),
      (2, 1, 'company', 'c2', 'Ada Brook', 'Alive'),
      (3, 3, 'company', 'c3', 'Grace Lin', 'Alive');
    INSERT INTO contact_number (contact_id, label, number, extension_number, typed, rank) VALUES
      (1, 'mobile', '${ada}', NULL, '${ada}', 0),
      (2, 'business', '${ada}', NULL, '${ada}', 0),
      (3, 'extension', NULL, '104', '104', 0)`);
  const world = makeCalls(archive, now === undefined ? undefined : new ManualClock(now));
  world.world.area = newYork;
  return world;
}

type World = ReturnType<typeof makeWorld>;

const forbid = (world: World, ...numbers: (typeof ada)[]) =>
  world.archive.write(addDoNotCall, { numbers, reason: '', at: 1 });

describe('an outlook', () => {
  it('tells all there is to know before a call, and writes nothing down', async () => {
    const world = makeWorld();
    expect(await world.outlooks.of('212 555 0142 x9')).toEqual({
      typed: '212 555 0142 x9',
      number: ada,
      keyIn: '9',
      party: expect.objectContaining({ name: 'Ada Brook', contactId: '1' }),
      place: 'New York, NY',
      localTime: {
        zone: 'America/New_York',
        source: 'area',
        isOneOfSeveral: false,
        isQuiet: false,
      },
      questions: [],
      refusal: undefined,
      obstacle: undefined,
      callerId: expect.objectContaining({ because: 'default' }),
    });
    expect(world.activities()).toEqual([]);
    expect(world.client.placed).toEqual([]);
  });

  it.each([
    ['', 'number.empty'],
    ['Ada', 'number.not-dialable'],
    ['911', 'number.emergency'],
    ['tel:+1911', 'number.emergency'],
  ])('refuses %j, and asks nothing', async (typed, message) => {
    const world = makeWorld();
    const outlook = await world.outlooks.of(typed);
    expect(outlook).toMatchObject({ number: undefined, questions: [], refusal: { message } });
  });

  it('says what is in the way, being offline included, though that keeps no call', async () => {
    const world = makeWorld();
    const sinceAt = world.clock.now();
    world.client.setConnection({ state: 'offline', cause: 'network', sinceAt });
    expect((await world.outlooks.of(ada)).obstacle?.message).toBe('network.offline');
    expect(await world.dial()).toMatch(/^\d+$/);
    world.client.setPaused([{ group: 'heavy', resumesAt: world.clock.now() + 30_000 }]);
    expect((await world.outlooks.of(bob)).obstacle?.message).toBe('call.paused');
    const reason = failure('auth', 'permission.app-missing');
    world.session.canCall = { can: false, failure: reason };
    expect((await world.outlooks.of(bob)).obstacle).toEqual(reason);
    world.session.isSignedIn = false;
    expect((await world.outlooks.of(bob)).obstacle?.message).toBe('session.signed-out');
  });
});

describe('what is asked before a call', () => {
  const asked = async (world: World, typed: string) => (await world.outlooks.of(typed)).questions;

  it('a short number, unless it is a colleague’s extension', async () => {
    const world = makeWorld();
    expect(await asked(world, '411')).toEqual(['short']);
    const colleague = await world.outlooks.of('104');
    expect(colleague).toMatchObject({
      number: '104',
      questions: [],
      party: { name: 'Grace Lin', extensionNumber: '104' },
    });
    expect(await world.dial({ number: '104' })).toMatch(/^\d+$/);
    expect(world.client.placed[0]?.to).toBe('104');
  });

  it('a number that may cost extra', async () => {
    expect(await asked(makeWorld(), '+1 900 555 0142')).toEqual(['premium']);
  });

  it('a number of the do-not-call list, in any form', async () => {
    const world = makeWorld();
    await forbid(world, ada);
    expect(await asked(world, '(212) 555-0142')).toEqual(['do-not-call']);
    expect(await asked(world, bob)).toEqual([]);
  });

  it('an hour that is early or late there', async () => {
    const world = makeWorld(lateThere);
    expect(await asked(world, ada)).toEqual(['quiet-hours']);
    world.world.area = { place: 'Tokyo', zones: ['Asia/Tokyo'] };
    expect(await asked(world, ada)).toEqual([]);
  });

  it('the hour where a contact is said to be, by whichever of their entries', async () => {
    const world = makeWorld();
    await world.archive.write(setTimeZone, {
      contactId: '2' as ContactId,
      zone: 'Asia/Kolkata',
    });
    const { localTime, place, questions } = await world.outlooks.of(ada);
    expect(localTime).toMatchObject({ zone: 'Asia/Kolkata', source: 'contact', isQuiet: false });
    expect({ place, questions }).toEqual({ place: 'New York, NY', questions: [] });
    // 20:30 there; half an hour on it is quiet.
    await world.clock.advance(30 * 60_000);
    expect(await asked(world, ada)).toEqual(['quiet-hours']);
    await world.archive.write(setTimeZone, { contactId: adaId, zone: undefined });
    expect(await asked(world, ada)).toEqual([]);
  });

  it('several things, in their order', async () => {
    const world = makeWorld(lateThere);
    const premium = '+19005550142' as typeof ada;
    await forbid(world, premium);
    expect(await asked(world, premium)).toEqual(['premium', 'do-not-call', 'quiet-hours']);
    await world.dial({ number: bob, confirmed: ['quiet-hours'] });
    expect(await asked(world, premium)).toEqual([
      'premium',
      'do-not-call',
      'quiet-hours',
      'already-placing',
    ]);
  });
});

describe('a call obeys what is asked', () => {
  const all: readonly CallQuestion[] = ['short', 'premium', 'do-not-call', 'quiet-hours'];

  it('one question after the other, until none is open', async () => {
    const world = makeWorld(lateThere);
    await forbid(world, ada);
    expect(await world.dial()).toBe('number.do-not-call');
    expect(await world.dial({ confirmed: ['do-not-call'] })).toBe('call.quiet-hours');
    expect(await world.dial({ confirmed: ['quiet-hours'] })).toBe('number.do-not-call');
    expect(world.client.placed).toEqual([]);
    expect(await world.dial({ confirmed: ['do-not-call', 'quiet-hours'] })).toMatch(/^\d+$/);
    expect(world.client.placed).toHaveLength(1);
  });

  it('only the user lifts a question, and nothing lifts a refusal', async () => {
    const world = makeWorld(lateThere);
    expect(await world.outlooks.judge({ number: ada })).toMatchObject({
      failure: { kind: 'conflict', message: 'call.quiet-hours', retry: 'user' },
    });
    expect(await world.outlooks.judge({ number: '911', confirmed: all })).toMatchObject({
      failure: { message: 'number.emergency' },
    });
    expect(await world.dial({ number: '9-1-1', confirmed: all })).toBe('number.emergency');
  });

  it('what was not asked needs no yes, and a yes to it is not kept', async () => {
    const world = makeWorld();
    await world.dial({ confirmed: all, reason: 'none needed' });
    expect((await world.rows())[0]?.decision).toBeUndefined();
  });

  it('keeps what was decided, why, and the hour there', async () => {
    const world = makeWorld(lateThere);
    await world.dial({ confirmed: ['quiet-hours'], reason: 'They asked me to call' });
    const [row] = await world.rows();
    expect(row?.decision).toEqual({
      questions: ['quiet-hours'],
      reason: 'They asked me to call',
      zone: 'America/New_York',
      clockTime: '23:40',
    });
    const kept = world.archive.db.prepare('SELECT detail FROM activity').get() as {
      detail: string;
    };
    expect(JSON.parse(kept.detail)).toEqual(row?.decision);
  });

  it('keeps that a question was asked, and that there was no yes', async () => {
    const world = makeWorld(lateThere);
    await world.dial();
    expect(world.activities()).toEqual([{ kind: 'call-asked', outcome: 'refused' }]);
  });

  it('hands a number over without a question, for the user dials it', async () => {
    const world = makeWorld(lateThere);
    await forbid(world, ada);
    expect(await world.calls.callWithDevice(ada)).toMatchObject({ ok: true });
  });
});

describe('one call for many presses', () => {
  it('of the same number in different forms, answered with yes or not', async () => {
    const world = makeWorld(lateThere);
    const forms = ['212 555 0142', '+12125550142', 'tel:+1-212-555-0142', '(212) 555-0142 x9'];
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        world.calls.dial({
          number: forms[index % forms.length] ?? ada,
          ...(index % 3 !== 0 && { confirmed: ['quiet-hours'] as const }),
        }),
      ),
    );
    const ids = new Set(answers.flatMap((answer) => (answer.ok ? [answer.value.callId] : [])));
    expect(ids.size).toBe(1);
    expect(world.client.placed).toHaveLength(1);
    // Once it is placed, whoever presses again hears of that call and is asked nothing.
    expect([...ids]).toContain(await world.dial());
  });

  it('never two for two numbers at once: the second is asked about', async () => {
    const world = makeWorld();
    const answers = await Promise.all(
      [ada, bob, ada, bob].map((number) => world.calls.dial({ number })),
    );
    const refused = answers.filter((answer) => !answer.ok);
    expect(refused.map((answer) => !answer.ok && answer.failure.message)).toEqual([
      'call.already-placing',
      'call.already-placing',
    ]);
    expect(world.client.placed).toHaveLength(1);
    expect(await world.dial({ number: bob, confirmed: ['already-placing'] })).toMatch(/^\d+$/);
    expect(world.client.placed).toHaveLength(2);
  });

  it('lets the card it was placed from follow it, whichever press that was', async () => {
    const world = makeWorld();
    const cardId = 'card' as NonNullable<Parameters<World['calls']['dial']>[0]['cardId']>;
    const callId = await world.dial();
    await world.dial({ cardId });
    expect(world.world.followed).toEqual([{ cardId, callId }]);
  });
});
