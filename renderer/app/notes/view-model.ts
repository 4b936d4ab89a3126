import type { ContactId, E164, EpochMs } from '../../../shared/model/ids.ts';
import type { FollowUpView, NoteView } from '../../../shared/model/notes.ts';
import { fold } from '../../../shared/fold.ts';
import { languages } from '../../../shared/strings/language.ts';
import { strings, wordsIn } from '../../../shared/strings/strings.ts';
import { dayHeading, dayOf, timeOfDay } from '../format.ts';

const hourMs = 3_600_000;
const sameSittingMs = 10 * 60_000;
const morning = 9;
const monday = 1;

export type QuickTime = { readonly label: string; readonly at: EpochMs };

/** The times that are offered for a follow-up: soon, tomorrow morning, next week. */
export function quickTimes(now: EpochMs): readonly QuickTime[] {
  const tomorrow = morningIn(now, 1);
  const untilMonday = (monday - new Date(now).getDay() + 7) % 7 || 7;
  const nextMonday = morningIn(now, untilMonday);
  const time = timeOfDay(tomorrow);
  return [
    { label: strings.followUps.inOneHour, at: now + hourMs },
    { label: strings.followUps.tomorrowAt(time), at: tomorrow },
    // On a Sunday that is tomorrow, which is offered already.
    ...(nextMonday === tomorrow
      ? []
      : [{ label: strings.followUps.nextMondayAt(time), at: nextMonday }]),
  ];
}

function morningIn(now: EpochMs, days: number): EpochMs {
  const day = new Date(now);
  // By the calendar, so that a change of the clocks does not move it.
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days, morning).getTime();
}

/** A time near now inside a sentence: `today at 18:00`, `tomorrow at 9:00`, else with its day. */
export function whenInWords(at: EpochMs, now: EpochMs): string {
  const away = Math.round((dayOf(at) - dayOf(now)) / (24 * hourMs));
  const { days } = strings.followUps;
  const name = String(away);
  const day = name in days ? days[name as keyof typeof days] : dayHeading(at, now);
  return strings.app.at(day, timeOfDay(at));
}

/** An instant as a `datetime-local` field has it. */
export function toLocalInput(at: EpochMs): string {
  const date = new Date(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The instant that a `datetime-local` field stands for; undefined while it is incomplete. */
export function fromLocalInput(text: string): EpochMs | undefined {
  const at = new Date(text).getTime();
  return text === '' || Number.isNaN(at) ? undefined : at;
}

/**
 * Whether an outcome says that someone is to be called again, so that a time is asked for. Outcomes
 * stay in the language they were made in, whichever is spoken now.
 */
export function asksForTime(outcome: string): boolean {
  const said = fold(outcome);
  return languages.some((each) =>
    wordsIn(each).usual.callAgain.some((beginning) => said.startsWith(fold(beginning))),
  );
}

/** The outcomes to choose from, with one that is no longer among them where a note still has it. */
export function outcomesWith(
  outcomes: readonly string[],
  chosen: string | undefined,
): readonly string[] {
  return chosen === undefined || outcomes.includes(chosen) ? outcomes : [...outcomes, chosen];
}

/** Whether a note was changed later; its outcome and its words are often given one by one. */
export function isEdited({ createdAt, modifiedAt }: NoteView): boolean {
  return modifiedAt - createdAt > sameSittingMs;
}

/** What a note says in one line. */
export function noteWords({ outcome, text }: Pick<NoteView, 'outcome' | 'text'>): string {
  return [outcome, text].filter(Boolean).join('. ');
}

/** Who may be meant by a follow-up: people, and numbers and extensions whoever has them. */
export type Reach = {
  readonly contactIds: readonly ContactId[];
  readonly numbers: readonly E164[];
  readonly extensionNumbers: readonly string[];
};

/** Whether a follow-up is with them, by person or by number. */
export function isWith({ party }: FollowUpView, reach: Reach): boolean {
  const { contactId, number, extensionNumber } = party;
  if (contactId !== undefined && reach.contactIds.includes(contactId)) return true;
  if (number !== undefined) return reach.numbers.includes(number);
  return extensionNumber !== undefined && reach.extensionNumbers.includes(extensionNumber);
}
