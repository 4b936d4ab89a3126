import { useAppInfo } from '../../app/queries.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Facts } from '../../ui/facts.tsx';
import styles from './settings.module.css';
import { Card } from './card.tsx';

const words = strings.settings;

/** What this copy of Sidetone is and where it keeps things. */
export function About() {
  const info = useAppInfo().data;
  return (
    <Card place="about">
      <Facts
        facts={[
          [words.version, info && `${strings.app.name} ${info.version}`],
          [words.runtime, info && `${info.runtime}, ${info.platform}`],
          [words.profile, info?.profileFolder],
        ]}
      />
      <p className={styles.advice}>{words.independent}</p>
    </Card>
  );
}
