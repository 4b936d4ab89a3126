import { describe, expect, test } from 'vitest';
import { clockTimeIn, dayIn, instantIn, isQuietIn, nextDayBegin } from '../../shared/local-time.ts';

const newYork = 'America/New_York';
const utc = (text: string): number => Date.parse(`${text}Z`);
const at = (zone: string, day: string, hour: number, minute = 0): string | undefined => {
  const instant = instantIn(zone, day, hour * 60 + minute);
  return instant === undefined ? undefined : new Date(instant).toISOString();
};

describe('an instant by the clocks of a zone', () => {
  test.each([
    ['America/New_York', '2026-01-15', 9, '2026-01-15T14:00:00.000Z'],
    ['America/New_York', '2026-07-15', 9, '2026-07-15T13:00:00.000Z'],
    ['Europe/Berlin', '2026-07-15', 9, '2026-07-15T07:00:00.000Z'],
    ['Asia/Kathmandu', '2026-07-15', 9, '2026-07-15T03:15:00.000Z'],
    ['Pacific/Kiritimati', '2026-01-01', 8, '2025-12-31T18:00:00.000Z'],
    ['Pacific/Pago_Pago', '2026-01-01', 20, '2026-01-02T07:00:00.000Z'],
    ['UTC', '2028-02-29', 0, '2028-02-29T00:00:00.000Z'],
  ])('%s, %s at %i', (zone, day, hour, expected) => {
    expect(at(zone, day, hour)).toBe(expected);
  });

  test('a time that the clocks go over is as much later as they jump', () => {
    expect(at(newYork, '2026-03-08', 2, 30)).toBe('2026-03-08T07:30:00.000Z');
    expect(clockTimeIn(newYork, instantIn(newYork, '2026-03-08', 150) ?? 0)).toBe('03:30');
    expect(at(newYork, '2026-03-08', 1, 59)).toBe('2026-03-08T06:59:00.000Z');
    expect(at(newYork, '2026-03-08', 3)).toBe('2026-03-08T07:00:00.000Z');
  });

  test('of a time that comes twice it is the first', () => {
    expect(at(newYork, '2026-11-01', 1, 30)).toBe('2026-11-01T05:30:00.000Z');
    expect(at(newYork, '2026-11-01', 2)).toBe('2026-11-01T07:00:00.000Z');
    expect(at('Australia/Lord_Howe', '2026-04-05', 1, 45)).toBe('2026-04-04T14:45:00.000Z');
  });

  test('a day that a place has left out', () => {
    expect(dayIn('Pacific/Apia', instantIn('Pacific/Apia', '2011-12-30', 600) ?? 0)).toBe(
      '2011-12-31',
    );
  });

  test.each(['', '2026-02-30', '2026-13-01', '26-01-01', 'tomorrow', '2026-1-1'])(
    '%j is no day',
    (day) => {
      expect(instantIn(newYork, day, 0)).toBeUndefined();
    },
  );

  test('a minute of a day, and back, the whole year round', () => {
    const zones = [newYork, 'Europe/London', 'Australia/Adelaide', 'America/St_Johns', 'UTC'];
    for (const zone of zones) {
      for (let day = 0; day < 366; day += 1) {
        const noon = utc('2026-01-01T12:00:00') + day * 86_400_000;
        const date = dayIn(zone, noon);
        // Every clock change lies before four in the morning.
        const minute = 4 * 60 + ((day * 37) % (19 * 60));
        const found = instantIn(zone, date, minute) ?? 0;
        const shown = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        expect([dayIn(zone, found), clockTimeIn(zone, found)]).toEqual([date, shown]);
      }
    }
  });
});

describe('when the day begins again', () => {
  test.each([
    ['2026-06-10T03:30:00', '2026-06-10T12:00:00.000Z'],
    ['2026-06-10T11:59:59', '2026-06-10T12:00:00.000Z'],
    ['2026-06-10T12:00:00', '2026-06-11T12:00:00.000Z'],
    ['2026-06-11T02:00:00', '2026-06-11T12:00:00.000Z'],
    // The night in which the clocks are put forward, and the one in which they go back.
    ['2026-03-08T04:00:00', '2026-03-08T12:00:00.000Z'],
    ['2026-11-01T03:00:00', '2026-11-01T13:00:00.000Z'],
  ])('asked at %s', (now, expected) => {
    const begins = nextDayBegin(newYork, utc(now));
    expect(new Date(begins).toISOString()).toBe(expected);
    expect(isQuietIn(newYork, begins)).toBe(false);
    expect(isQuietIn(newYork, begins - 1)).toBe(true);
  });
});
