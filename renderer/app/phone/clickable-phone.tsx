import { memo, useId, type ReactNode } from 'react';
import type { Party } from '../../../shared/model/people.ts';
import { openingAtPointer } from '../../ui/menu-key.ts';
import { usePartyWords } from '../party.ts';
import { useHomeCountry } from '../queries.ts';
import { closePhoneMenu, openPhoneMenu, useOpenedPhone } from './menu-store.ts';
import styles from './phone.module.css';
import { readNumber } from './view-model.ts';

/**
 * A number that offers what can be done with it when it is pressed. The page has a
 * `PhoneMenuPlace`, where the menu is drawn.
 */
export const ClickablePhone = memo(function ClickablePhone(props: {
  /** E.164, or as it is written. */
  readonly number: string;
  /** Whose it is, where that is known. */
  readonly party?: Party | undefined;
  /** How it is shown, where that is not the way the user's country writes it. */
  readonly children?: ReactNode;
  readonly tabIndex?: 0 | -1 | undefined;
}) {
  const { number, party, children } = props;
  const id = useId();
  const isOpen = useOpenedPhone(({ opened }) => opened?.owner === id);
  return (
    <button
      type="button"
      className={styles.phone}
      tabIndex={props.tabIndex}
      aria-haspopup="menu"
      aria-expanded={isOpen}
      onClick={({ currentTarget: button, detail: presses }) => {
        if (isOpen) return closePhoneMenu();
        // A key presses a button without a count.
        const at = { anchor: button, returnTo: button, isByKeys: presses === 0 };
        openPhoneMenu({ number, party }, at, id);
      }}
      onContextMenu={(event) => {
        event.preventDefault();
        openPhoneMenu({ number, party }, openingAtPointer(event, event.currentTarget), id);
      }}
    >
      {children ?? <Shown number={number} />}
    </button>
  );
});

/** The number as the user's country writes it; what is none stays as it is. */
function Shown({ number }: { readonly number: string }) {
  const words = usePartyWords();
  const read = readNumber(number, useHomeCountry());
  return read.kind === 'number' ? words.number(read.target.number) : number;
}
