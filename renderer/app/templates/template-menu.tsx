import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useMemo, useState } from 'react';
import type { Template } from '../../../shared/model/templates.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { cx } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { FileText } from '../../ui/icons.ts';
import { failureOf } from '../bridge.ts';
import type { Composing } from '../composer/composing.ts';
import { closeTemplateMenu, openTemplateMenu, useTemplateMenus, type MenuPlace } from './store.ts';
import { usePutTemplate } from './put-template.ts';
import styles from './templates.module.css';
import { useTemplates, valuesQuery } from './use-templates.ts';
import { matchTemplates, queryOf, slashBefore } from './view-model.ts';

const words = strings.templates;

/** The button that opens the templates where the caret is. */
export function TemplateButton({ composing }: { readonly composing: Composing }) {
  const { draftKey, field } = composing;
  const isOpen = useTemplateMenus(({ menu }) => menu?.draftKey === draftKey);
  return (
    <IconButton
      label={words.insert}
      hint={words.insertHint}
      icon={<FileText />}
      aria-haspopup="listbox"
      aria-expanded={isOpen}
      // The caret stays in the field, which the menu is played from.
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => {
        if (isOpen) return closeTemplateMenu();
        field.current?.focus();
        const start = field.current?.selectionStart ?? 0;
        openTemplateMenu({ draftKey, start, hasSlash: false });
      }}
    />
  );
}

/** The templates above the field, while they are open; a slash in the field opens them. */
export function TemplateMenu({ composing }: { readonly composing: Composing }) {
  const { draftKey, field } = composing;
  const menu = useTemplateMenus((menus) => menus.menu);
  const own = menu?.draftKey === draftKey ? menu : undefined;

  useEffect(() => {
    const area = field.current;
    const onInput = (event: Event): void => {
      if (area === null || !(event instanceof InputEvent) || event.data !== '/') return;
      const start = slashBefore(area.value, area.selectionStart);
      if (start !== undefined) openTemplateMenu({ draftKey, start, hasSlash: true });
    };
    area?.addEventListener('input', onInput);
    return () => {
      area?.removeEventListener('input', onInput);
      closeTemplateMenu();
    };
  }, [draftKey, field]);

  return own && <OpenMenu key={own.start} composing={composing} menu={own} />;
}

function OpenMenu(props: { readonly composing: Composing; readonly menu: MenuPlace }) {
  const { composing, menu } = props;
  const { field } = composing;
  const id = useId();
  const view = useTemplates();
  const insert = useInsert(composing, menu);
  const query = useQueryAt(composing, menu);
  // Where it stands among what a query finds; another query begins at the top.
  const [moved, setMoved] = useState({ query: '', at: 0 });
  const found = useMemo(
    () => (view.data && query !== undefined ? matchTemplates(view.data, query) : []),
    [view.data, query],
  );
  // Opened by a slash it is no more than an offer: where nothing fits, the slash is a slash.
  const isOver = query === undefined || (menu.hasSlash && view.isSuccess && found.length === 0);
  const active = moved.query === query ? moved.at : 0;
  const setActive = (index: number): void => setMoved({ query: query ?? '', at: index });
  const at = Math.min(active, Math.max(0, found.length - 1));
  const optionId = (index: number): string => `${id}-${index}`;
  const activeId = found.length > 0 ? optionId(at) : undefined;

  useEffect(() => {
    if (isOver) closeTemplateMenu();
  }, [isOver]);
  useMenuKeys(composing, (key) => {
    const count = found.length;
    if (key === 'Escape') closeTemplateMenu();
    else if (count === 0) return false;
    else if (key === 'ArrowDown') setActive((at + 1) % count);
    else if (key === 'ArrowUp') setActive((at + count - 1) % count);
    else if (found[at]) void insert(found[at]);
    return true;
  });
  useEffect(() => describe(field.current, id, activeId), [field, id, activeId]);

  if (isOver) return null;
  return (
    <div className={styles.menu} onPointerDown={(event) => event.preventDefault()}>
      <ul id={id} role="listbox" aria-label={words.list} className={styles.options}>
        {found.map((template, index) => (
          // The keys are handled by the field, which keeps the focus.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={template.id}
            id={optionId(index)}
            role="option"
            aria-selected={index === at}
            ref={index === at ? intoView : undefined}
            className={cx(styles.option, index === at && styles.active)}
            onPointerMove={() => setActive(index)}
            onClick={() => void insert(template)}
          >
            <span className={styles.name}>{template.title}</span>
            <span className={styles.source}>{words.sources[template.source]}</span>
            <span className={styles.body}>{template.body}</span>
          </li>
        ))}
      </ul>
      {view.isError && (
        <p className={styles.note}>{strings.failures(failureOf(view.error)).title}</p>
      )}
      {view.isSuccess && found.length === 0 && (
        <p className={styles.note} role="status">
          {query === '' ? words.none : words.noMatch}
        </p>
      )}
      {view.data?.obstacle && (
        <p className={styles.note}>
          {words.accountNote(strings.failures(view.data.obstacle).title)}
        </p>
      )}
    </div>
  );
}

/** What has been typed for a template since the menu was opened; undefined: the caret has left it. */
function useQueryAt({ field }: Composing, menu: MenuPlace): string | undefined {
  const [query, setQuery] = useState<string | undefined>('');
  useEffect(() => {
    const area = field.current;
    const read = (): void => {
      if (area !== null) setQuery(queryOf(area.value, area.selectionStart, menu));
    };
    area?.addEventListener('input', read);
    document.addEventListener('selectionchange', read);
    return () => {
      area?.removeEventListener('input', read);
      document.removeEventListener('selectionchange', read);
    };
  }, [field, menu]);
  return query;
}

/** Puts a template in place of what was typed for it, as typing would, and selects what is open. */
function useInsert(composing: Composing, menu: MenuPlace): (template: Template) => Promise<void> {
  const { to, field } = composing;
  const put = usePutTemplate(composing);
  // Known by the time that one is chosen.
  useQuery(valuesQuery(to));
  return (template) => {
    const end = field.current?.selectionStart ?? menu.start;
    closeTemplateMenu();
    return put(template, { start: menu.start, end });
  };
}

const menuKeys = new Set(['ArrowDown', 'ArrowUp', 'Enter', 'Tab', 'Escape']);

/** The keys of the menu, taken before the composer sees them. */
function useMenuKeys({ field }: Composing, onKey: (key: string) => boolean): void {
  useEffect(() => {
    const area = field.current;
    const onKeyDown = (event: KeyboardEvent): void => {
      const isPlain = !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey;
      if (!isPlain || event.isComposing || !menuKeys.has(event.key) || !onKey(event.key)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const onBlur = (): void => closeTemplateMenu();
    area?.addEventListener('keydown', onKeyDown);
    area?.addEventListener('blur', onBlur);
    return () => {
      area?.removeEventListener('keydown', onKeyDown);
      area?.removeEventListener('blur', onBlur);
    };
  });
}

/** Tells readers which of the templates the field plays, until it is closed. */
function describe(
  area: HTMLTextAreaElement | null,
  listId: string,
  activeId: string | undefined,
): () => void {
  area?.setAttribute('aria-controls', listId);
  if (activeId !== undefined) area?.setAttribute('aria-activedescendant', activeId);
  return () => {
    area?.removeAttribute('aria-controls');
    area?.removeAttribute('aria-activedescendant');
  };
}

const intoView = (option: HTMLElement | null): void => option?.scrollIntoView({ block: 'nearest' });
