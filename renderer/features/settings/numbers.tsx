import { strings } from '../../../shared/strings/strings.ts';
import { CallFrom } from '../../app/call-from.tsx';
import { Card } from './card.tsx';
import { CountryCallerIds } from './country-caller-ids.tsx';
import styles from './settings.module.css';
import { TextFrom } from './text-from.tsx';

const words = strings.settings;

/** The phone that calls start from, and the number that texts do. */
export function Numbers() {
  return (
    <Card place="numbers">
      <div className={styles.choice}>
        <CallFrom />
        <p className={styles.advice}>{words.callFromAdvice}</p>
      </div>
      <div className={styles.choice}>
        <TextFrom />
        <p className={styles.advice}>{words.textFromAdvice}</p>
      </div>
      <CountryCallerIds />
    </Card>
  );
}
