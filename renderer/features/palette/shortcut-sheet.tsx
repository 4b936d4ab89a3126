import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Keys } from '../../app/actions/keys.tsx';
import { closePart, returnFocus } from '../../app/actions/store.ts';
import { useSettings } from '../../app/queries.ts';
import {
  shortcutIds,
  shortcutPlaces,
  shortcuts,
  type ShortcutPlace,
} from '../../../shared/shortcuts.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { cx } from '../../ui/class-names.ts';
import { FullDialog } from '../../ui/full-dialog.tsx';
import styles from './shortcut-sheet.module.css';

const words = strings.palette;

/** Every key that the app knows, by where it works. */
export function ShortcutSheet() {
  const page = useRef<HTMLDivElement>(null);
  // The whole page is marked for whoever comes back to it by Tab, not because it has opened.
  const [isFresh, setIsFresh] = useState(true);
  return (
    <FullDialog title={words.sheet.title} isOpen onClose={close} first={page}>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its ring goes by the focus */}
      <div
        ref={page}
        className={cx(styles.page, isFresh && styles.fresh)}
        onBlur={() => flushSync(() => setIsFresh(false))}
        // A page to read: the keyboard scrolls it.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="region"
        aria-label={words.sheet.title}
      >
        <p className={styles.note}>{words.sheet.note}</p>
        <div className={styles.places}>
          {shortcutPlaces.map((place) => (
            <Place key={place} place={place} />
          ))}
          <Everywhere />
        </div>
      </div>
    </FullDialog>
  );
}

function Place({ place }: { readonly place: ShortcutPlace }) {
  return (
    <section className={styles.place}>
      <h3>{words.places[place]}</h3>
      <dl>
        {shortcutIds
          .filter((id) => shortcuts[id].place === place)
          .map((id) => (
            <Line key={id} does={words.keys[id]} keys={shortcuts[id].keys} />
          ))}
      </dl>
    </section>
  );
}

/** The keys that the user has taken from all programs. */
function Everywhere() {
  const settings = useSettings().data;
  const { shortcut, quickTextShortcut } = settings ?? {};
  if (shortcut === undefined && quickTextShortcut === undefined) return null;
  const { everywhere, proposes, quickText } = words.sheet;
  return (
    <section className={styles.place}>
      <h3>{everywhere}</h3>
      <dl>
        {shortcut !== undefined && <Line does={proposes} keys={[shortcut]} />}
        {quickTextShortcut !== undefined && <Line does={quickText} keys={[quickTextShortcut]} />}
      </dl>
    </section>
  );
}

function Line(props: { readonly does: string; readonly keys: readonly string[] }) {
  return (
    <div className={styles.line}>
      <dt>{props.does}</dt>
      <dd>
        {props.keys.map((keys, index) => (
          <span key={keys} className={styles.choice}>
            {index > 0 && <span className={styles.or}>{words.sheet.or}</span>}
            <Keys keys={keys} />
          </span>
        ))}
      </dd>
    </div>
  );
}

function close(): void {
  flushSync(closePart);
  returnFocus();
}
