import type { Failure } from '../../../shared/failure.ts';
import type { CallQuestion } from '../../../shared/model/calls.ts';
import { strings } from '../../../shared/strings/strings.ts';

const { ask } = strings.guards;
/** As long as main takes. */
const longestReason = 200;

/** What the user has said so far about one call: the questions answered with yes, and why. */
export type Answers = {
  readonly confirmed: readonly CallQuestion[];
  readonly reason: string;
};

export const noAnswers: Answers = { confirmed: [], reason: '' };

/** The question a refusal stands for; undefined for one that no yes can lift. */
export function questionOf(failure: Failure | undefined): CallQuestion | undefined {
  switch (failure?.message) {
    case 'number.short':
      return 'short';
    case 'number.premium':
      return 'premium';
    case 'number.do-not-call':
      return 'do-not-call';
    case 'call.quiet-hours':
      return 'quiet-hours';
    case 'call.already-placing':
      return 'already-placing';
    default:
      return undefined;
  }
}

/** The answers with one more yes; a second reason goes beside the first. */
export function sayYes(answers: Answers, question: CallQuestion, reason: string): Answers {
  const said = [answers.reason, reason.trim()].filter((part) => part !== '');
  return {
    confirmed: [...answers.confirmed.filter((each) => each !== question), question],
    reason: [...new Set(said)].join('; ').slice(0, longestReason),
  };
}

export type QuestionWords = {
  readonly title: string;
  readonly advice: string | undefined;
  readonly takesReason: boolean;
};

/** How a question is put about someone, or about the digits typed. */
export function questionWords(question: CallQuestion, who: string): QuestionWords {
  switch (question) {
    case 'short':
      return { title: ask.short(who), advice: ask.shortAdvice, takesReason: false };
    case 'premium':
      return { title: ask.premium, advice: ask.premiumAdvice, takesReason: false };
    case 'do-not-call':
      return { title: ask.doNotCall(who), advice: undefined, takesReason: true };
    case 'quiet-hours':
      return { title: ask.quietHours(who), advice: ask.quietHoursAdvice, takesReason: true };
    case 'already-placing':
      return { title: ask.alreadyPlacing, advice: ask.alreadyPlacingAdvice, takesReason: false };
  }
}
