import { describe, expect, test } from 'vitest';
import { failure } from '../../shared/failure.ts';
import type { Suggestion } from '../../shared/model/people.ts';
import { outcomeOf, rowDetail } from '../../renderer/app/calls/outcome.ts';
import { partyWords } from '../../renderer/app/party.ts';
import {
  dialHint,
  dialTarget,
  dayKeyOf,
  looksForPerson,
  marksOf,
  rowSentence,
  standsByField,
} from '../../renderer/features/calls/view-model.ts';
import { at, callRow, home, party } from './make.ts';

const now = at(22, 12);
const words = partyWords(home);
const ada: Suggestion = { source: 'contact', party: party(), label: 'mobile' };

describe('the history', () => {
  test('keeps the calls of one day together', () => {
    const days = [at(22, 10), at(22, 1), at(21, 23)].map((startedAt) =>
      dayKeyOf(callRow('a', { startedAt })),
    );
    expect(days[0]).toBe(days[1]);
    expect(days[1]).not.toBe(days[2]);
  });

  test('marks what is new, and what there is to listen to or was noted', () => {
    const call = callRow('a', { voicemailId: 'v' as never, noteOutcome: 'Reached' });
    expect(marksOf(call, true)).toEqual(['new', 'voicemail', 'note']);
    expect(marksOf(callRow('b'), false)).toEqual([]);
    expect(rowSentence(call, words, now, true)).toContain('New, Voicemail, Reached');
  });

  test('says once that a voicemail was left', () => {
    const left = callRow('a', { outcome: 'voicemail', voicemailId: 'v' as never });
    expect(marksOf(left, false)).toEqual([]);
  });

  test.each([
    ['inbound', 'missed', 'Missed', 'missed'],
    ['inbound', 'cancelled', 'Missed', 'missed'],
    ['inbound', 'voicemail', 'Left a voicemail', 'plain'],
    ['inbound', 'connected', 'Answered', 'plain'],
    ['outbound', 'no-answer', 'No answer', 'plain'],
    ['outbound', 'cancelled', 'Canceled', 'plain'],
    ['outbound', 'failed', 'Did not go through', 'missed'],
    ['outbound', 'unknown', 'Not sure it went through', 'unsure'],
  ] as const)('%s %s is “%s”', (direction, outcome, text, tone) => {
    expect(outcomeOf({ direction, outcome })).toMatchObject({ text, tone });
  });

  test('a row shows direction and length when the call connected, else what became of it', () => {
    expect(rowDetail(callRow('a'))).toBe('Outgoing · 4:12');
    expect(rowDetail(callRow('a', { outcome: 'busy', durationSeconds: undefined }))).toBe('Busy');
    // RingCentral counts the ringing, too: that is not a length anyone means.
    expect(rowDetail(callRow('a', { outcome: 'no-answer', durationSeconds: 5 }))).toBe('No answer');
  });

  test('a row is one sentence for readers, with the direction that the eye sees as an arrow', () => {
    const sentence = rowSentence(
      callRow('a', { direction: 'inbound', outcome: 'missed' }),
      words,
      now,
    );
    expect(sentence).toContain('Ada Brook, Incoming, Missed');
    expect(sentence).toContain('Today at');
  });
});

describe('the dialer', () => {
  test('dials who was chosen by number, and else what was typed', () => {
    expect(dialTarget('Ada Brook', ada, words)).toEqual({
      number: '+14155550101',
      who: 'Ada Brook',
    });
    expect(dialTarget(' 0101 ', undefined, words)).toEqual({ number: ' 0101 ', who: '0101' });
  });

  test('shows the number as it will be dialled', () => {
    expect(dialHint('Ada Brook', ada, home, words)).toBe('Mobile (415) 555-0101');
    expect(dialHint('415-555 0101', undefined, home, words)).toBe('Calls (415) 555-0101');
    expect(dialHint('415 555 0101 ext. 7', undefined, home, words)).toContain('then key in 7');
    expect(dialHint('ada', undefined, home, words)).toBeUndefined();
    expect(dialHint('', undefined, home, words)).toBeUndefined();
  });

  test('offers the first person at once only while letters are typed', () => {
    expect(looksForPerson('ad')).toBe(true);
    expect(looksForPerson('415')).toBe(false);
    expect(looksForPerson('1-800-FLOWERS')).toBe(false);
    expect(looksForPerson('')).toBe(false);
  });

  test('puts a refusal of the number beside the field, but asks about a short one', () => {
    const byField = { field: 'number' };
    expect(standsByField(failure('invalid', 'number.emergency', byField))).toBe(true);
    expect(standsByField(failure('invalid', 'number.short', byField))).toBe(false);
    expect(standsByField(failure('offline', 'network.offline'))).toBe(false);
  });
});
