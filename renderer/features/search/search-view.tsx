import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { E164 } from '../../../shared/model/ids.ts';
import { DateRange } from '../../app/history-filter/date-range.tsx';
import { usePartyWords } from '../../app/party.ts';
import { useHomeCountry } from '../../app/queries.ts';
import { startText } from '../../app/start-text.ts';
import { takeSearchWords } from '../../app/search-words.ts';
import { closeDetail, useUi } from '../../app/ui-store.ts';
import { useCallParty } from '../../app/use-dial.ts';
import { searchKinds } from '../../../shared/model/search.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Chips, ToggleChip } from '../../ui/chips.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { CalendarDays, ChevronLeft, Search, X } from '../../ui/icons.ts';
import { TextField } from '../../ui/text-field.tsx';
import { openHit } from './open-item.ts';
import { onItemMenuKey } from './result-menu.ts';
import styles from './search.module.css';
import { SearchResults } from './search-results.tsx';
import { changeSearch, useSearchForm } from './store.ts';
import { toSearched, useSearch } from './use-search.ts';
import { itemsOf, typedNumber, type ResultItem } from './view-model.ts';
import { useWalk } from './use-walk.ts';

type Search = ReturnType<typeof useSearch>;

/** One field over everything the archive has. */
export function SearchView() {
  const form = useSearchForm();
  const search = useSearch(form);
  const country = useHomeCountry();
  const open = useOpenItem();
  // Until the answer is there nobody knows whether the number is somebody's.
  const typed = search.isAnswered ? typedNumber(search.text, country) : undefined;
  const items = itemsOf(search.hits, typed, form.kind);
  const shown = search.text === '' ? [] : items;
  const walk = useWalk({
    text: search.text,
    typed: form.text.trim(),
    isAnswered: isAnswerTo(form.text, search),
    items: shown,
    onOpen: open,
  });
  const listId = useId();
  const optionId = (index: number): string => `${listId}-${index}`;
  return (
    <div className={styles.page}>
      <h1 className="read-only-aloud">{strings.search.title}</h1>
      <search className={styles.head}>
        <Field
          listId={shown.length > 0 ? listId : undefined}
          activeId={shown.length > 0 ? optionId(walk.activeIndex) : undefined}
          onKeyDown={(event) =>
            walk.onKeyDown(event) ||
            onItemMenuKey(event, shown[walk.activeIndex], optionId(walk.activeIndex))
          }
        />
        <Narrowing />
      </search>
      {/* There before it says anything, or readers would not be told. */}
      <p role="status" className="read-only-aloud">
        {answerOf(search)}
      </p>
      <SearchResults
        form={form}
        search={search}
        items={shown}
        list={{ id: listId, optionId, activeIndex: walk.activeIndex }}
        onHover={walk.setActive}
        onOpen={(index) => {
          const item = shown[index];
          if (item !== undefined) open(item);
        }}
      />
    </div>
  );
}

/** Whether what was found is the answer to what is typed, as far as Enter needs it. */
function isAnswerTo(typed: string, { text, hits, isAnswered, query }: Search): boolean {
  const isLooking = hits.length === 0 && query.hasNextPage;
  return isAnswered && !isLooking && toSearched(typed) === text;
}

/** What a search came to, in one line; nothing while it is not known. */
function answerOf({ text, hits, isAnswered, query }: Search): string {
  const isLooking = hits.length === 0 && query.hasNextPage;
  return text === '' || !isAnswered || isLooking
    ? ''
    : strings.search.found(hits.length, query.hasNextPage);
}

function Field(props: {
  readonly listId: string | undefined;
  readonly activeId: string | undefined;
  readonly onKeyDown: (event: KeyboardEvent) => boolean;
}) {
  const text = useSearchForm((form) => form.text);
  const asked = useUi((ui) => ui.searchFocus);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (asked === 0) return;
    const words = takeSearchWords();
    if (words !== undefined) changeSearch({ text: words });
    input.current?.focus();
    input.current?.select();
  }, [asked]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (props.onKeyDown(event) || event.key !== 'Escape' || text === '') return;
    event.preventDefault();
    changeSearch({ text: '' });
  };
  return (
    <div className={styles.line}>
      <IconButton label={strings.app.back} icon={<ChevronLeft />} onClick={closeDetail} />
      <TextField
        ref={input}
        data-screen-focus
        className={styles.field}
        label={strings.search.field}
        isLabelHidden
        placeholder={strings.search.field}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={props.listId !== undefined}
        aria-controls={props.listId}
        aria-activedescendant={props.activeId}
        value={text}
        maxLength={200}
        lead={<Search />}
        trail={
          text !== '' && (
            <IconButton
              label={strings.search.clear}
              icon={<X />}
              onClick={() => {
                changeSearch({ text: '' });
                input.current?.focus();
              }}
            />
          )
        }
        onChange={(event) => changeSearch({ text: event.target.value })}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

function Narrowing() {
  const form = useSearchForm();
  const [isDated, setDated] = useState(form.range !== 'any');
  return (
    <div className={styles.narrowing}>
      <Chips
        label={strings.search.kind}
        value={form.kind}
        options={searchKinds.map((value) => ({ value, label: strings.search.kinds[value] }))}
        onChange={(kind) => changeSearch({ kind })}
      />
      <ToggleChip
        label={form.range === 'any' ? strings.search.dated : strings.history.ranges[form.range]}
        icon={<CalendarDays />}
        isOn={isDated}
        onChange={(isOn) => {
          setDated(isOn);
          if (!isOn) changeSearch({ range: 'any', fromDay: '', untilDay: '' });
        }}
      />
      {isDated && <DateRange form={form} onChange={changeSearch} />}
    </div>
  );
}

/** Goes where a line leads, or does what it offers. */
function useOpenItem(): (item: ResultItem) => void {
  const callParty = useCallParty();
  const words = usePartyWords();
  const reach = (number: E164, what: 'call' | 'text'): void => {
    if (what === 'call') callParty({ number, who: words.number(number) });
    else void startText({ number, party: undefined });
  };
  return (item) => (item.kind === 'hit' ? openHit(item.hit) : reach(item.number, item.do));
}
