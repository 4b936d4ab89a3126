import { useQueryClient } from '@tanstack/react-query';
import { call } from '../../app/bridge.ts';
import { takeWay, useSignIn } from '../../app/sign-in.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { Check } from '../../ui/icons.ts';
import styles from './sign-in.module.css';
import { SignInTrouble } from './sign-in-trouble.tsx';

const words = strings.onboarding.demo;

/** A look around without an account. */
export function DemoCard() {
  const client = useQueryClient();
  const working = useSignIn((state) => state.working);
  const failure = useSignIn(({ failed }) => (failed?.way === 'demo' ? failed.failure : undefined));
  const open = (): void => {
    if (working !== undefined) return;
    void takeWay(client, 'demo', () => call('session.start-demo', undefined));
  };
  return (
    <section className={styles.card} aria-labelledby="demo-title">
      <div className={styles.part}>
        <h2 id="demo-title">{words.title}</h2>
        <p className={styles.advice}>{words.advice}</p>
        <ul className={styles.points}>
          {words.points.map((point) => (
            <li key={point}>
              <Check aria-hidden="true" />
              {point}
            </li>
          ))}
        </ul>
        <Button className={styles.wide} aria-disabled={working !== undefined} onClick={open}>
          {working === 'demo' ? words.starting : words.button}
        </Button>
        {failure && <SignInTrouble failure={failure} />}
      </div>
    </section>
  );
}
