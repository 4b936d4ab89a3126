import { locale } from '../../../shared/strings/language.ts';
import type { CallDecision } from '../../../shared/model/calls.ts';
import { strings } from '../../../shared/strings/strings.ts';

const words = strings.guards.decided;

/** *Called in spite of quiet hours (06:42 there): They asked me to call*. */
export function decisionWords(decision: CallDecision): string {
  const { questions, reason, clockTime } = decision;
  const of = questions.map((question) => {
    const told = words.questions[question];
    const isHour = question === 'quiet-hours' && clockTime !== undefined;
    return isHour ? `${told} (${words.there(clockTime)})` : told;
  });
  const sentence = words.inSpite(new Intl.ListFormat(locale()).format(of));
  return reason === undefined ? sentence : `${sentence}: ${reason}`;
}
