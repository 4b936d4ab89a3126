import type { Failure } from '../../../shared/failure.ts';
import type { ScheduledText } from '../../../shared/model/drafts.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { dayAndTime } from '../format.ts';
import { timeIn } from '../local-time/view-model.ts';
import { otherZone } from './times.ts';

const words = strings.sending;

export type ScheduledWords = {
  /** What it is, in a word or two. */
  readonly title: string;
  /** When it goes, or when it was to and why it did not. */
  readonly lines: readonly string[];
  readonly asks: boolean;
};

/** What is said of a text for later. */
export function scheduledWords(text: ScheduledText, now: EpochMs): ScheduledWords {
  const { state, time, failure } = text;
  const when = dayAndTime(time.at, now);
  if (state === 'waiting') {
    const zone = otherZone(time.zone, time.at);
    const goes =
      zone === undefined ? words.goesAt(when) : words.goesAtTheirs(when, timeIn(zone, time.at));
    const lines = time.cancelOnReply ? [goes, words.calledOffByAnswer] : [goes];
    return { title: words.state.waiting, lines, asks: false };
  }
  const why = state === 'refused' ? failureLine(failure) : words.reason[state];
  const lines = [why, words.was(when)].filter((line) => line !== undefined);
  return { title: words.state[state], lines, asks: true };
}

/** What stood against it when it was to go now: a question is answered by pressing once more. */
export function refusalLine(failure: Failure): string {
  const said = failureLine(failure) ?? '';
  const isQuestion =
    failure.message === 'text.quiet-hours' || failure.message === 'number.do-not-call';
  return isQuestion ? `${said} ${words.sendAnyway}` : said;
}

function failureLine(failure: Failure | undefined): string | undefined {
  if (failure === undefined) return undefined;
  const { title, advice } = strings.failures(failure);
  return [`${title}.`, advice].filter(Boolean).join(' ');
}
