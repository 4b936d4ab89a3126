import { useRef, useState, type FormEvent } from 'react';
import { takeFocus } from '../../app/take-focus.ts';
import type { useSaveSettings } from '../../app/queries.ts';
import { SaveTrouble } from '../../app/save-trouble.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { ArrowDown, ArrowUp, Plus, Trash2 } from '../../ui/icons.ts';
import { TextField } from '../../ui/text-field.tsx';
import { isTaken, moveOutcome, removeOutcome, renameOutcome } from './outcome-list.ts';
import styles from './outcomes.module.css';
import cards from './settings.module.css';

/** What is said about a list. */
export type TextListWords = {
  readonly rename: (text: string) => string;
  readonly remove: (text: string) => string;
  readonly up: (text: string) => string;
  readonly down: (text: string) => string;
  readonly upHint: string;
  readonly downHint: string;
  readonly removeHint: string;
  readonly new: string;
  readonly add: string;
  readonly twice: string;
  readonly none: string;
  readonly full: (most: number) => string;
  readonly moved: (text: string, place: number, of: number) => string;
};

type ListProps = {
  readonly words: TextListWords;
  readonly texts: readonly string[];
  /** As many as the settings keep, and as long as one may be. */
  readonly most: number;
  readonly longest: number;
  readonly onSet: (texts: readonly string[], onRefused?: () => void) => void;
};

/** Short texts in the user's order: each reworded, moved, removed; a new one added at the end. */
export function TextList(props: ListProps & { readonly save: ReturnType<typeof useSaveSettings> }) {
  const { words, texts, onSet: set } = props;
  const [moved, setMoved] = useState('');
  const [renamed, setRenamed] = useState<string>();
  const move = (text: string, by: 1 | -1): void => {
    const next = moveOutcome(texts, text, by);
    set(next);
    setMoved(words.moved(text, next.indexOf(text) + 1, next.length));
  };
  return (
    <>
      {texts.length === 0 && <p className={cards.advice}>{words.none}</p>}
      <ol className={styles.list}>
        {texts.map((text, index) => (
          <Line
            key={text}
            {...props}
            text={text}
            isFirst={index === 0}
            isLast={index === texts.length - 1}
            onMove={(by) => move(text, by)}
            isJustRenamed={text === renamed}
            onRenamed={setRenamed}
          />
        ))}
      </ol>
      <NewLine {...props} />
      <SaveTrouble save={props.save} />
      <div role="status" className="read-only-aloud">
        {moved}
      </div>
    </>
  );
}

function Line(
  props: ListProps & {
    readonly text: string;
    readonly isFirst: boolean;
    readonly isLast: boolean;
    /** With Enter, so that the caret stays where it was. */
    readonly isJustRenamed: boolean;
    readonly onRenamed: (name: string) => void;
    readonly onMove: (by: 1 | -1) => void;
  },
) {
  const { words, text, texts, onSet } = props;
  const [name, setName] = useState(text);
  const isTwice = isTaken(texts, name, text);
  const rename = (): void => {
    const next = name.trim();
    if (next === '' || isTwice) setName(text);
    else if (next !== text) onSet(renameOutcome(texts, text, next));
  };
  return (
    <li className={styles.outcome}>
      <TextField
        className={styles.name}
        label={words.rename(text)}
        isLabelHidden
        ref={props.isJustRenamed ? takeFocus : undefined}
        value={name}
        maxLength={props.longest}
        error={isTwice ? words.twice : undefined}
        onChange={(event) => setName(event.target.value)}
        onBlur={rename}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            props.onRenamed(name.trim());
            rename();
          } else if (event.key === 'Escape') setName(text);
          else return;
          event.preventDefault();
        }}
      />
      {/* Not disabled at the ends: a button that loses the focus to a move would lose its user. */}
      <IconButton
        label={words.up(text)}
        hint={words.upHint}
        icon={<ArrowUp />}
        aria-disabled={props.isFirst}
        onClick={() => !props.isFirst && props.onMove(-1)}
      />
      <IconButton
        label={words.down(text)}
        hint={words.downHint}
        icon={<ArrowDown />}
        aria-disabled={props.isLast}
        onClick={() => !props.isLast && props.onMove(1)}
      />
      <IconButton
        label={words.remove(text)}
        hint={words.removeHint}
        icon={<Trash2 />}
        onClick={() => onSet(removeOutcome(texts, text))}
      />
    </li>
  );
}

function NewLine(props: ListProps) {
  const { words, texts } = props;
  const [name, setName] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const isTwice = isTaken(texts, name, undefined);
  const isFull = texts.length >= props.most;
  const add = (event: FormEvent): void => {
    event.preventDefault();
    field.current?.focus();
    if (name.trim() === '' || isTwice || isFull) return;
    props.onSet([...texts, name.trim()], () => setName((now) => now || name));
    setName('');
  };
  return (
    <form className={styles.new} onSubmit={add}>
      <TextField
        ref={field}
        className={styles.name}
        label={words.new}
        value={name}
        maxLength={props.longest}
        error={isTwice ? words.twice : isFull ? words.full(props.most) : undefined}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" icon={<Plus />}>
        {words.add}
      </Button>
    </form>
  );
}
