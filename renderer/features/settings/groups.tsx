import { useRef, type ReactNode } from 'react';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import styles from './groups.module.css';

const words = strings.keeping.groups;
const groups = [
  'general',
  'calling',
  'texts',
  'notifications',
  'outside',
  'account',
  'archive',
  'about',
] as const;
type GroupName = (typeof groups)[number];

const idOf = (group: GroupName): string => `settings-${group}`;

/** Settings that belong together, under a heading of their own. */
export function Group(props: { readonly group: GroupName; readonly children: ReactNode }) {
  const id = idOf(props.group);
  return (
    <div role="group" aria-labelledby={id} className={styles.group}>
      <p id={id} className={styles.heading} tabIndex={-1}>
        {words[props.group]}
      </p>
      {props.children}
    </div>
  );
}

/** The ways to the groups: the page is long. */
export function GroupLinks() {
  const nav = useRef<HTMLElement>(null);
  const open = (group: GroupName): void => {
    const heading = nav.current?.ownerDocument.getElementById(idOf(group));
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  };
  return (
    <nav ref={nav} className={styles.links} aria-label={strings.settings.title}>
      {groups.map((group) => (
        <Button key={group} variant="quiet" onClick={() => open(group)}>
          {words[group]}
        </Button>
      ))}
    </nav>
  );
}
