import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toLocalTime } from '../../../../main/core/calls/outlook/local-time.ts';
import { badnessOf, clockTimeIn, isQuietIn, isZone } from '../../../../shared/local-time.ts';

const at = (iso: string): number => Date.parse(iso);

describe('quiet hours', () => {
  it.each([
    ['America/New_York', '2026-03-02T12:59:59Z', '07:59', true],
    ['America/New_York', '2026-03-02T13:00:00Z', '08:00', false],
    ['America/New_York', '2026-03-03T01:59:59Z', '20:59', false],
    ['America/New_York', '2026-03-03T02:00:00Z', '21:00', true],
    ['America/New_York', '2026-03-02T05:00:00Z', '00:00', true],
    // The morning the clocks go forward: an hour earlier in UTC than the day before.
    ['America/New_York', '2026-03-08T11:59:00Z', '07:59', true],
    ['America/New_York', '2026-03-08T12:00:00Z', '08:00', false],
    ['America/New_York', '2026-03-07T12:00:00Z', '07:00', true],
    // The hour that does not exist, and the one that comes twice.
    ['America/New_York', '2026-03-08T07:30:00Z', '03:30', true],
    ['America/New_York', '2026-11-01T05:30:00Z', '01:30', true],
    ['America/New_York', '2026-11-01T06:30:00Z', '01:30', true],
    ['Europe/London', '2026-03-29T07:00:00Z', '08:00', false],
    ['Europe/London', '2026-03-28T07:00:00Z', '07:00', true],
    // Half and quarter hours.
    ['Asia/Kolkata', '2026-03-02T02:29:00Z', '07:59', true],
    ['Asia/Kolkata', '2026-03-02T02:30:00Z', '08:00', false],
    ['Asia/Kathmandu', '2026-03-02T02:15:00Z', '08:00', false],
    ['Asia/Kathmandu', '2026-03-02T02:14:00Z', '07:59', true],
    ['Australia/Lord_Howe', '2026-01-02T21:00:00Z', '08:00', false],
    ['America/St_Johns', '2026-03-03T00:29:00Z', '20:59', false],
    ['America/St_Johns', '2026-03-03T00:30:00Z', '21:00', true],
    ['Pacific/Kiritimati', '2026-03-01T18:00:00Z', '08:00', false],
  ])('in %s at %s it is %s', (zone, iso, clockTime, isQuiet) => {
    expect(clockTimeIn(zone, at(iso))).toBe(clockTime);
    expect(isQuietIn(zone, at(iso))).toBe(isQuiet);
    expect(toLocalTime(undefined, [zone], at(iso))).toMatchObject({ isQuiet });
  });

  it('the worse the hour, the greater its badness, and quiet hours are at least nought', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minute) => {
        const isQuiet = minute < 480 || minute >= 1260;
        expect(badnessOf(minute) >= 0).toBe(isQuiet);
      }),
    );
    const night = 2 * 60 + 30;
    expect(badnessOf(night)).toBeGreaterThan(badnessOf(7 * 60));
    expect(badnessOf(8 * 60)).toBeGreaterThan(badnessOf(14 * 60));
    expect(badnessOf(20 * 60 + 59)).toBeGreaterThan(badnessOf(14 * 60));
    expect(badnessOf(21 * 60)).toBe(0);
    expect(badnessOf(7 * 60 + 59)).toBe(0);
  });
});

describe('where somebody is', () => {
  const morning = at('2026-03-02T15:30:00Z');

  it('is the zone chosen for them, whatever the number says', () => {
    expect(toLocalTime('Asia/Tokyo', ['America/New_York'], morning)).toEqual({
      zone: 'Asia/Tokyo',
      source: 'contact',
      isOneOfSeveral: false,
      isQuiet: true,
    });
  });

  it('is the zone of the area that makes the hour the worst', () => {
    const idaho = ['America/Boise', 'America/Los_Angeles'];
    expect(toLocalTime(undefined, idaho, morning)).toEqual({
      zone: 'America/Los_Angeles',
      source: 'area',
      isOneOfSeveral: true,
      isQuiet: true,
    });
    const evening = at('2026-03-03T04:30:00Z');
    expect(toLocalTime(undefined, idaho, evening)).toMatchObject({
      zone: 'America/Boise',
      isQuiet: true,
    });
    const noon = at('2026-03-02T20:00:00Z');
    expect(toLocalTime(undefined, idaho, noon)).toMatchObject({ isQuiet: false });
  });

  it('is one place where the zones say the same', () => {
    const britain = ['Europe/Guernsey', 'Europe/Isle_of_Man', 'Europe/London'];
    expect(toLocalTime(undefined, britain, morning)).toMatchObject({ isOneOfSeveral: false });
  });

  it('is nowhere without a zone; a chosen one that is unknown here is passed over', () => {
    expect(toLocalTime(undefined, [], morning)).toBeUndefined();
    expect(toLocalTime('Mars/Olympus', [], morning)).toBeUndefined();
    expect(toLocalTime('Mars/Olympus', ['Europe/Berlin'], morning)?.source).toBe('area');
    expect(isZone('Mars/Olympus')).toBe(false);
  });
});
