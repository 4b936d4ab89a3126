import type { ReactNode } from 'react';
import styles from './facts.module.css';

export type Fact = readonly [name: string, value: ReactNode];

/** A short table of what is known; what is not known is left out. */
export function Facts(props: { readonly title?: string; readonly facts: readonly Fact[] }) {
  const known = props.facts.filter(
    ([, value]) => value !== undefined && value !== '' && value !== 0,
  );
  if (known.length === 0) return null;
  return (
    <section className={styles.facts}>
      {props.title !== undefined && <h3>{props.title}</h3>}
      <dl>
        {known.map(([name, value]) => (
          <div key={name} className={styles.fact}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
