import type { CallQuestion } from '../../../shared/model/calls.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { TriangleAlert } from '../../ui/icons.ts';
import styles from './card.module.css';

const words: Readonly<Record<CallQuestion, string | undefined>> = {
  ...strings.cards.cautions,
  // The time there says so itself.
  'quiet-hours': undefined,
};

/** What will be asked before a call, said before anyone presses Enter. */
export function Cautions({ questions }: { readonly questions: readonly CallQuestion[] }) {
  const told = questions.flatMap((question) => words[question] ?? []);
  if (told.length === 0) return null;
  return (
    <ul className={styles.cautions}>
      {told.map((caution) => (
        <li key={caution}>
          <TriangleAlert aria-hidden="true" />
          {caution}
        </li>
      ))}
    </ul>
  );
}
