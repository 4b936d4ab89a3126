import { useEffect, type RefObject } from 'react';
import { isPressed } from '../../../shared/shortcuts.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Search, X } from '../../ui/icons.ts';
import { TextField } from '../../ui/text-field.tsx';
import styles from './settings.module.css';

const words = strings.settingsPage.search;
const longestQuery = 100;

/** The field that narrows the page to the cards that say what is typed. */
export function SettingsSearch(props: {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly query: string;
  /** How many cards say it; undefined while nothing is looked for. */
  readonly found: number | undefined;
  readonly onQuery: (query: string) => void;
}) {
  const { field, query, onQuery } = props;
  useFindKey(field);
  const clear = (): void => {
    onQuery('');
    field.current?.focus();
  };
  return (
    <search className={styles.search}>
      <TextField
        ref={field}
        type="text"
        inputMode="search"
        label={words.label}
        isLabelHidden
        placeholder={words.placeholder}
        value={query}
        maxLength={longestQuery}
        lead={<Search />}
        trail={query !== '' && <IconButton label={words.showAll} icon={<X />} onClick={clear} />}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || query === '') return;
          event.preventDefault();
          clear();
        }}
      />
      {/* There before it says anything, or readers would not be told. */}
      <p role="status" className={props.found === undefined ? 'read-only-aloud' : styles.advice}>
        {props.found !== undefined && words.found(props.found)}
      </p>
    </search>
  );
}

/** Ctrl+F looks through this page first; pressed in its field, it goes on to the search of everything. */
function useFindKey(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const isFind = isPressed('find-setting', event);
      if (!isFind || document.activeElement === field.current) return;
      if (document.querySelector('[role="dialog"],[role="alertdialog"]')) return;
      event.preventDefault();
      field.current?.select();
      field.current?.focus();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [field]);
}
