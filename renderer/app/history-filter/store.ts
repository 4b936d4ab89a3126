import { create } from 'zustand';
import { openForm, type CallForm, type ThreadForm } from './form.ts';

type Filters = {
  readonly calls: CallForm;
  readonly threads: ThreadForm;
  /** Whose filter is unfolded. */
  readonly open: { readonly calls: boolean; readonly threads: boolean };
};

const none: Filters = {
  calls: openForm,
  threads: openForm,
  open: { calls: false, threads: false },
};

/** What the lists are narrowed to; it stays while other screens are visited. */
export const useFilters = create<Filters>()(() => none);

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

/** Another account's archive has been opened. */
export function forgetFilters(): void {
  useFilters.setState(none);
}
