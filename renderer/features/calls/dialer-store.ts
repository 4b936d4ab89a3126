import { create } from 'zustand';
import type { Failure } from '../../../shared/failure.ts';
import type { E164 } from '../../../shared/model/ids.ts';
import type { Suggestion } from '../../../shared/model/people.ts';
import { noAnswers, type Answers } from '../../app/call-question/view-model.ts';
import { rememberForAccount } from '../../app/account-memory.ts';

type Dialer = {
  readonly text: string;
  /** Who was picked from the suggestions, until the text is changed. */
  readonly chosen: Suggestion | undefined;
  readonly isPadOpen: boolean;
  /** Suggestions may be shown: something was typed and nothing picked or closed since. */
  readonly isSuggesting: boolean;
  /** What the last attempt answered: why not, or what has to be asked first. */
  readonly failure: Failure | undefined;
  /** What has been answered with yes for this number. */
  readonly answers: Answers;
  /** What the other side is to see, when the user chose it for this call. */
  readonly callerId: E164 | undefined;
};

const unasked = { failure: undefined, answers: noAnswers } as const;
const empty = {
  text: '',
  chosen: undefined,
  isSuggesting: false,
  callerId: undefined,
  ...unasked,
} as const;

/** What stands in the dialer; it stays while other screens are visited. */
export const useDialer = create<Dialer>()(() => ({ ...empty, isPadOpen: false }));

export function typeText(text: string): void {
  useDialer.setState({ text, chosen: undefined, isSuggesting: true, ...unasked });
}

export function choose(chosen: Suggestion, text: string): void {
  useDialer.setState({ text, chosen, isSuggesting: false, ...unasked });
}

export function showNumber(callerId: E164 | undefined): void {
  useDialer.setState({ callerId });
}

export function closeSuggestions(): void {
  useDialer.setState({ isSuggesting: false });
}

/** What stands in the way of the call, and what was answered on the way there. */
export function refuse(failure: Failure, answers: Answers): void {
  useDialer.setState({ failure, answers, isSuggesting: false });
}

/** Whether what stood there is there still: an answer may come when something else is typed. */
export function isStill({ text, chosen }: Pick<Dialer, 'text' | 'chosen'>): boolean {
  const now = useDialer.getState();
  return now.text === text && now.chosen === chosen;
}

/** Not now: the number stays, and the next attempt is asked everything anew. */
export function decline(): void {
  useDialer.setState(unasked);
}

export function clearDialer(): void {
  useDialer.setState(empty);
}

export function togglePad(): void {
  useDialer.setState((dialer) => ({ isPadOpen: !dialer.isPadOpen }));
}

rememberForAccount({ forget: clearDialer });
