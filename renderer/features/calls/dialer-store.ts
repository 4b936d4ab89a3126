import { create } from 'zustand';
import type { Failure } from '../../../shared/failure.ts';
import type { Suggestion } from '../../../shared/model/people.ts';

type Dialer = {
  readonly text: string;
  /** Who was picked from the suggestions, until the text is changed. */
  readonly chosen: Suggestion | undefined;
  readonly isPadOpen: boolean;
  /** Suggestions may be shown: something was typed and nothing picked or closed since. */
  readonly isSuggesting: boolean;
  readonly failure: Failure | undefined;
};

const empty = { text: '', chosen: undefined, isSuggesting: false, failure: undefined } as const;

/** What stands in the dialer; it stays while other screens are visited. */
export const useDialer = create<Dialer>()(() => ({ ...empty, isPadOpen: false }));

export function typeText(text: string): void {
  useDialer.setState({ text, chosen: undefined, isSuggesting: true, failure: undefined });
}

export function choose(chosen: Suggestion, text: string): void {
  useDialer.setState({ text, chosen, isSuggesting: false, failure: undefined });
}

export function closeSuggestions(): void {
  useDialer.setState({ isSuggesting: false });
}

export function refuse(failure: Failure | undefined): void {
  useDialer.setState({ failure, isSuggesting: false });
}

export function clearDialer(): void {
  useDialer.setState(empty);
}

export function togglePad(): void {
  useDialer.setState((dialer) => ({ isPadOpen: !dialer.isPadOpen }));
}
