import styles from './avatar.module.css';
import { cx } from './class-names.ts';
import { User, Users } from './icons.ts';
import { hueOf, initialsOf } from './initials.ts';

/** Initials on a colour derived from the name; never read aloud, the name stands beside it. */
export function Avatar(props: {
  readonly name: string | undefined;
  readonly isGroup?: boolean;
  readonly size?: 'small' | 'row' | 'large';
}) {
  const initials = props.name === undefined ? '' : initialsOf(props.name);
  const hue = initials === '' ? undefined : styles[`hue${hueOf(props.name ?? '')}`];
  return (
    <span aria-hidden="true" className={cx(styles.avatar, hue, styles[props.size ?? 'row'])}>
      {props.isGroup ? <Users /> : initials === '' ? <User /> : initials}
    </span>
  );
}
