import { en } from '../../strings/en.ts';
import styles from './dial-pad.module.css';

const keys = [
  ['1', ''],
  ['2', 'ABC'],
  ['3', 'DEF'],
  ['4', 'GHI'],
  ['5', 'JKL'],
  ['6', 'MNO'],
  ['7', 'PQRS'],
  ['8', 'TUV'],
  ['9', 'WXYZ'],
  ['*', ''],
  ['0', '+'],
  ['#', ''],
] as const;

const { dialer } = en.calls;

/** Digits for the pointer; they go to the end of the field. */
export function DialPad(props: {
  readonly text: string;
  readonly onChange: (text: string) => void;
}) {
  return (
    <div className={styles.pad} role="group" aria-label={dialer.pad}>
      {keys.map(([digit, letters]) => (
        <button
          key={digit}
          type="button"
          className={styles.key}
          aria-label={dialer.digit(digit)}
          onClick={() => props.onChange(props.text + digit)}
        >
          <span className={styles.digit} data-letters={letters}>
            {digit}
          </span>
        </button>
      ))}
    </div>
  );
}
