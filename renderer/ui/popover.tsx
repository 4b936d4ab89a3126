import { Popover as Base } from '@base-ui/react/popover';
import type { ReactNode, RefObject } from 'react';
import { IconButton } from './icon-button.tsx';
import styles from './popover.module.css';

/** A button that opens a small panel over the page; Escape and a press beside it close it. */
export function PopoverButton(props: {
  readonly label: string;
  readonly icon: ReactNode;
  readonly title: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** Where the keyboard begins inside, and goes afterwards. */
  readonly initialFocus?: RefObject<HTMLElement | null>;
  readonly finalFocus?: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}) {
  return (
    <Base.Root open={props.isOpen} onOpenChange={(isOpen) => props.onOpenChange(isOpen)}>
      <Base.Trigger
        render={<IconButton label={props.label} icon={props.icon} />}
        aria-label={props.label}
      />
      <Base.Portal>
        <Base.Positioner
          side="top"
          align="end"
          sideOffset={6}
          collisionPadding={8}
          className={styles.positioner}
        >
          <Base.Popup
            className={styles.popup}
            initialFocus={props.initialFocus}
            finalFocus={props.finalFocus}
          >
            <Base.Title className="read-only-aloud">{props.title}</Base.Title>
            {props.children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
