import { useId, useRef, useState, type FormEvent } from 'react';
import { takeFocus } from '../../app/take-focus.ts';
import { useSaveSettings, useSettings } from '../../app/queries.ts';
import { SaveTrouble } from '../../app/save-trouble.tsx';
import { en } from '../../../shared/strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { ArrowDown, ArrowUp, Plus, Trash2 } from '../../ui/icons.ts';
import { TextField } from '../../ui/text-field.tsx';
import {
  isTaken,
  longestOutcome,
  mostOutcomes,
  moveOutcome,
  removeOutcome,
  renameOutcome,
} from './outcome-list.ts';
import styles from './outcomes.module.css';
import cards from './settings.module.css';

const words = en.notes.outcomes;

/** What a call can be noted as: each named, moved, removed; a new one added at the end. */
export function Outcomes() {
  const id = useId();
  const outcomes = useSettings().data?.outcomes ?? [];
  const save = useSaveSettings();
  const [moved, setMoved] = useState('');
  const [renamed, setRenamed] = useState<string>();
  const set = (next: readonly string[]): void => save.mutate({ outcomes: [...next] });
  const move = (outcome: string, by: 1 | -1): void => {
    const next = moveOutcome(outcomes, outcome, by);
    set(next);
    setMoved(words.moved(outcome, next.indexOf(outcome) + 1, next.length));
  };
  return (
    <section className={cards.card} aria-labelledby={id}>
      <h2 id={id}>{words.title}</h2>
      <p className={cards.advice}>{words.advice}</p>
      {outcomes.length === 0 && <p className={cards.advice}>{words.none}</p>}
      <ol className={styles.list}>
        {outcomes.map((outcome, index) => (
          <Outcome
            key={outcome}
            outcome={outcome}
            outcomes={outcomes}
            isFirst={index === 0}
            isLast={index === outcomes.length - 1}
            onMove={(by) => move(outcome, by)}
            isJustRenamed={outcome === renamed}
            onRenamed={setRenamed}
            onSet={set}
          />
        ))}
      </ol>
      <NewOutcome outcomes={outcomes} onSet={set} />
      <SaveTrouble save={save} />
      <div role="status" className="read-only-aloud">
        {moved}
      </div>
    </section>
  );
}

function Outcome(props: {
  readonly outcome: string;
  readonly outcomes: readonly string[];
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** With Enter, so that the caret stays where it was. */
  readonly isJustRenamed: boolean;
  readonly onRenamed: (name: string) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onSet: (outcomes: readonly string[]) => void;
}) {
  const { outcome, outcomes, onSet } = props;
  const [name, setName] = useState(outcome);
  const isTwice = isTaken(outcomes, name, outcome);
  const rename = (): void => {
    const next = name.trim();
    if (next === '' || isTwice) setName(outcome);
    else if (next !== outcome) onSet(renameOutcome(outcomes, outcome, next));
  };
  return (
    <li className={styles.outcome}>
      <TextField
        className={styles.name}
        label={words.rename(outcome)}
        isLabelHidden
        ref={props.isJustRenamed ? takeFocus : undefined}
        value={name}
        maxLength={longestOutcome}
        error={isTwice ? words.twice : undefined}
        onChange={(event) => setName(event.target.value)}
        onBlur={rename}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            props.onRenamed(name.trim());
            rename();
          } else if (event.key === 'Escape') setName(outcome);
          else return;
          event.preventDefault();
        }}
      />
      {/* Not disabled at the ends: a button that loses the focus to a move would lose its user. */}
      <IconButton
        label={words.up(outcome)}
        hint={words.upHint}
        icon={<ArrowUp />}
        aria-disabled={props.isFirst}
        onClick={() => !props.isFirst && props.onMove(-1)}
      />
      <IconButton
        label={words.down(outcome)}
        hint={words.downHint}
        icon={<ArrowDown />}
        aria-disabled={props.isLast}
        onClick={() => !props.isLast && props.onMove(1)}
      />
      <IconButton
        label={words.remove(outcome)}
        hint={words.removeHint}
        icon={<Trash2 />}
        onClick={() => onSet(removeOutcome(outcomes, outcome))}
      />
    </li>
  );
}

function NewOutcome(props: {
  readonly outcomes: readonly string[];
  readonly onSet: (outcomes: readonly string[]) => void;
}) {
  const { outcomes } = props;
  const [name, setName] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const isTwice = isTaken(outcomes, name, undefined);
  const isFull = outcomes.length >= mostOutcomes;
  const add = (event: FormEvent): void => {
    event.preventDefault();
    field.current?.focus();
    if (name.trim() === '' || isTwice || isFull) return;
    props.onSet([...outcomes, name.trim()]);
    setName('');
  };
  return (
    <form className={styles.new} onSubmit={add}>
      <TextField
        ref={field}
        className={styles.name}
        label={words.new}
        value={name}
        maxLength={longestOutcome}
        error={isTwice ? words.twice : isFull ? words.full(mostOutcomes) : undefined}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" icon={<Plus />}>
        {words.add}
      </Button>
    </form>
  );
}
