import { create } from 'zustand';
import { keep, readKept } from '../kept.ts';
import { openForm, type CallForm, type ThreadForm } from './form.ts';
import { rememberForAccount } from '../account-memory.ts';

type Filters = {
  readonly calls: CallForm;
  readonly threads: ThreadForm;
  /** Whose filter is unfolded. */
  readonly open: { readonly calls: boolean; readonly threads: boolean };
  /** Conversations with something unread stand before the others. */
  readonly unreadFirst: boolean;
};

const orderKey = 'unread-first';

const none: Omit<Filters, 'unreadFirst'> = {
  calls: openForm,
  threads: openForm,
  open: { calls: false, threads: false },
};

/** What the lists are narrowed to; it stays while other screens are visited. */
export const useFilters = create<Filters>()(() => ({ ...none, unreadFirst: readOrder() }));

/** Chooses the order of conversations, for the next time as well. */
export function setUnreadFirst(unreadFirst: boolean): void {
  useFilters.setState({ unreadFirst });
  keep(orderKey, String(unreadFirst));
}

function readOrder(): boolean {
  return readKept(orderKey) === 'true';
}

export function setCallForm(change: Partial<CallForm>): void {
  useFilters.setState(({ calls }) => ({ calls: { ...calls, ...change } }));
}

export function setThreadForm(change: Partial<ThreadForm>): void {
  useFilters.setState(({ threads }) => ({ threads: { ...threads, ...change } }));
}

export function clearCallForm(): void {
  useFilters.setState({ calls: openForm });
}

export function clearThreadForm(): void {
  useFilters.setState({ threads: openForm });
}

export function toggleFilter(which: 'calls' | 'threads'): void {
  useFilters.setState(({ open }) => ({ open: { ...open, [which]: !open[which] } }));
}

rememberForAccount({ forget: () => useFilters.setState(none) });
