import type { BegunKey } from '../../../shared/model/drafts.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import styles from './aside-line.module.css';
import { useAsideCount } from './begin.ts';

const words = strings.messages;

/** Says that a text to someone else has been set aside, and leads back to it. */
export function AsideLine(props: { readonly of: BegunKey; readonly onGoBack: () => void }) {
  const count = useAsideCount(props.of);
  if (count === 0) return null;
  return (
    <p className={styles.aside}>
      {words.aside(count)}
      <Button variant="quiet" onClick={props.onGoBack}>
        {words.goBack(count)}
      </Button>
    </p>
  );
}
