import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import type { Page } from '../../app/actions/action.ts';
import { noteDone, readRecent } from '../../app/actions/recent.ts';
import { actionsNow } from '../../app/actions/registry.ts';
import { closePart, returnFocus } from '../../app/actions/store.ts';
import { useFacts, useTools } from '../../app/actions/use-tools.ts';
import { partyWords } from '../../app/party.ts';
import { isPressed } from '../../../shared/shortcuts.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { ChevronLeft, Search } from '../../ui/icons.ts';
import { OverDialog } from '../../ui/over-dialog.tsx';
import { useCombobox } from '../../ui/use-combobox.ts';
import { OptionList } from './option-list.tsx';
import styles from './palette.module.css';
import { useOptions } from './use-options.ts';

const words = strings.palette;

/** Everything the app can do, by its name. */
export function Palette() {
  const field = useRef<HTMLInputElement>(null);
  const palette = usePalette();
  const { pages, text, options, combobox } = palette;
  const page = pages.at(-1);
  const label = page === undefined ? words.field : titleOf(page);
  const back = (): void => {
    palette.back();
    field.current?.focus();
  };
  return (
    <OverDialog title={words.title} field={field} onClose={close}>
      <div className={styles.head}>
        {page === undefined ? (
          <Search aria-hidden="true" />
        ) : (
          <IconButton label={words.back} icon={<ChevronLeft />} onClick={back} />
        )}
        <input
          ref={field}
          {...combobox.inputProps}
          type="text"
          className={styles.field}
          aria-label={label}
          placeholder={label}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={text}
          onChange={(event) => palette.type(event.target.value)}
          onKeyDown={palette.onKeyDown}
        />
      </div>
      {/* There before it says anything, or readers would not be told. */}
      <p role="status" className={options.said === undefined ? 'read-only-aloud' : styles.said}>
        {options.said ?? (text === '' ? '' : words.found(options.actions.length))}
      </p>
      <OptionList
        id={combobox.listId}
        actions={options.actions}
        marked={options.marked}
        activeIndex={combobox.activeIndex}
        optionId={combobox.optionId}
        onHover={combobox.setActive}
        onPick={palette.pick}
      />
    </OverDialog>
  );
}

/** Where one is in the palette, and what the keys do there. */
function usePalette() {
  const [pages, setPages] = useState<readonly Page[]>([]);
  const [text, setText] = useState('');
  const [openedAt] = useState(() => Date.now());
  const [recent] = useState(readRecent);
  const facts = useSteady(useFacts(openedAt));
  const tools = useTools();
  const say = useMemo(() => partyWords(facts.home), [facts.home]);
  const all = useMemo(() => actionsNow(facts, say), [facts, say]);
  const page = pages.at(-1);
  const options = useOptions({ page, text, all, recent, facts, words: say });

  const type = (next: string): void => {
    setText(next);
    combobox.setActive(undefined);
  };
  const go = (next: readonly Page[]): void => {
    setPages(next);
    type('');
  };
  const pick = (index: number): void => {
    const action = options.actions[index];
    if (action === undefined || action.obstacle !== undefined) return;
    if (page === undefined) noteDone(action.id);
    if (action.page) go([...pages, action.page()]);
    else leaveFor(() => action.run(tools));
  };
  const combobox = useCombobox({
    count: options.actions.length,
    isOpen: true,
    // Whoever was called last is not called again by pressing Enter once too often.
    picksFirst: page?.kind !== 'people' || text !== '',
    hasFarKeys: true,
    onPick: pick,
    onClose: close,
  });
  const back = (): void => go(pages.slice(0, -1));
  // Enter before the answer to what is typed waits for it: what stands there may be somebody else.
  const awaited = useRef<string>(undefined);
  useEffect(() => {
    if (awaited.current === undefined || !options.isAnswered) return;
    const isStill = awaited.current === text;
    awaited.current = undefined;
    if (isStill) pick(0);
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    // A held key would go through a person's page and call at once.
    if (event.key === 'Enter' && event.repeat) return event.preventDefault();
    awaited.current = undefined;
    if (event.key === 'Enter' && !options.isAnswered && combobox.activeIndex === 0) {
      awaited.current = text;
      event.preventDefault();
      return;
    }
    if (combobox.onKeyDown(event)) return event.stopPropagation();
    if (isPressed('palette', event)) {
      event.preventDefault();
      return close();
    }
    if (event.key !== 'Backspace' || text !== '' || page === undefined) return;
    event.preventDefault();
    back();
  };
  return { pages, text, options, combobox, pick, type, back, onKeyDown };
}

/** The same object for as long as nothing in it has changed. */
function useSteady<T extends object>(value: T): T {
  // eslint-disable-next-line react-hooks/exhaustive-deps
  return useMemo(() => value, Object.values(value));
}

/** Puts the palette away; the keyboard goes back to where it was. */
function close(): void {
  flushSync(closePart);
  returnFocus();
}

/** As `close`, before something is done that may take the keyboard elsewhere. */
function leaveFor(run: () => void): void {
  close();
  run();
}

function titleOf(page: Page): string {
  if (page.kind === 'list') return page.title;
  const { call, text, open } = strings.actions;
  return { call, text, open }[page.deed];
}
