import { useRef, useState, type FormEvent } from 'react';
import type { useSaveSettings } from '../../app/queries.ts';
import { SaveTrouble } from '../../app/save-trouble.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { ArrowDown, ArrowUp, Plus, Trash2 } from '../../ui/icons.ts';
import { TextField } from '../../ui/text-field.tsx';
import { isTaken, moveOutcome, removeOutcome, renameOutcome } from './outcome-list.ts';
import { useLines, useWritten } from './text-lines.ts';
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
  const { words, texts } = props;
  const [moved, setMoved] = useState('');
  const lines = useLines(texts);
  const move = ({ text, texts: now }: Named, by: 1 | -1): void => {
    const next = moveOutcome(now, text, by);
    props.onSet(next);
    setMoved(words.moved(text, next.indexOf(text) + 1, next.length));
  };
  return (
    <>
      {texts.length === 0 && <p className={cards.advice}>{words.none}</p>}
      <ol className={styles.list}>
        {lines.map(({ key, text }, index) => (
          <Line
            key={key}
            {...props}
            text={text}
            isFirst={index === 0}
            isLast={index === lines.length - 1}
            onMove={move}
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

/** A line of the list as it reads with what is written in it. */
type Named = { readonly text: string; readonly texts: readonly string[] };

function Line(
  props: ListProps & {
    readonly text: string;
    readonly isFirst: boolean;
    readonly isLast: boolean;
    readonly onMove: (line: Named, by: 1 | -1) => void;
  },
) {
  const { words, text, texts, onSet } = props;
  const { name, write } = useWritten(text);
  const isTwice = isTaken(texts, name, text);
  const next = name.trim();
  const isRenamed = next !== '' && next !== text && !isTwice;
  // A press on a button comes with the end of writing, and may find it not yet saved.
  const now = isRenamed ? { text: next, texts: renameOutcome(texts, text, next) } : { text, texts };
  const rename = (): void => {
    if (isRenamed) onSet(now.texts, () => write(next));
    else write(undefined);
  };
  return (
    <li className={styles.outcome}>
      <TextField
        className={styles.name}
        label={words.rename(text)}
        isLabelHidden
        value={name}
        maxLength={props.longest}
        error={isTwice ? words.twice : undefined}
        onChange={(event) => write(event.target.value)}
        onBlur={rename}
        onKeyDown={(event) => {
          if (event.key === 'Enter') rename();
          else if (event.key === 'Escape') write(undefined);
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
        onClick={() => !props.isFirst && props.onMove(now, -1)}
      />
      <IconButton
        label={words.down(text)}
        hint={words.downHint}
        icon={<ArrowDown />}
        aria-disabled={props.isLast}
        onClick={() => !props.isLast && props.onMove(now, 1)}
      />
      <IconButton
        label={words.remove(text)}
        hint={words.removeHint}
        icon={<Trash2 />}
        onClick={() => onSet(removeOutcome(now.texts, now.text))}
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
