import { strings } from '../../../../shared/strings/strings.ts';
import { mostRecipients } from '../../../../shared/text-limits.ts';
import { openSeparate } from '../../../app/ui-store.ts';
import { Button } from '../../../ui/button.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import styles from './separate.module.css';
import { writeToEach } from './write-to-each.ts';

const words = strings.separate;

/** Of a text to several: one for all of them, or one for each. Of a text to nobody yet: a list. */
export function SendAs({ numbers }: { readonly numbers: readonly string[] }) {
  if (numbers.length === 0) {
    return (
      <div className={styles.sendAs}>
        <Button variant="quiet" onClick={() => openSeparate({ from: 'csv' })}>
          {words.beginFile}
        </Button>
      </div>
    );
  }
  if (numbers.length < 2) return null;
  return (
    <div className={styles.sendAs}>
      <Segmented<'group' | 'each'>
        label={words.choice}
        value="group"
        options={[
          { value: 'group', label: words.group },
          { value: 'each', label: words.each },
        ]}
        onChange={(choice) => {
          if (choice === 'each') writeToEach(numbers);
        }}
      />
      <p className={styles.note}>
        {words.groupAdvice(mostRecipients)} {words.eachAdvice}
      </p>
    </div>
  );
}
