import { lazy, Suspense, useRef, useState } from 'react';
import { strings } from '../../../shared/strings/strings.ts';
import { Smile } from '../../ui/icons.ts';
import { PopoverButton } from '../../ui/popover.tsx';
import { useOffer } from '../actions/offers.ts';
import type { Composing } from '../composer/composing.ts';
import styles from './emoji.module.css';
import { noteUsed } from './recent.ts';

const words = strings.emoji;

/** With its data, which nobody waits for who wants no emoji. */
const Picker = lazy(() =>
  import('./picker.tsx').then(
    ({ EmojiPicker }) => ({ default: EmojiPicker }),
    () => ({ default: Unavailable }),
  ),
);

/** The button that opens all emoji; the one chosen goes where the caret is. */
export function EmojiButton({ composing }: { readonly composing: Composing }) {
  const [isOpen, setOpen] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  useOffer(() => [{ id: 'emoji', group: 'here', label: words.open, run: () => setOpen(true) }]);
  const pick = (emoji: string): void => {
    setOpen(false);
    noteUsed(emoji);
    composing.insert(emoji);
  };
  return (
    <PopoverButton
      label={words.open}
      icon={<Smile />}
      title={words.title}
      isOpen={isOpen}
      onOpenChange={setOpen}
      initialFocus={search}
      finalFocus={composing.field}
    >
      <Suspense fallback={<p className={styles.note}>{words.loading}</p>}>
        <Picker field={search} onPick={pick} />
      </Suspense>
    </PopoverButton>
  );
}

function Unavailable() {
  return (
    <p className={styles.note} role="alert">
      {words.failed}
    </p>
  );
}
