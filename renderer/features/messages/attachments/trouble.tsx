import type { Failure } from '../../../../shared/failure.ts';
import { strings } from '../../../../shared/strings/strings.ts';
import { offersRetry } from '../../../app/trouble.ts';
import { Button } from '../../../ui/button.tsx';
import styles from './attachments.module.css';
import { troubleWords } from './view-model.ts';

/** Why something is not there, and the way to try once more where that can help. */
export function Trouble(props: { readonly failure: Failure; readonly onRetry: () => void }) {
  return (
    <div className={styles.trouble} role="status">
      <p>{troubleWords(props.failure)}</p>
      {offersRetry(props.failure) && (
        <Button onClick={props.onRetry}>{strings.attachments.tryAgain}</Button>
      )}
    </div>
  );
}
