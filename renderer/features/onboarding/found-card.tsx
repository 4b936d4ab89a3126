import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { DraftView } from './draft-view.tsx';
import styles from './sign-in.module.css';
import type { FoundImport } from './use-import.ts';

const words = strings.onboarding.import;

/** At the first start: the settings that Sidetone was started with, to be looked over and used. */
export function FoundCard({ found }: { readonly found: FoundImport }) {
  const { draft, putAside, lookAgain } = found;
  if (draft === undefined) return null;
  return (
    <section className={styles.card} aria-labelledby="found-title">
      <div className={styles.part}>
        <h2 id="found-title">{words.found}</h2>
        <p className={styles.advice}>{words.foundAdvice}</p>
        <DraftView
          draft={draft}
          way="found"
          redirectUri={undefined}
          onGone={lookAgain}
          aside={<Button onClick={putAside}>{words.notNow}</Button>}
        />
      </div>
    </section>
  );
}
