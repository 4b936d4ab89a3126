import { useEffect, useId, useRef } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import { useSuggestions } from '../queries.ts';
import { SuggestionList } from '../suggestion-list.tsx';
import type { Recipient } from '../ui-store.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { FieldNote } from '../../ui/text-field.tsx';
import { useCombobox } from '../../ui/use-combobox.ts';
import { RecipientChip } from './chip.tsx';
import styles from './recipients.module.css';

/** Who a text goes to: those chosen, and a field for one more with suggestions beneath. */
export function Recipients(props: {
  readonly recipients: readonly Recipient[];
  readonly typed: string;
  readonly failure: Failure | undefined;
  readonly onType: (text: string) => void;
  /** Suggestions stand where the thread would. */
  readonly onList: (isListed: boolean) => void;
  readonly onChange: (recipients: readonly Recipient[]) => void;
}) {
  const { recipients, typed, onType, onList, onChange } = props;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const suggestions = useSuggestions(typed).filter(
    ({ party }) =>
      party.number !== undefined && recipients.every(({ number }) => number !== party.number),
  );
  const isListed = suggestions.length > 0;

  const add = (recipient: Recipient): void => {
    onChange([...recipients, recipient]);
    onType('');
  };
  const combobox = useCombobox({
    count: suggestions.length,
    isOpen: true,
    picksFirst: !/\d/.test(typed),
    onPick: (index) => {
      const party = suggestions[index]?.party;
      if (party?.number !== undefined) add({ number: party.number, party });
    },
    onClose: () => onType(''),
  });

  useEffect(() => onList(isListed), [isListed, onList]);
  useEffect(() => {
    if (recipients.length === 0) field.current?.focus();
  }, [recipients.length]);

  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (combobox.onKeyDown(event) || event.nativeEvent.isComposing) return;
    if ((event.key === 'Enter' || event.key === ',') && typed.trim() !== '') {
      event.preventDefault();
      add({ number: typed.trim(), party: undefined });
    } else if (event.key === 'Backspace' && typed === '') {
      onChange(recipients.slice(0, -1));
    }
  };
  const trouble = props.failure && strings.failures(props.failure);

  return (
    <>
      <div className={styles.recipients}>
        <label htmlFor={id} className={styles.label}>
          {strings.messages.to}
        </label>
        {recipients.map((recipient) => (
          <RecipientChip
            key={recipient.number}
            recipient={recipient}
            onRemove={() => onChange(recipients.filter((other) => other !== recipient))}
          />
        ))}
        <input
          ref={field}
          id={id}
          className={styles.field}
          autoComplete="off"
          spellCheck={false}
          placeholder={recipients.length === 0 ? strings.messages.toPlaceholder : undefined}
          value={typed}
          aria-invalid={trouble ? true : undefined}
          aria-describedby={trouble ? `${id}-note` : undefined}
          onChange={(event) => {
            combobox.setActive(undefined);
            onType(event.target.value);
          }}
          onKeyDown={onKeyDown}
          {...combobox.inputProps}
        />
        {trouble && (
          <FieldNote id={`${id}-note`} isError>
            {trouble.title}. {trouble.advice}
          </FieldNote>
        )}
      </div>
      {isListed && (
        <SuggestionList
          id={combobox.listId}
          suggestions={suggestions}
          activeIndex={combobox.activeIndex}
          optionId={combobox.optionId}
          onHover={combobox.setActive}
          onPick={(index) => {
            const party = suggestions[index]?.party;
            if (party?.number !== undefined) add({ number: party.number, party });
            field.current?.focus();
          }}
        />
      )}
    </>
  );
}
