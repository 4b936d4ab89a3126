import { Menu as Base } from '@base-ui/react/menu';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { ChevronDown } from './icons.ts';
import styles from './menu.module.css';

export type MenuItem = {
  readonly label: string;
  readonly detail?: string;
  readonly onSelect: () => void;
};

/** A button that opens a few things to do, each with a line that explains it. */
export function MenuButton(props: {
  readonly label: string;
  readonly icon?: ReactNode;
  readonly isDisabled?: boolean;
  readonly items: readonly MenuItem[];
}) {
  return (
    <Base.Root>
      <Base.Trigger
        disabled={props.isDisabled}
        render={<Button variant="quiet" icon={props.icon} />}
      >
        <span className={styles.trigger}>
          {props.label}
          <ChevronDown aria-hidden="true" />
        </span>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} align="end" className={styles.positioner}>
          <Base.Popup className={styles.popup}>
            {props.items.map(({ label, detail, onSelect }) => (
              <Base.Item key={label} className={styles.item} onClick={onSelect}>
                <span>{label}</span>
                {detail !== undefined && <span className={styles.detail}>{detail}</span>}
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
