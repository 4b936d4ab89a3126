import { create } from 'zustand';
import type { SearchKind } from '../../../shared/model/search.ts';
import { openForm, type Range } from '../../app/history-filter/form.ts';
import { rememberForAccount } from '../../app/account-memory.ts';

/** What is looked for, for as long as the window is open: leaving the search keeps it. */
export type SearchForm = {
  readonly text: string;
  readonly kind: SearchKind;
  readonly range: Range;
  readonly fromDay: string;
  readonly untilDay: string;
};

const { range, fromDay, untilDay } = openForm;
const start: SearchForm = { text: '', kind: 'all', range, fromDay, untilDay };

export const useSearchForm = create<SearchForm>()(() => start);

export function changeSearch(change: Partial<SearchForm>): void {
  useSearchForm.setState(change);
}

/** Whether anything but the words narrows the search. */
export function isNarrowed(form: SearchForm): boolean {
  return form.kind !== 'all' || form.range !== 'any';
}

/** Looks for the same words in everything again. */
export function searchEverything(): void {
  useSearchForm.setState({ ...start, text: useSearchForm.getState().text });
}

rememberForAccount({ forget: () => useSearchForm.setState(start) });
