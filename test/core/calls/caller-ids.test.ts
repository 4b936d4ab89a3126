import { describe, expect, it } from 'vitest';
import type { CallerIdChoice } from '../../../shared/model/calls.ts';
import type { CountryCode, E164 } from '../../../shared/model/ids.ts';
import { countryOf } from '../../../shared/phone/country.ts';
import { ada, bob, mainNumber, secondNumber } from '../support/session.ts';
import { makeCalls } from './harness.ts';

const thirdNumber = '+12125550102' as E164;
const london = '+442079460123' as E164;
const paris = '+33199005555' as E164;
const us = 'US' as CountryCode;

const choice = (number: E164, isDefault = false): CallerIdChoice => ({
  number,
  label: undefined,
  isDefault,
});

/** A user with three numbers to show; Ada is a contact with two numbers, entered twice. */
function makeWorld() {
  const world = makeCalls();
  world.session.callerIds = [choice(mainNumber, true), choice(secondNumber), choice(thirdNumber)];
  world.archive.db.exec(`
    INSERT INTO contact (id, source, server_id, name, person_id)
      VALUES (1, 'personal', 'a', 'Ada Brook', 1), (2, 'company', 'b', 'Ada Brook', 1);
    INSERT INTO contact_number (contact_id, label, number, typed, rank)
      VALUES (1, 'mobile', '${ada}', '', 0), (2, 'business', '${london}', '', 0);
  `);
  const chosenFor = async (typed: string) => (await world.outlooks.of(typed)).callerId;
  return { ...world, chosenFor };
}

describe('the number that is shown', () => {
  it('is the default until something else is chosen', async () => {
    const world = makeWorld();
    expect(await world.chosenFor(ada)).toEqual({ number: mainNumber, because: 'default' });
    await world.dial();
    expect(world.client.placed).toMatchObject([{ callerId: undefined }]);
  });

  it('is remembered for the person, with any of their numbers', async () => {
    const world = makeWorld();
    await world.dial({ callerId: secondNumber });
    expect(world.client.placed).toMatchObject([{ callerId: secondNumber }]);
    for (const typed of [ada, london])
      expect(await world.chosenFor(typed)).toEqual({ number: secondNumber, because: 'contact' });
    expect(await world.chosenFor(bob)).toMatchObject({ because: 'default' });
    await world.clock.advance(600_000);
    await world.dial({ number: london, confirmed: ['already-placing'] });
    expect(world.client.placed[1]).toMatchObject({ to: london, callerId: secondNumber });
    expect(world.active()).toMatchObject({ callerId: secondNumber });
  });

  it('of a country is listed, and forgotten by hand', async () => {
    const world = makeWorld();
    await world.dial({ number: paris, callerId: thirdNumber });
    const france = { country: 'FR', callerId: thirdNumber };
    expect(await world.callerIds.listCountries()).toEqual([france]);
    await world.callerIds.forgetCountry('FR' as CountryCode);
    expect(await world.callerIds.listCountries()).toEqual([]);
    expect(await world.chosenFor('+33 1 99 00 66 66')).toMatchObject({ because: 'default' });
  });

  it('is remembered for the country of a number that is nobody’s', async () => {
    const world = makeWorld();
    await world.dial({ number: paris, callerId: thirdNumber });
    expect(await world.chosenFor('+33 1 99 00 66 66')).toEqual({
      number: thirdNumber,
      because: 'country',
    });
    expect(await world.chosenFor(bob)).toMatchObject({ because: 'default' });
  });

  it('is the person’s before the country’s', async () => {
    const world = makeWorld();
    await world.calls.dial({ number: bob, callerId: thirdNumber });
    expect(await world.chosenFor(ada)).toEqual({ number: thirdNumber, because: 'country' });
    await world.callerIds.set(ada, secondNumber);
    expect(await world.chosenFor(ada)).toEqual({ number: secondNumber, because: 'contact' });
  });

  it('can be taken back, which leaves the country’s or the default', async () => {
    const world = makeWorld();
    await world.callerIds.set(ada, secondNumber);
    expect(await world.callerIds.set(ada, undefined)).toEqual({
      ok: true,
      value: { number: mainNumber, because: 'default' },
    });
    expect(world.told).toContain('phones');
    world.told.length = 0;
    await world.callerIds.set(ada, undefined);
    expect(world.told).toEqual([]);
  });

  it('keeps what else is laid down about the person', async () => {
    const world = makeWorld();
    const { db } = world.archive;
    db.exec(`INSERT INTO contact_preference (contact_id, time_zone) VALUES (1, 'Europe/London')`);
    await world.callerIds.set(ada, secondNumber);
    await world.callerIds.set(ada, undefined);
    expect(db.prepare('SELECT time_zone, caller_id FROM contact_preference').all()).toEqual([
      { time_zone: 'Europe/London', caller_id: null },
    ]);
  });

  it('is never one that may not be shown', async () => {
    const world = makeWorld();
    const foreign = '+12125550177' as E164;
    expect(await world.callerIds.set(ada, foreign)).toMatchObject({
      failure: { message: 'call.caller-id-refused', field: 'callerId' },
    });
    expect(await world.dial({ callerId: foreign })).toBe('call.caller-id-refused');
    expect(await world.callerIds.set('nobody', secondNumber)).toMatchObject({ ok: false });
    expect(await world.chosenFor(ada)).toMatchObject({ because: 'default' });
    expect(world.client.placed).toEqual([]);
  });

  it('is forgotten, with a word, when the account has lost it', async () => {
    const world = makeWorld();
    await world.callerIds.set(ada, secondNumber);
    await world.callerIds.set(bob, secondNumber);
    world.session.callerIds = [choice(mainNumber, true)];
    expect(await world.chosenFor(ada)).toEqual({ number: mainNumber, because: 'default' });
    await world.dial();
    expect(world.client.placed).toMatchObject([{ callerId: undefined }]);
    expect(world.notices).toMatchObject([
      { message: 'caller-id-gone', params: { number: '(212) 555-0101' } },
    ]);
    // It is not chosen again when it comes back.
    world.session.callerIds = [choice(mainNumber, true), choice(secondNumber)];
    expect(await world.chosenFor(bob)).toMatchObject({ because: 'default' });
  });

  it('is kept while nothing is known of the account', async () => {
    const world = makeWorld();
    await world.callerIds.set(ada, secondNumber);
    const known = world.session.callerIds;
    world.session.callerIds = [];
    expect(await world.chosenFor(ada)).toEqual({ number: undefined, because: 'default' });
    world.session.callerIds = known;
    expect(await world.chosenFor(ada)).toMatchObject({ number: secondNumber });
    expect(world.notices).toEqual([]);
  });
});

describe('the country of a number', () => {
  it.each([
    ['+12125550142', 'US'],
    ['212 555 0142', 'US'],
    ['+1 416 555 0142', 'CA'],
    [london, 'GB'],
    [paris, 'FR'],
    ['+49 30 23125 000', 'DE'],
    ['411', undefined],
    ['nobody', undefined],
  ])('%s is called in %s', (typed, country) => {
    expect(countryOf(typed, us)).toBe(country);
  });
});
