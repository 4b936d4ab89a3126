import type { ContactSource } from '../../../shared/model/people.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Building2, Monitor, Star, User } from '../../ui/icons.ts';
import styles from './contacts.module.css';

const icons = { personal: User, company: Building2, local: Monitor } as const;

/** Where someone is known from, for the eye; the row's label says it aloud. */
export function SourceIcons(props: {
  readonly sources: readonly ContactSource[];
  readonly isFavourite?: boolean;
}) {
  return (
    <span className={styles.sources}>
      {props.isFavourite && <Star className={styles.star} />}
      {props.sources.map((source) => {
        const Icon = icons[source];
        return (
          <span key={source} title={strings.contacts.source[source]}>
            <Icon />
          </span>
        );
      })}
    </span>
  );
}

/** The same in words. */
export function SourceList(props: { readonly sources: readonly ContactSource[] }) {
  return (
    <ul className={styles.sourceList}>
      {props.sources.map((source) => {
        const Icon = icons[source];
        return (
          <li key={source}>
            <Icon aria-hidden="true" />
            {strings.contacts.source[source]}
          </li>
        );
      })}
    </ul>
  );
}
