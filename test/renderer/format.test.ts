import { describe, expect, test } from 'vitest';
import {
  dayAndTime,
  dayHeading,
  dayOf,
  duration,
  shortWhen,
  timeOfDay,
} from '../../renderer/app/format.ts';
import { at } from './make.ts';

const now = at(22, 12);

describe('times', () => {
  test('days are named while they are near', () => {
    expect(dayHeading(at(22, 0), now)).toBe('Today');
    expect(dayHeading(at(21, 23, 59), now)).toBe('Yesterday');
    expect(dayHeading(at(20, 8), now)).toContain('Friday');
    expect(dayHeading(new Date(2025, 4, 3).getTime(), now)).toContain('2025');
  });

  test('a list shows the shortest form that is still clear', () => {
    expect(shortWhen(at(22, 9, 41), now)).toBe(timeOfDay(at(22, 9, 41)));
    expect(shortWhen(at(21, 9), now)).toBe('Yesterday');
    expect(shortWhen(at(17, 9), now)).toBe('Tue');
    expect(shortWhen(at(3, 9), now)).toMatch(/3/);
    expect(shortWhen(at(3, 9), now)).not.toMatch(/2026/);
    expect(shortWhen(new Date(2025, 4, 3).getTime(), now)).toMatch(/2025/);
  });

  test('a time after now, from a server whose clock is ahead, is not a weekday', () => {
    expect(shortWhen(at(23, 9), now)).toMatch(/23/);
  });

  test('day and time are one phrase', () => {
    expect(dayAndTime(at(22, 9, 41), now)).toBe(`Today at ${timeOfDay(at(22, 9, 41))}`);
  });

  test('all instants of a day have the same start', () => {
    expect(dayOf(at(22, 0))).toBe(dayOf(at(22, 23, 59)));
    expect(dayOf(at(22, 0))).not.toBe(dayOf(at(21, 23, 59)));
  });
});

describe('durations', () => {
  test.each([
    [0, '0:00'],
    [42, '0:42'],
    [252, '4:12'],
    [3723, '1:02:03'],
    [-5, '0:00'],
    [59.9, '0:59'],
  ])('%d seconds are %s', (seconds, text) => {
    expect(duration(seconds)).toBe(text);
  });
});
