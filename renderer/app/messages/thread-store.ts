import { create } from 'zustand';
import type { Failure } from '../../../shared/failure.ts';
import type { MessageId, ThreadId } from '../../../shared/model/ids.ts';
import type { ThreadView } from '../../../shared/model/messages.ts';
import { rememberForAccount } from '../account-memory.ts';

/** What is told above the list: something that can be taken back, or could not be done. */
export type ThreadNews =
  | { readonly kind: 'done'; readonly thread: ThreadView }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** A text that stood at the top of a thread when it was left, and how far below the top. */
export type ThreadPlace = { readonly id: MessageId; readonly belowPx: number };

type Threads = {
  /** The open thread that was marked unread: it stays so until it is left. */
  readonly heldUnread: ThreadId | undefined;
  readonly news: ThreadNews | undefined;
  /** Where threads were left; one that was left at its end is not among them. */
  readonly places: ReadonlyMap<ThreadId, ThreadPlace>;
};

const nothing: Threads = { heldUnread: undefined, news: undefined, places: new Map() };

/** How threads are read in this window, until it is closed. */
export const useThreadStore = create<Threads>()(() => nothing);

export function holdUnread(heldUnread: ThreadId | undefined): void {
  useThreadStore.setState({ heldUnread });
}

/** The thread has been left: opened again, it counts as read. */
export function releaseUnread(threadId: ThreadId): void {
  if (useThreadStore.getState().heldUnread === threadId) holdUnread(undefined);
}

export function tellNews(news: ThreadNews | undefined): void {
  useThreadStore.setState({ news });
}

/** Remembers where a thread is left; without a place, at its end. */
export function keepPlace(threadId: ThreadId, place: ThreadPlace | undefined): void {
  const places = new Map(useThreadStore.getState().places);
  if (place === undefined) places.delete(threadId);
  else places.set(threadId, place);
  useThreadStore.setState({ places });
}

rememberForAccount({ forget: () => useThreadStore.setState(nothing) });
