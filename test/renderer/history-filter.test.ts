import { describe, expect, test } from 'vitest';
import {
  countParts,
  openForm,
  toFilter,
  type CallForm,
} from '../../renderer/app/history-filter/form.ts';
import { timeOfDay } from '../../renderer/app/format.ts';
import { threadGroup, threadWhen } from '../../renderer/features/messages/list/view-model.ts';
import { at, thread } from './make.ts';

const now = at(22, 12, 30);
const form = (change: Partial<CallForm>): CallForm => ({ ...openForm, ...change });
const day = (date: number) => new Date(2026, 10, date).getTime();

describe('a filter as it is filled in', () => {
  test('asks for nothing while it lets everything through', () => {
    expect(toFilter(openForm, now)).toEqual({});
    expect(countParts(openForm)).toBe(0);
    expect(countParts(form({ range: 'custom', who: ' ' }))).toBe(0);
  });

  test('asks for each part that narrows', () => {
    const full = form({
      show: 'missed',
      hasVoicemail: true,
      hasRecording: true,
      who: ' Ada ',
      range: 'today',
    });
    expect(toFilter(full, now)).toEqual({
      show: 'missed',
      hasVoicemail: true,
      hasRecording: true,
      who: 'Ada',
      from: day(22),
    });
    expect(countParts(full)).toBe(5);
  });

  test('counts days by the calendar, today among them', () => {
    expect(toFilter(form({ range: 'week' }), now)).toEqual({ from: day(16) });
    expect(toFilter(form({ range: 'month' }), now)).toEqual({ from: day(1) });
  });

  test('takes two days with all of both, in either order, or one of them alone', () => {
    const custom = (fromDay: string, untilDay: string) =>
      toFilter(form({ range: 'custom', fromDay, untilDay }), now);
    expect(custom('2026-11-03', '2026-11-05')).toEqual({ from: day(3), until: day(6) });
    expect(custom('2026-11-05', '2026-11-03')).toEqual({ from: day(3), until: day(6) });
    expect(custom('2026-11-03', '')).toEqual({ from: day(3) });
    expect(custom('', '2026-11-03')).toEqual({ until: day(4) });
    // Days of a range that is not chosen any more narrow nothing.
    expect(toFilter(form({ range: 'any', fromDay: '2026-11-03' }), now)).toEqual({});
  });
});

describe('the heading of a conversation', () => {
  const group = (createdAt: number) =>
    threadGroup(
      thread({
        lastMessage: {
          direction: 'inbound',
          text: 'Hi',
          status: 'received',
          createdAt,
          attachments: [],
        },
      }),
      now,
    );

  test('is the day within a week, and then the month', () => {
    expect(group(at(22, 1))).toBe('Today');
    expect(group(at(21, 23))).toBe('Yesterday');
    expect(group(at(16, 9))).toMatch(/Monday/);
    expect(group(at(15, 9))).toBe('November 2026');
    expect(threadGroup(thread(), now)).toBe('Earlier');
  });

  test('leaves to the row what it has not said: the time, and then the day', () => {
    expect(threadWhen(at(21, 23), now)).toBe(timeOfDay(at(21, 23)));
    expect(threadWhen(at(16, 9), now)).toBe(timeOfDay(at(16, 9)));
    expect(threadWhen(at(15, 9), now)).toMatch(/15/);
  });
});
