import { memo, useRef, useState, type ReactNode } from 'react';
import type { Party } from '../../../shared/model/people.ts';
import { usePartyWords } from '../party.ts';
import { useHomeCountry } from '../queries.ts';
import { PhoneMenu } from './phone-menu.tsx';
import styles from './phone.module.css';
import { readNumber } from './view-model.ts';

/** A number that offers what can be done with it when it is pressed. */
export const ClickablePhone = memo(function ClickablePhone(props: {
  /** E.164, or as it is written. */
  readonly number: string;
  /** Whose it is, where that is known. */
  readonly party?: Party | undefined;
  /** How it is shown, where that is not the way the user's country writes it. */
  readonly children?: ReactNode;
  readonly tabIndex?: 0 | -1;
}) {
  const { number, party, children } = props;
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.phone}
        tabIndex={props.tabIndex}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {children ?? <Shown number={number} />}
      </button>
      {isOpen && button.current && (
        <PhoneMenu
          number={number}
          party={party}
          anchor={button.current}
          returnTo={button.current}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
});

/** The number as the user's country writes it; what is none stays as it is. */
function Shown({ number }: { readonly number: string }) {
  const words = usePartyWords();
  const read = readNumber(number, useHomeCountry());
  return read.kind === 'number' ? words.number(read.target.number) : number;
}
