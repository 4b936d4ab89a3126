import {
  useEffect,
  useId,
  useRef,
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import type { Failure } from '../../../shared/failure.ts';
import {
  contactNumberLabels,
  type ContactDraft,
  type ContactNumberLabel,
} from '../../../shared/model/people.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { takeFocus } from '../../app/take-focus.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Plus, X } from '../../ui/icons.ts';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './contacts.module.css';
import { freeLabel } from './view-model.ts';

const words = strings.contacts.form;

type TextFieldName = 'firstName' | 'lastName' | 'company' | 'jobTitle' | 'email';

const texts: readonly { readonly name: TextFieldName; readonly most: number }[] = [
  { name: 'firstName', most: 100 },
  { name: 'lastName', most: 100 },
  { name: 'company', most: 200 },
  { name: 'jobTitle', most: 200 },
  { name: 'email', most: 200 },
];

/** What can be entered of a contact. What main refuses stands beside its field; nothing is lost. */
export function ContactForm(props: {
  readonly title: string;
  readonly draft: ContactDraft;
  readonly failure: Failure | undefined;
  readonly isSaving: boolean;
  /** What else can be done about a failure. */
  readonly remedy?: ReactNode;
  /** Where it is kept, where there is a choice. */
  readonly children?: ReactNode;
  readonly onChange: (draft: ContactDraft) => void;
  readonly onSave: () => void;
  readonly onCancel: () => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}) {
  const { draft, failure, isSaving } = props;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // The caret goes where something has to be mended.
    if (failure?.field) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [failure]);
  // What is being saved is what is shown.
  const onChange = (changed: ContactDraft): void => {
    if (!isSaving) props.onChange(changed);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    props.onSave();
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a form is left with Escape
    <form
      ref={form}
      className={styles.page}
      aria-label={props.title}
      aria-busy={isSaving}
      onSubmit={submit}
      onKeyDown={props.onKeyDown}
    >
      <div className={styles.fields}>
        {texts.map(({ name, most }, index) => (
          <TextField
            key={name}
            label={words[name]}
            value={draft[name]}
            maxLength={most}
            readOnly={isSaving}
            {...(index === 0 && { ref: takeFocus })}
            error={sentenceFor(failure, name)}
            onChange={(event) => onChange({ ...draft, [name]: event.target.value })}
          />
        ))}
      </div>
      <NumberFields draft={draft} failure={failure} isSaving={isSaving} onChange={onChange} />
      <TextArea
        label={words.remarks}
        rows={3}
        maxLength={4_000}
        readOnly={isSaving}
        value={draft.remarks}
        onChange={(event) => onChange({ ...draft, remarks: event.target.value })}
      />
      {props.children}
      {failure && failure.field === undefined && (
        <Trouble failure={failure} remedy={props.remedy} />
      )}
      <div className={styles.changes}>
        <Button type="submit" variant="primary" aria-disabled={isSaving}>
          {isSaving ? words.saving : words.save}
        </Button>
        <Button onClick={props.onCancel}>{words.cancel}</Button>
      </div>
    </form>
  );
}

function Trouble(props: { readonly failure: Failure; readonly remedy: ReactNode }) {
  const { title, advice } = strings.failures(props.failure);
  return (
    <Banner tone="danger" role="alert" title={title} actions={props.remedy}>
      {advice}
    </Banner>
  );
}

function NumberFields(props: {
  readonly draft: ContactDraft;
  readonly failure: Failure | undefined;
  readonly isSaving: boolean;
  readonly onChange: (draft: ContactDraft) => void;
}) {
  const { draft, failure, isSaving, onChange } = props;
  const { numbers } = draft;
  const headingId = useId();
  const free = freeLabel(numbers);
  const change = (at: number, number: ContactDraft['numbers'][number] | undefined): void =>
    onChange({
      ...draft,
      numbers: numbers.flatMap((other, index) => (index === at ? (number ?? []) : other)),
    });
  return (
    <section aria-labelledby={headingId}>
      <h3 id={headingId} className={styles.heading}>
        {words.numbers}
      </h3>
      <ul className={styles.numberFields}>
        {numbers.map(({ label, typed }, index) => (
          <li key={label} className={styles.numberField}>
            <Select
              label={words.labelOf}
              isLabelHidden
              options={labelsFor(draft, label)}
              value={label}
              emptyText={words.noLabel}
              onChange={(value) => change(index, { label: value as ContactNumberLabel, typed })}
            />
            <TextField
              label={words.number(strings.contacts.label(label))}
              isLabelHidden
              className={styles.grow}
              inputMode="tel"
              maxLength={200}
              readOnly={isSaving}
              value={typed}
              error={sentenceFor(failure, `numbers.${index}`)}
              onChange={(event) => change(index, { label, typed: event.target.value })}
            />
            <IconButton
              label={words.removeNumber(strings.contacts.label(label))}
              icon={<X />}
              onClick={() => change(index, undefined)}
            />
          </li>
        ))}
      </ul>
      {free !== undefined && (
        <Button
          icon={<Plus />}
          onClick={() => onChange({ ...draft, numbers: [...numbers, { label: free, typed: '' }] })}
        >
          {words.addNumber}
        </Button>
      )}
    </section>
  );
}

/** Each label is there once: those of the other numbers are not offered. */
function labelsFor(draft: ContactDraft, own: ContactNumberLabel) {
  return contactNumberLabels
    .filter((label) => label === own || !draft.numbers.some((number) => number.label === label))
    .map((label) => ({ value: label, label: strings.contacts.label(label) }));
}

function sentenceFor(failure: Failure | undefined, field: string): string | undefined {
  if (failure?.field !== field) return undefined;
  const { title, advice } = strings.failures(failure);
  return `${title}. ${advice}`;
}
