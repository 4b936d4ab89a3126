import { create } from 'zustand';
import type { DraftKey } from '../../../shared/model/drafts.ts';
import type { FileId } from '../../../shared/model/ids.ts';
import type { FailureWords } from '../../../shared/strings/sentence.ts';
import { rememberForAccount } from '../account-memory.ts';

/** A file on its way into what is being written, or why it did not get there. */
export type Arrival = {
  readonly key: string;
  readonly file: File;
  readonly state: 'waiting' | 'shrinking' | FailureWords;
};

type Arrivals = {
  readonly arrivals: Readonly<Partial<Record<DraftKey, readonly Arrival[]>>>;
  /** Pictures as they were chosen: they are drawn anew from these when more are to fit. */
  readonly sources: ReadonlyMap<FileId, File>;
};

const none: readonly Arrival[] = [];

export const useArrivals = create<Arrivals>()(() => ({ arrivals: {}, sources: new Map() }));

export function readArrivals(key: DraftKey): readonly Arrival[] {
  return useArrivals.getState().arrivals[key] ?? none;
}

export function useArrivalsOf(key: DraftKey): readonly Arrival[] {
  return useArrivals(({ arrivals }) => arrivals[key] ?? none);
}

export function setArrivals(
  key: DraftKey,
  change: (arrivals: readonly Arrival[]) => readonly Arrival[],
): void {
  useArrivals.setState(({ arrivals }) => ({
    arrivals: { ...arrivals, [key]: change(arrivals[key] ?? none) },
  }));
}

export function setState(key: DraftKey, arrivalKey: string, state: Arrival['state']): void {
  setArrivals(key, (arrivals) =>
    arrivals.map((each) => (each.key === arrivalKey ? { ...each, state } : each)),
  );
}

export function dropArrival(key: DraftKey, arrivalKey: string): void {
  setArrivals(key, (arrivals) => arrivals.filter((each) => each.key !== arrivalKey));
}

/** Remembers what a file was made of; `undefined` forgets it. */
export function setSource(id: FileId, source: File | undefined): void {
  useArrivals.setState(({ sources }) => {
    const next = new Map(sources);
    if (source === undefined) next.delete(id);
    else next.set(id, source);
    return { sources: next };
  });
}

export function isRefused(arrival: Arrival): arrival is Arrival & { readonly state: FailureWords } {
  return typeof arrival.state === 'object';
}

/** Whether something is still on its way: a text sent now would go without it. */
export function useIsArriving(key: DraftKey): boolean {
  return useArrivals(({ arrivals }) =>
    (arrivals[key] ?? none).some(({ state }) => typeof state === 'string'),
  );
}

rememberForAccount({
  forget: () => useArrivals.setState({ arrivals: {}, sources: new Map() }),
});
