import { create } from 'zustand';
import type { TextQuestion } from '../../../shared/model/drafts.ts';
import type { TextTo } from '../send-text.ts';
import { rememberForAccount } from '../account-memory.ts';

/** What the user has said so far about one text: the questions answered with yes, and why. */
export type Answers = { readonly confirmed: readonly TextQuestion[]; readonly reason: string };

export const noAnswers: Answers = { confirmed: [], reason: '' };
/** As long as main takes. */
export const longestReason = 300;

/** Whom a text goes to and from where: an answer holds for no other. */
export type Asked = { readonly to: TextTo; readonly from: string | undefined };

const useStore = create<Readonly<Record<string, Answers>>>()(() => ({}));

/** The answers with one more yes; a second reason goes beside the first. */
export function withYes(answers: Answers, question: TextQuestion, reason: string): Answers {
  const said = [...answers.reason.split('; '), reason.trim()].filter((part) => part !== '');
  return {
    confirmed: [...answers.confirmed.filter((each) => each !== question), question],
    reason: [...new Set(said)].join('; ').slice(0, longestReason),
  };
}

export function useAnswers(asked: Asked): Answers {
  return useStore((answers) => answers[keyOf(asked)] ?? noAnswers);
}

export function readAnswers(asked: Asked): Answers {
  return useStore.getState()[keyOf(asked)] ?? noAnswers;
}

export function sayYes(asked: Asked, question: TextQuestion, reason = ''): void {
  useStore.setState({ [keyOf(asked)]: withYes(readAnswers(asked), question, reason) });
}

/** The text has gone, or was given up: the next one is asked about anew. */
export function forgetAnswers(asked: Asked): void {
  useStore.setState({ [keyOf(asked)]: noAnswers });
}

function keyOf({ to, from }: Asked): string {
  return JSON.stringify(['threadId' in to ? to.threadId : [...to.numbers], from ?? '']);
}

rememberForAccount({ forget: () => useStore.setState({}, true) });
