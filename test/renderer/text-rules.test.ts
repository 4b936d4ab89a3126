import { describe, expect, it } from 'vitest';
import { noAnswers, withYes } from '../../renderer/app/text-rules/store.ts';
import {
  isClosed,
  optOutWords,
  quietSendOf,
  textQuestionOf,
} from '../../renderer/app/text-rules/view-model.ts';
import { failure } from '../../shared/failure.ts';
import { textQuestions, type OptOut, type TextOutlook } from '../../shared/model/drafts.ts';
import type { E164 } from '../../shared/model/ids.ts';

const number = '+12125550142' as E164;
const party = {
  contactId: undefined,
  name: 'Ada Brook',
  company: undefined,
  number,
  extensionNumber: undefined,
};
const at = Date.UTC(2026, 4, 12, 15);
const optOut: OptOut = { number, party, ownNumber: number, at, source: 'answer', word: 'STOP' };
const zone = 'America/New_York';
/** Monday, 23:40 in New York, and the next morning there. */
const night = Date.UTC(2026, 2, 3, 4, 40);
const morning = Date.UTC(2026, 2, 3, 13, 0);

const outlook = (more: Partial<TextOutlook> = {}): TextOutlook => ({
  from: number,
  to: [number],
  refusal: undefined,
  caution: undefined,
  optOuts: [],
  doNotCall: [],
  quiet: undefined,
  questions: [],
  firstTextSentence: undefined,
  ...more,
});
const quiet: Partial<TextOutlook> = {
  questions: ['quiet-hours'],
  quiet: {
    localTime: { zone, source: 'area', isOneOfSeveral: false, isQuiet: true },
    dayBeginsAt: morning,
    parties: [party],
  },
};

describe('before a text', () => {
  it('says who answered what and when, or how else it is known', () => {
    expect(optOutWords(optOut, 'Ada')).toMatch(/^Ada answered STOP on .*2026\.$/);
    const told = (['answer', 'consents', 'delivery', 'user'] as const).map((source) =>
      optOutWords({ ...optOut, source, word: undefined }, 'Ada'),
    );
    expect(told.every((words) => words.includes('Ada') && words.includes('2026'))).toBe(true);
  });

  it('closes the field until there is a yes to that very question', () => {
    const out = outlook({ optOuts: [optOut] });
    expect(isClosed(undefined, noAnswers)).toBe(false);
    expect(isClosed(outlook(), noAnswers)).toBe(false);
    expect(isClosed(out, noAnswers)).toBe(true);
    expect(isClosed(out, withYes(noAnswers, 'quiet-hours', ''))).toBe(true);
    expect(isClosed(out, withYes(noAnswers, 'opted-out', 'They called'))).toBe(false);
  });

  it('turns Send into the morning there, until sending now was chosen', () => {
    expect(quietSendOf(undefined, noAnswers, night)).toBeUndefined();
    expect(quietSendOf(outlook(), noAnswers, night)).toBeUndefined();
    // Told, and not to be asked about: a switch of the settings.
    expect(quietSendOf(outlook({ ...quiet, questions: [] }), noAnswers, night)).toBeUndefined();
    const late = quietSendOf(outlook(quiet), noAnswers, night);
    expect(late).toMatchObject({ at: morning, zone });
    expect(late?.label).toMatch(/8:00.*their time, tomorrow$/);
    const early = quietSendOf(outlook(quiet), noAnswers, morning - 60_000);
    expect(early?.label).toMatch(/8:00.*their time$/);
    const now = withYes(noAnswers, 'quiet-hours', '');
    expect(quietSendOf(outlook(quiet), now, night)).toBeUndefined();
  });

  it('keeps each yes once, and the reasons beside each other', () => {
    const first = withYes(noAnswers, 'opted-out', ' They called ');
    const second = withYes(withYes(first, 'do-not-call', 'Agreed'), 'do-not-call', 'Agreed');
    expect(second).toEqual({
      confirmed: ['opted-out', 'do-not-call'],
      reason: 'They called; Agreed',
    });
  });

  it('knows each question by its refusal', () => {
    const messages = ['text.opted-out', 'number.do-not-call', 'text.quiet-hours'] as const;
    const found = messages.map((message) => textQuestionOf(failure('conflict', message)));
    expect(found).toEqual(textQuestions);
    expect(textQuestionOf(failure('invalid', 'text.too-long'))).toBeUndefined();
    expect(textQuestionOf(undefined)).toBeUndefined();
  });
});
