import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { strings } from '../../../shared/strings/strings.ts';
import { cx } from '../../ui/class-names.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { emojiGroups } from './data.ts';
import styles from './emoji.module.css';
import { keepTone, readRecent, readTone } from './recent.ts';
import { findEmoji, inTone, stepInGrid, tones, type Emoji, type Tone } from './view-model.ts';

const words = strings.emoji;
/** As many as stand side by side; the style sheet has the same. */
const columns = 8;

type Shown = { readonly key: string; readonly title: string; readonly emoji: readonly Emoji[] };

/** All emoji by group, or those that a search finds; the arrows walk them, Enter takes one. */
export function EmojiPicker({
  field,
  onPick,
}: {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onPick: (emoji: string) => void;
}) {
  const [search, setSearch] = useState('');
  const [tone, setTone] = useState(readTone);
  const [recent] = useState(readRecent);
  const grid = useRef<HTMLDivElement>(null);
  const groups = useMemo(() => shownGroups(search, recent), [search, recent]);
  const count = groups.reduce((sum, { emoji }) => sum + emoji.length, 0);
  const first = groups[0]?.emoji[0];

  useEffect(() => field.current?.focus(), [field]);

  const focusFirst = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && search.trim() !== '' && first) {
      event.preventDefault();
      onPick(inTone(first, tone));
    } else if (event.key === 'ArrowDown') {
      event.preventDefault();
      grid.current?.querySelector('button')?.focus();
    }
  };
  return (
    <div className={styles.picker}>
      <div className={styles.head}>
        <TextField
          ref={field}
          className={styles.search}
          label={words.search}
          isLabelHidden
          placeholder={words.placeholder}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={focusFirst}
        />
        <Select
          label={words.tone}
          isLabelHidden
          emptyText=""
          value={tone}
          options={(Object.keys(tones) as Tone[]).map((value) => ({
            value,
            label: `${inTone({ emoji: '✋', hasTones: true }, value)} ${words.tones[value]}`,
          }))}
          onChange={(value) => {
            keepTone(value as Tone);
            setTone(value as Tone);
          }}
        />
      </div>
      <div ref={grid} className={styles.groups} tabIndex={-1}>
        {groups.map((group) => (
          <Group key={group.key} group={group} tone={tone} onPick={onPick} />
        ))}
      </div>
      <p className={cx(styles.note, count > 0 && 'read-only-aloud')} role="status">
        {count === 0 ? words.none : search.trim() === '' ? '' : words.found(count)}
      </p>
    </div>
  );
}

function shownGroups(search: string, recent: readonly string[]): readonly Shown[] {
  if (search.trim() !== '') {
    const emoji = findEmoji(emojiGroups, search);
    return emoji.length === 0 ? [] : [{ key: 'found', title: words.search, emoji }];
  }
  const all = emojiGroups.map(({ slug, emoji }) => ({
    key: slug,
    title: words.groups[slug],
    emoji,
  }));
  if (recent.length === 0) return all;
  const known = new Map(emojiGroups.flatMap(({ emoji }) => emoji.map((one) => [one.emoji, one])));
  // In the tone that they were used in.
  const used = recent.map((emoji) => ({
    emoji,
    name: known.get(emoji)?.name ?? emoji,
    hasTones: false,
    words: '',
  }));
  return [{ key: 'recent', title: words.recent, emoji: used }, ...all];
}

function Group(props: {
  readonly group: Shown;
  readonly tone: Tone;
  readonly onPick: (emoji: string) => void;
}) {
  const { group, tone } = props;
  // One of each group is reached by Tab; the arrows lead on, over the edges too.
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = stepInGrid(event.key, at, { count: group.emoji.length, columns });
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    setAt(to);
    list.current?.querySelectorAll('button').item(to).focus();
  };
  return (
    <section aria-label={group.title}>
      <h3 className={styles.title}>{group.title}</h3>
      <div ref={list} className={styles.grid} role="group">
        {group.emoji.map((emoji, index) => (
          <button
            key={emoji.emoji}
            type="button"
            className={styles.emoji}
            aria-label={emoji.name}
            title={emoji.name}
            tabIndex={index === at ? 0 : -1}
            onFocus={() => setAt(index)}
            onKeyDown={onKeyDown}
            onClick={() => props.onPick(inTone(emoji, tone))}
          >
            {inTone(emoji, tone)}
          </button>
        ))}
      </div>
    </section>
  );
}
