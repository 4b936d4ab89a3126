import { useRef } from 'react';
import type { SpeedDial } from '../../../shared/model/people.ts';
import { usePartyWords } from '../../app/party.ts';
import { useSpeedDials } from '../../app/speed-dials.ts';
import { useCallParty } from '../../app/use-dial.ts';
import { strings } from '../../../shared/strings/strings.ts';
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

const { dialer } = strings.calls;
const words = strings.contacts.speedDial;
/** So long a key is held until it calls someone. */
const holdMs = 600;

/** Digits for the pointer; they go to the end of the field, and held they call who is on the key. */
export function DialPad(props: {
  readonly text: string;
  readonly onChange: (text: string) => void;
}) {
  const dials = useSpeedDials();
  return (
    <>
      <div className={styles.pad} role="group" aria-label={dialer.pad}>
        {keys.map(([digit, letters]) => (
          <Key
            key={digit}
            digit={digit}
            letters={letters}
            dial={dials.find(({ key }) => String(key) === digit)}
            onPress={() => props.onChange(props.text + digit)}
          />
        ))}
      </div>
      <SpeedDials dials={dials} />
    </>
  );
}

function Key(props: {
  readonly digit: string;
  readonly letters: string;
  readonly dial: SpeedDial | undefined;
  readonly onPress: () => void;
}) {
  const { digit, dial } = props;
  const party = usePartyWords();
  const hold = useHold(useCallSpeedDial(), dial);
  const label = dial ? words.holds(digit, party.title(dial.party)) : dialer.digit(digit);
  return (
    <button
      type="button"
      className={styles.key}
      aria-label={label}
      {...(dial && { title: party.title(dial.party), 'data-held': true })}
      {...hold.handlers}
      onClick={() => {
        // The end of a long press is no digit.
        if (!hold.wasHeld()) props.onPress();
      }}
    >
      <span className={styles.digit} data-letters={props.letters}>
        {digit}
      </span>
    </button>
  );
}

/** Calls once a key has been held, by the pointer or by Space or Enter. */
function useHold(callDial: (dial: SpeedDial) => void, dial: SpeedDial | undefined) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isHeld = useRef(false);
  const end = (): void => {
    clearTimeout(timer.current);
    timer.current = undefined;
  };
  const begin = (): void => {
    isHeld.current = false;
    if (dial === undefined || timer.current !== undefined) return;
    timer.current = setTimeout(() => {
      isHeld.current = true;
      callDial(dial);
    }, holdMs);
  };
  return {
    wasHeld: () => isHeld.current,
    handlers: {
      onPointerDown: (event: React.PointerEvent) => {
        if (event.button === 0) begin();
      },
      onPointerUp: end,
      onPointerLeave: end,
      onPointerCancel: end,
      onKeyDown: (event: React.KeyboardEvent) => {
        if (event.key !== ' ' && event.key !== 'Enter') return;
        // Enter would press again and again while it is held.
        if (event.repeat) return event.preventDefault();
        begin();
        if (event.key === 'Enter' && dial !== undefined) event.preventDefault();
      },
      onKeyUp: (event: React.KeyboardEvent<HTMLButtonElement>) => {
        end();
        if (event.key === 'Enter' && dial !== undefined && !isHeld.current) {
          event.currentTarget.click();
        }
      },
      onBlur: end,
    },
  };
}

/** Who is on the keys, as buttons of their own. */
function SpeedDials({ dials }: { readonly dials: readonly SpeedDial[] }) {
  const party = usePartyWords();
  const callDial = useCallSpeedDial();
  if (dials.length === 0) return null;
  return (
    <ul className={styles.dials} aria-label={words.list}>
      {dials.map((dial) => {
        const who = party.title(dial.party);
        return (
          <li key={dial.key}>
            <button
              type="button"
              className={styles.dial}
              aria-label={words.call(dial.key, who)}
              onClick={() => callDial(dial)}
            >
              <span className={styles.dialKey}>{dial.key}</span>
              <span className={styles.dialName}>{who}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function useCallSpeedDial(): (dial: SpeedDial) => void {
  const party = usePartyWords();
  const callParty = useCallParty();
  return ({ party: who }) => {
    if (who.number !== undefined) callParty({ number: who.number, who: party.title(who) });
  };
}
