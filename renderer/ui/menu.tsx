import { Menu as Base } from '@base-ui/react/menu';
import { useCallback, type ComponentProps, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { ChevronDown } from './icons.ts';
import type { MenuAnchor, MenuOpening } from './menu-key.ts';
import styles from './menu.module.css';

export type MenuItem = {
  readonly label: string;
  /** What it does, or why it cannot be done. */
  readonly detail?: string | undefined;
  readonly icon?: ReactNode;
  /** At its end: the keys that do the same. */
  readonly keys?: ReactNode;
  readonly isDisabled?: boolean;
  readonly onSelect: () => void;
  /** The menu is left open: whoever selects it closes it. */
  readonly staysOpen?: boolean;
  /** Set apart from what stands above it. */
  readonly isApart?: boolean;
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
            <Items items={props.items} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** A menu that something else has opened; the keyboard goes back there when it closes. */
export function PopupMenu(
  props: MenuOpening & {
    readonly label: string;
    readonly heading?: ReactNode;
    readonly items: readonly MenuItem[];
    /** What it is opened for is not there yet; when it is, the first line is at hand anew. */
    readonly isComing?: boolean;
    readonly onClose: () => void;
  },
) {
  const { anchor, isByKeys, isComing } = props;
  const isElement = anchor instanceof Element;
  const takeKeys = useCallback(
    (popup: HTMLElement | null) => {
      if (isByKeys && isComing !== true) focusFirst(popup);
    },
    [isByKeys, isComing],
  );
  return (
    <Base.Root
      open
      modal={false}
      onOpenChange={(isOpen, { reason, event, cancel }) => {
        if (isOpen) return;
        // A press on what opened it closes it there; here it would open once more.
        const isOnAnchor =
          isElement && event.target instanceof Node && anchor.contains(event.target);
        if (reason === 'outside-press' && isOnAnchor) return cancel();
        props.onClose();
      }}
    >
      <Base.Portal>
        <Base.Positioner
          anchor={isElement ? anchor : { getBoundingClientRect: () => boxOf(anchor) }}
          sideOffset={isElement || anchor instanceof DOMRectReadOnly ? 4 : 0}
          align="start"
          collisionPadding={8}
          className={styles.positioner}
        >
          <Base.Popup
            className={styles.popup}
            aria-label={props.label}
            finalFocus={() => props.returnTo ?? true}
            ref={takeKeys}
          >
            <Base.Group>
              {props.heading && (
                <Base.GroupLabel className={styles.heading}>{props.heading}</Base.GroupLabel>
              )}
              <Items items={props.items.map(afterClosing)} />
            </Base.Group>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** Done once the keyboard is back where it came from, so that whatever opens can take it. */
function afterClosing(item: MenuItem): MenuItem {
  return item.staysOpen ? item : { ...item, onSelect: () => void setTimeout(item.onSelect) };
}

function boxOf(anchor: Exclude<MenuAnchor, Element>): DOMRect {
  const { x, y } = anchor;
  return anchor instanceof DOMRectReadOnly ? DOMRect.fromRect(anchor) : new DOMRect(x, y);
}

/** The first line that can be used is at hand. */
function focusFirst(popup: HTMLElement | null): void {
  popup?.querySelector<HTMLElement>('[role="menuitem"]:not([data-disabled])')?.focus();
}

/** A key that is held down has opened the menu; it must not go on to what is in it. */
const ignoreHeld: ComponentProps<typeof Base.Item>['onKeyDown'] = (event) => {
  if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventBaseUIHandler();
};

function Items({ items }: { readonly items: readonly MenuItem[] }) {
  // Where one has an icon, the words of all of them begin beside it.
  const hasIcons = items.some(({ icon }) => icon !== undefined);
  return items.map((item) => (
    <Base.Item
      key={item.label}
      className={item.isApart ? `${styles.item} ${styles.apart}` : styles.item}
      disabled={item.isDisabled ?? false}
      closeOnClick={item.staysOpen !== true}
      onClick={item.onSelect}
      onKeyDown={ignoreHeld}
    >
      {hasIcons && (
        <span className={styles.icon} aria-hidden="true">
          {item.icon}
        </span>
      )}
      <span className={styles.words}>
        <span>{item.label}</span>
        {item.detail !== undefined && <span className={styles.detail}>{item.detail}</span>}
      </span>
      {item.keys !== undefined && <span className={styles.keys}>{item.keys}</span>}
    </Base.Item>
  ));
}
