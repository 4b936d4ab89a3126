import { describe, expect, it } from 'vitest';
import { decisionWords } from '../../renderer/app/calls/decision.ts';
import {
  noAnswers,
  questionOf,
  questionWords,
  sayYes,
} from '../../renderer/app/call-question/view-model.ts';
import { toLocalWords } from '../../renderer/app/local-time/view-model.ts';
import { findZone, listZones, toZoneOption } from '../../renderer/features/contacts/zones.ts';
import { failure } from '../../shared/failure.ts';
import { callQuestions, type LocalTime } from '../../shared/model/calls.ts';

const winter = Date.UTC(2026, 0, 15, 12);
const summer = Date.UTC(2026, 6, 15, 12);

describe('a question', () => {
  it('is what a refusal that only the user can lift stands for', () => {
    expect(questionOf(failure('conflict', 'call.quiet-hours'))).toBe('quiet-hours');
    expect(questionOf(failure('invalid', 'number.premium'))).toBe('premium');
    expect(questionOf(failure('invalid', 'number.emergency'))).toBeUndefined();
    expect(questionOf(undefined)).toBeUndefined();
  });

  it('has words of its own, and takes a reason where one is worth keeping', () => {
    const words = callQuestions.map((question) => questionWords(question, 'Ada Brook'));
    expect(new Set(words.map(({ title }) => title)).size).toBe(callQuestions.length);
    expect(callQuestions.filter((_, index) => words[index]?.takesReason)).toEqual([
      'do-not-call',
      'quiet-hours',
    ]);
    expect(questionWords('short', '').title).toBe('That is a short number. Call it anyway?');
  });

  it('joins its answer to those before', () => {
    const one = sayYes(noAnswers, 'do-not-call', ' Contract signed ');
    const two = sayYes(one, 'quiet-hours', '');
    expect(two).toEqual({
      confirmed: ['do-not-call', 'quiet-hours'],
      reason: 'Contract signed',
    });
    expect(sayYes(two, 'quiet-hours', 'Contract signed')).toEqual(two);
    expect(sayYes(one, 'quiet-hours', 'x'.repeat(300)).reason).toHaveLength(200);
  });
});

describe('the time of the other side', () => {
  const there: LocalTime = {
    zone: 'Asia/Kolkata',
    source: 'area',
    isOneOfSeveral: false,
    isQuiet: false,
  };

  it('goes on after it was read, and becomes late by itself', () => {
    const soon = Date.UTC(2026, 2, 2, 15, 29);
    expect(toLocalWords(there, soon)).toMatchObject({ quiet: undefined });
    expect(toLocalWords(there, soon).text).toMatch(/^(8:59 PM|20:59) their time$/u);
    expect(toLocalWords(there, soon + 60_000)).toMatchObject({ quiet: 'late there' });
    expect(toLocalWords(there, soon + 8 * 3_600_000)).toMatchObject({ quiet: 'early there' });
  });

  it('is told as a guess where the area has several zones', () => {
    const told = toLocalWords({ ...there, isOneOfSeveral: true }, winter);
    expect(told.text).toMatch(/^Perhaps /);
  });
});

it('a decision is told with the hour and the reason', () => {
  expect(
    decisionWords({
      questions: ['do-not-call', 'quiet-hours'],
      reason: 'Agreed time',
      zone: 'America/New_York',
      clockTime: '06:42',
    }),
  ).toBe('Called in spite of the do-not-call list and quiet hours (06:42 there): Agreed time');
  expect(decisionWords({ questions: ['short'], reason: undefined })).toBe(
    'Called in spite of a short number',
  );
});

describe('time zones', () => {
  const zones = listZones(winter);

  it('are found by their name or the place they end with', () => {
    expect(findZone(zones, ' america/new york ')).toBe('America/New_York');
    expect(findZone(zones, 'New_York')).toBe('America/New_York');
    expect(findZone(zones, 'Atlantis')).toBeUndefined();
    expect([findZone(zones, 'kolkata'), findZone(zones, 'asia/kathmandu')]).toEqual([
      'Asia/Kolkata',
      'Asia/Kathmandu',
    ]);
    expect(findZone(zones, '')).toBeUndefined();
  });

  it('tell how far they are from UTC, which the season decides', () => {
    expect(toZoneOption('America/New_York', winter).offset).toBe('GMT-5');
    expect(toZoneOption('America/New_York', summer).offset).toBe('GMT-4');
    expect(toZoneOption('Asia/Kolkata', winter).offset).toBe('GMT+5:30');
    expect(toZoneOption('Mars/Olympus', winter).offset).toBe('');
  });
});
