import type { ReactNode, RefObject } from 'react';
import { strings } from '../../../shared/strings/strings.ts';
import type { SettingsGroup } from '../../app/settings-entries/entry.ts';
import { Button } from '../../ui/button.tsx';
import styles from './groups.module.css';
import { useCurrentGroup } from './use-current-group.ts';

const words = strings.keeping.groups;

const idOf = (group: SettingsGroup): string => `settings-${group}`;

/** Settings that belong together, under a heading of their own. */
export function Group(props: {
  readonly group: SettingsGroup;
  readonly isHidden: boolean;
  readonly children: ReactNode;
}) {
  const id = idOf(props.group);
  return (
    <div
      role="group"
      aria-labelledby={id}
      className={styles.group}
      hidden={props.isHidden}
      data-group={props.isHidden ? undefined : props.group}
    >
      <p id={id} className={styles.heading} tabIndex={-1}>
        {words[props.group]}
      </p>
      {props.children}
    </div>
  );
}

/** The ways to the groups: the page is long. */
export function GroupLinks(props: {
  readonly groups: readonly SettingsGroup[];
  readonly page: RefObject<HTMLElement | null>;
}) {
  const current = useCurrentGroup(props.page, props.groups);
  const open = (group: SettingsGroup): void => {
    const heading = props.page.current?.ownerDocument.getElementById(idOf(group));
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  };
  return (
    <nav className={styles.links} aria-label={strings.settings.title}>
      {props.groups.map((group) => (
        <Button
          key={group}
          variant="quiet"
          className={styles.link}
          aria-current={group === current ? 'true' : undefined}
          onClick={() => open(group)}
        >
          {words[group]}
        </Button>
      ))}
    </nav>
  );
}
