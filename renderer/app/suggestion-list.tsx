import type { Suggestion } from '../../shared/model/people.ts';
import { strings } from '../../shared/strings/strings.ts';
import { Avatar } from '../ui/avatar.tsx';
import { cx } from '../ui/class-names.ts';
import { usePartyWords } from './party.ts';
import styles from './suggestion-list.module.css';

/** The people and recent numbers under a combobox. */
export function SuggestionList(props: {
  readonly id: string;
  readonly suggestions: readonly Suggestion[];
  readonly activeIndex: number | undefined;
  readonly optionId: (index: number) => string;
  readonly onHover: (index: number) => void;
  readonly onPick: (index: number) => void;
}) {
  const words = usePartyWords();
  return (
    <ul
      id={props.id}
      role="listbox"
      aria-label={strings.calls.dialer.suggestions}
      className={styles.list}
    >
      {props.suggestions.map(({ party, label, source }, index) => (
        // The keys are handled by the field, which keeps the focus.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events
        <li
          key={`${source}:${party.contactId ?? ''}:${party.number ?? party.extensionNumber ?? ''}`}
          id={props.optionId(index)}
          role="option"
          aria-selected={index === props.activeIndex}
          className={cx(styles.option, index === props.activeIndex && styles.active)}
          onMouseMove={() => props.onHover(index)}
          // Before the field loses the caret, which stays where it is.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => props.onPick(index)}
        >
          <Avatar name={party.name} />
          <span className={styles.words}>
            <span className={styles.name}>{words.title(party)}</span>
            <span className={styles.detail}>
              {label !== undefined && <span>{strings.contacts.label(label)} </span>}
              <span className="figures">{words.detail(party)}</span>
            </span>
          </span>
          {source === 'recent' && <span className={styles.tag}>{strings.calls.dialer.recent}</span>}
        </li>
      ))}
    </ul>
  );
}
