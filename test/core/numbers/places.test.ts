import { describe, expect, it, onTestFinished } from 'vitest';
import { lookUpPlace } from '../../../main/core/numbers/places/look-up.ts';
import { nowhere, type NumberPlace } from '../../../main/core/numbers/places/place.ts';
import { createPlaces, createPlacesInThread } from '../../../main/core/numbers/places/service.ts';
import type { E164 } from '../../../shared/model/ids.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { createMemoryLog } from '../support/memory-log.ts';
import { placesWorker } from '../support/places.ts';

const e164 = (number: string): E164 => number as E164;

describe('where a number is', () => {
  it.each([
    ['+14155550142', 'San Francisco, CA', ['America/Los_Angeles']],
    ['+12085550142', 'Idaho', ['America/Boise', 'America/Los_Angeles']],
    ['+4930123456', 'Berlin', ['Europe/Berlin']],
    ['+442079460958', 'London', ['Europe/London']],
    ['+9779812345678', 'Nepal', ['Asia/Katmandu']],
    ['+79161234567', 'Russia', ['Europe/Moscow']],
    ['+918012345678', 'Bangalore, Karnataka', ['Asia/Calcutta']],
  ])('%s is in %s', async (number, place, zones) => {
    expect(await lookUpPlace(e164(number), 'en')).toEqual({ place, zones });
  });

  it.each(['+18005550142', '+15555550142', '+881612345678', '+80012345678', '+999', '411', ''])(
    '%s is nowhere',
    async (number) => {
      expect(await lookUpPlace(e164(number), 'en')).toEqual(nowhere);
    },
  );

  it('has its country’s name where nothing nearer is known', async () => {
    const unplaced = e164('+447700900123');
    expect(await lookUpPlace(unplaced, 'en')).toMatchObject({ place: 'United Kingdom' });
    expect(await lookUpPlace(unplaced, 'es')).toMatchObject({ place: 'Reino Unido' });
  });

  it('is named in the language spoken, as far as the tables know it', async () => {
    expect(await lookUpPlace(e164('+525555550142'), 'es')).toMatchObject({
      place: 'Ciudad de México, CDMX',
    });
    expect(await lookUpPlace(e164('+12125550142'), 'es')).toMatchObject({ place: 'New York, NY' });
  });
});

describe('what has been looked up', () => {
  const somewhere: NumberPlace = { place: 'Somewhere', zones: ['Europe/Berlin'] };

  it('is kept for the block of numbers', async () => {
    const asked: string[] = [];
    const places = createPlaces((number) => {
      asked.push(number);
      return Promise.resolve(somewhere);
    });
    await Promise.all(['100', '101', '199'].map((end) => places.of(e164(`+14155550${end}`))));
    await places.of(e164('+14155551100'));
    expect(asked).toEqual(['+14155550100', '+14155551100']);
  });

  it('lets go of the block that was used least lately', async () => {
    const asked: string[] = [];
    const places = createPlaces((number) => {
      asked.push(number);
      return Promise.resolve(somewhere);
    });
    const block = (index: number): E164 => e164(`+1415${String(index).padStart(4, '0')}100`);
    for (let index = 0; index < 500; index += 1) await places.of(block(index));
    await places.of(block(0));
    await places.of(block(500));
    asked.length = 0;
    await places.of(block(0));
    expect(asked).toEqual([]);
    await places.of(block(1));
    expect(asked).toEqual([block(1)]);
  });

  it('is asked for again when it could not be found out', async () => {
    const answers = [undefined, somewhere];
    const places = createPlaces(() => Promise.resolve(answers.shift()));
    expect(await places.of(e164('+14155550100'))).toEqual(nowhere);
    expect(await places.of(e164('+14155550100'))).toEqual(somewhere);
  });
});

describe('the thread that knows places', () => {
  const make = (workerUrl: URL) => {
    const clock = new ManualClock();
    const log = createMemoryLog();
    const places = createPlacesInThread({ workerUrl, clock, log });
    onTestFinished(() => places.stop());
    return { clock, log, places };
  };

  it('answers each number with its own place', async () => {
    const { places } = make(placesWorker);
    const [one, other] = await Promise.all([
      places.of(e164('+14155550142')),
      places.of(e164('+4930123456')),
    ]);
    expect([one.place, other.place]).toEqual(['San Francisco, CA', 'Berlin']);
  });

  it('that breaks leaves numbers without a place, and is not started for ever', async () => {
    const { places, log } = make(new URL('data:text/javascript,throw new Error("broken")'));
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect(await places.of(e164('+14155550142'))).toEqual(nowhere);
    }
    expect(log.lines.filter(({ level }) => level === 'error')).toHaveLength(3);
  });

  it('is not started again by who asks after the end', async () => {
    const { places, log } = make(new URL('data:text/javascript,throw new Error("started")'));
    places.stop();
    expect(await places.of(e164('+14155550142'))).toEqual(nowhere);
    expect(log.lines).toEqual([]);
  });

  it('that never answers keeps no call waiting', async () => {
    const { clock, places } = make(
      new URL('data:text/javascript,setInterval(() => undefined, 1000)'),
    );
    const place = places.of(e164('+14155550142'));
    await clock.advance(2_000);
    expect(await place).toEqual(nowhere);
  });
});
