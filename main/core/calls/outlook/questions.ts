import { failure, type Failure } from '../../../../shared/failure.ts';
import type { CallQuestion, LocalTime } from '../../../../shared/model/calls.ts';
import type { E164 } from '../../../../shared/model/ids.ts';
import { isPremium } from './premium.ts';

/** What the questions are decided by. */
export type Standing = {
  readonly number: E164;
  /** The digits are somebody's extension in the company. */
  readonly isColleague: boolean;
  readonly isDoNotCall: boolean;
  readonly localTime: LocalTime | undefined;
  /** Another call rings somebody's phone right now. */
  readonly isPlacing: boolean;
};

/** What the user has to say yes to before this is called, in the order it is asked. */
export function listQuestions(standing: Standing): readonly CallQuestion[] {
  const { number, isColleague, isDoNotCall, localTime, isPlacing } = standing;
  const isShort = !number.startsWith('+');
  const asked: Readonly<Record<CallQuestion, boolean>> = {
    short: isShort && !isColleague,
    premium: !isShort && isPremium(number),
    'do-not-call': isDoNotCall,
    'quiet-hours': localTime?.isQuiet === true,
    'already-placing': isPlacing,
  };
  return (Object.keys(asked) as CallQuestion[]).filter((question) => asked[question]);
}

/** A question as what it is while nobody has said yes: a refusal that only the user can lift. */
export function toQuestionFailure(question: CallQuestion, typed: string): Failure {
  const params = { typed };
  switch (question) {
    case 'short':
      return failure('invalid', 'number.short', { field: 'number', retry: 'user', params });
    case 'premium':
      return failure('invalid', 'number.premium', { field: 'number', retry: 'user', params });
    case 'do-not-call':
      return failure('conflict', 'number.do-not-call', { retry: 'user', params });
    case 'quiet-hours':
      return failure('conflict', 'call.quiet-hours', { retry: 'user', params });
    case 'already-placing':
      return failure('conflict', 'call.already-placing', { retry: 'user', params });
  }
}
