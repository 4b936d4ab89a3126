import { failure, type Failure } from '../../../shared/failure.ts';
import { textQuestions, type TextQuestion } from '../../../shared/model/drafts.ts';
import type { Addressee } from './queries.ts';
import type { Quiet } from './quiet.ts';

/** What the questions are decided by. */
export type Circumstances = {
  readonly addressees: readonly Addressee[];
  readonly quiet: Quiet | undefined;
  /** The user wants to be asked about quiet hours. */
  readonly asksQuiet: boolean;
};

/** What the user has to say yes to before this is accepted, in the order it is asked. */
export function listTextQuestions(at: Circumstances): readonly TextQuestion[] {
  const asked: Readonly<Record<TextQuestion, boolean>> = {
    'opted-out': at.addressees.some(({ optOut }) => optOut !== undefined),
    'do-not-call': at.addressees.some(({ isDoNotCall }) => isDoNotCall),
    'quiet-hours': at.asksQuiet && at.quiet !== undefined,
  };
  return textQuestions.filter((question) => asked[question]);
}

/** Whether a yes counts: one that goes against what somebody asked for needs its reason. */
export function isAnswered(
  question: TextQuestion,
  { confirmed, reason }: { confirmed: readonly TextQuestion[]; reason: string | undefined },
): boolean {
  if (!confirmed.includes(question)) return false;
  return question !== 'opted-out' || (reason ?? '').trim() !== '';
}

/** A question as what it is while nobody has said yes: a refusal that only the user can lift. */
export function toTextQuestionFailure(question: TextQuestion, at: Circumstances): Failure {
  const ask = { retry: 'user' } as const;
  switch (question) {
    case 'opted-out': {
      const first = at.addressees.find(({ optOut }) => optOut !== undefined);
      const params = { typed: nameOf(first), at: first?.optOut?.at ?? 0 };
      return failure('conflict', 'text.opted-out', { ...ask, field: 'to', params });
    }
    case 'do-not-call': {
      const params = { typed: nameOf(at.addressees.find(({ isDoNotCall }) => isDoNotCall)) };
      return failure('conflict', 'number.do-not-call', { ...ask, params });
    }
    case 'quiet-hours':
      return failure('conflict', 'text.quiet-hours', ask);
  }
}

/** Whether a refusal is a question that a yes would lift. */
export function isTextQuestion({ message, retry }: Failure): boolean {
  const questions = ['text.opted-out', 'number.do-not-call', 'text.quiet-hours'];
  return retry === 'user' && questions.includes(message);
}

function nameOf(addressee: Addressee | undefined): string {
  return addressee?.party.name ?? addressee?.number ?? '';
}
