import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { isPressed } from '../../../shared/shortcuts.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { PopupMenu, type MenuItem } from '../../ui/menu.tsx';
import type { Composing } from '../composer/composing.ts';
import { useWriting } from '../composer/store.ts';
import { useSaveSettings, useSettings } from '../queries.ts';
import styles from './spelling.module.css';
import { speller, useSpelling } from './use-spelling.ts';
import { piecesOf, wordAt, type Word } from './words.ts';

const words = strings.spelling;

type Asked = {
  readonly word: Word;
  /** Where the word stands, so that the menu leaves its line in sight. */
  readonly place: DOMRect | undefined;
  readonly isByKeys: boolean;
};

/** The lines under misspelled words: the same words behind the field, with nothing to see of them. */
export function SpellingUnderlay({ composing }: { readonly composing: Composing }) {
  const { field } = composing;
  const { text } = useWriting(composing.draftKey);
  const wrong = useSpelling(text);
  const layer = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState<Asked>();

  useLayoutEffect(() => keepInStep(field.current, layer.current));
  useEffect(() => {
    const area = field.current;
    const onScroll = (): void => keepInStep(area, layer.current);
    const onMenu = (event: MouseEvent): void => {
      const word = wordUnder(layer.current, wrong, event);
      if (word === undefined) return;
      event.preventDefault();
      setAsked({ word, place: placeOf(layer.current, wrong.indexOf(word)), isByKeys: false });
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!isPressed('spelling', event) || area === null) return;
      const word = wordAt(wrong, area.selectionStart);
      if (word === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      setAsked({ word, place: placeOf(layer.current, wrong.indexOf(word)), isByKeys: true });
    };
    area?.addEventListener('scroll', onScroll, { passive: true });
    area?.addEventListener('contextmenu', onMenu);
    area?.addEventListener('keydown', onKeyDown);
    return () => {
      area?.removeEventListener('scroll', onScroll);
      area?.removeEventListener('contextmenu', onMenu);
      area?.removeEventListener('keydown', onKeyDown);
    };
  }, [field, wrong]);

  if (wrong.length === 0 && asked === undefined) return null;
  return (
    <>
      <div ref={layer} className={styles.layer} aria-hidden="true">
        {piecesOf(text, wrong).map((piece) =>
          piece.wrong ? (
            <span key={piece.start} className={styles.wrong} data-misspelled>
              {piece.text}
            </span>
          ) : (
            piece.text
          ),
        )}
      </div>
      <p className="read-only-aloud" role="status">
        {wrong.length > 0 && words.count(wrong.length)}
      </p>
      {asked && (
        <Suggestions
          key={asked.word.start}
          asked={asked}
          composing={composing}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

function Suggestions(props: {
  readonly asked: Asked;
  readonly composing: Composing;
  readonly onClose: () => void;
}) {
  const { asked, composing, onClose } = props;
  const { word, start, end } = asked.word;
  const { field } = composing;
  const found = useSuggestions(word);
  const save = useSaveSettings();
  const ownWords = useSettings().data?.ownWords ?? [];
  const replace = (by: string): void => {
    field.current?.focus();
    field.current?.setSelectionRange(start, end);
    composing.insert(by);
  };
  const nothing: MenuItem = {
    label: found === undefined ? words.looking : words.none,
    isDisabled: true,
    onSelect: () => undefined,
  };
  const items: readonly MenuItem[] = [
    ...(found?.map((by) => ({ label: by, onSelect: () => replace(by) })) ?? []),
    ...(found === undefined || found.length === 0 ? [nothing] : []),
    {
      label: words.add(word),
      isApart: true,
      onSelect: () => save.mutate({ ownWords: [...ownWords, word] }),
    },
  ];
  return (
    <PopupMenu
      anchor={asked.place ?? new DOMRect()}
      isByKeys={asked.isByKeys}
      isComing={found === undefined}
      returnTo={field.current}
      label={words.menu(word)}
      heading={word}
      items={items}
      onClose={onClose}
    />
  );
}

/** What may be meant; undefined while it is looked for. */
function useSuggestions(word: string): readonly string[] | undefined {
  const [found, setFound] = useState<readonly string[]>();
  useEffect(() => {
    let isGone = false;
    void speller()
      .suggest(word)
      .then((suggestions) => !isGone && setFound(suggestions));
    return () => {
      isGone = true;
    };
  }, [word]);
  return found;
}

/** A scroll bar makes the lines of the field shorter; the layer has none. */
function keepInStep(area: HTMLTextAreaElement | null, layer: HTMLElement | null): void {
  if (area === null || layer === null) return;
  layer.style.width = `${area.clientWidth}px`;
  layer.style.height = `${area.clientHeight}px`;
  layer.scrollTop = area.scrollTop;
}

function placeOf(layer: HTMLElement | null, index: number): DOMRect | undefined {
  return markOf(layer, index)?.getBoundingClientRect();
}

function markOf(layer: HTMLElement | null, index: number): Element | undefined {
  return layer?.querySelectorAll('[data-misspelled]').item(index);
}

function wordUnder(
  layer: HTMLElement | null,
  wrong: readonly Word[],
  { clientX: x, clientY: y }: MouseEvent,
): Word | undefined {
  return wrong.find((_, index) =>
    [...(markOf(layer, index)?.getClientRects() ?? [])].some(
      (box) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom,
    ),
  );
}
