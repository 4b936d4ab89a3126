import type { Failure } from '../../../shared/failure.ts';
import type { OptOut, TextOutlook, TextQuestion } from '../../../shared/model/drafts.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';
import type { Party } from '../../../shared/model/people.ts';
import { dayIn } from '../../../shared/local-time.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { longDate } from '../format.ts';
import { timeIn } from '../local-time/view-model.ts';
import { partiesTitle, type PartyWords } from '../party.ts';
import type { Answers } from './store.ts';

const { ask, closed, quiet } = strings.textRules;

/** The question a refusal stands for; undefined for one that no yes can lift. */
export function textQuestionOf(failure: Failure | undefined): TextQuestion | undefined {
  switch (failure?.message) {
    case 'text.opted-out':
      return 'opted-out';
    case 'number.do-not-call':
      return 'do-not-call';
    case 'text.quiet-hours':
      return 'quiet-hours';
    default:
      return undefined;
  }
}

/** Whom a question is about, of those the text is for. */
export function peopleOf(
  question: TextQuestion,
  outlook: TextOutlook | undefined,
): readonly Party[] {
  switch (question) {
    case 'opted-out':
      return outlook?.optOuts.map(({ party }) => party) ?? [];
    case 'do-not-call':
      return outlook?.doNotCall ?? [];
    case 'quiet-hours':
      return outlook?.quiet?.parties ?? [];
  }
}

/** Those whom a question is about, by name; in a word where they are not known yet. */
export function whomOf(people: readonly Party[], words: PartyWords): string {
  return people.length === 0 ? ask.them : partiesTitle(people, words);
}

/** How it came that somebody wants no texts, with the day. */
export function optOutWords({ source, word, at }: OptOut, who: string): string {
  const day = longDate(at);
  if (source === 'answer' && word !== undefined) return closed.answered(who, word, day);
  return source === 'answer' ? closed.user(who, day) : closed[source](who, day);
}

/** Whether the field stays shut: somebody wants no texts and the user has not said why all the same. */
export function isClosed(outlook: TextOutlook | undefined, answers: Answers): boolean {
  if (outlook === undefined) return false;
  return outlook.optOuts.length > 0 && !answers.confirmed.includes('opted-out');
}

export type QuestionWords = {
  readonly title: string;
  readonly advice: string | undefined;
  readonly takesReason: boolean;
  readonly needsReason: boolean;
};

/** How a question is put about those it is about. */
export function textQuestionWords(question: TextQuestion, who: string): QuestionWords {
  const optional = { takesReason: true, needsReason: false } as const;
  switch (question) {
    case 'opted-out':
      return {
        title: ask.optedOut(who),
        advice: ask.optedOutAdvice,
        takesReason: true,
        needsReason: true,
      };
    case 'do-not-call':
      return { title: ask.doNotCall(who), advice: undefined, ...optional };
    case 'quiet-hours':
      return { title: ask.quietHours(who), advice: ask.quietHoursAdvice, ...optional };
  }
}

export type QuietSend = {
  readonly at: EpochMs;
  readonly zone: string;
  readonly label: string;
  /** The same where there is little room. */
  readonly brief: string;
};

/** *Send at 8:00 their time*, while it is quiet there and the user has not chosen to send now. */
export function quietSendOf(
  outlook: TextOutlook | undefined,
  answers: Answers,
  now: EpochMs,
): QuietSend | undefined {
  if (outlook?.quiet === undefined || !outlook.questions.includes('quiet-hours')) return undefined;
  if (answers.confirmed.includes('quiet-hours')) return undefined;
  const { dayBeginsAt, localTime } = outlook.quiet;
  const { zone } = localTime;
  const time = timeIn(zone, dayBeginsAt);
  const isToday = dayIn(zone, now) === dayIn(zone, dayBeginsAt);
  const label = isToday ? quiet.sendAt(time) : quiet.sendTomorrow(time);
  return { at: dayBeginsAt, zone, label, brief: quiet.sendBrief(time) };
}
