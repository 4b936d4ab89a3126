import type { Virtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, type RefObject } from 'react';
import type { ThreadId } from '../../../shared/model/ids.ts';
import { keepPlace, type ThreadPlace } from '../../app/messages/thread-store.ts';
import type { ThreadItem } from './view-model.ts';

type Reading = {
  /** Undefined: it is read on the way to something else, and no place is kept. */
  readonly threadId: ThreadId | undefined;
  readonly virtualizer: Virtualizer<HTMLDivElement, Element>;
  readonly items: readonly ThreadItem[];
  readonly isAtEnd: RefObject<boolean>;
  /** The user has scrolled; without that it is still where it was opened. */
  readonly hasMoved: RefObject<boolean>;
};

/** Remembers where a thread is left. */
export function useKeptPlace(reading: Reading): void {
  const last = useRef(reading);
  useLayoutEffect(() => {
    last.current = reading;
  });
  useLayoutEffect(
    () => () => {
      const { threadId, isAtEnd, hasMoved } = last.current;
      if (threadId === undefined) return;
      if (isAtEnd.current) keepPlace(threadId, undefined);
      else if (hasMoved.current) keepPlace(threadId, placeOf(last.current));
    },
    [],
  );
}

/** The first text that stands in sight from its top on. */
function placeOf({ virtualizer, items }: Reading): ThreadPlace | undefined {
  const top = virtualizer.scrollOffset ?? 0;
  for (const row of virtualizer.getVirtualItems()) {
    const item = items[row.index];
    if (row.start < top || item?.kind !== 'bubble' || item.bubble.id === undefined) continue;
    return { id: item.bubble.id, belowPx: Math.round(row.start - top) };
  }
  return undefined;
}

/** Calls back after some frames have been painted; answers what stops it. */
export function afterFrames(count: number, done: () => void): () => void {
  let left = count;
  let frame = requestAnimationFrame(function next() {
    left -= 1;
    if (left <= 0) done();
    else frame = requestAnimationFrame(next);
  });
  return () => cancelAnimationFrame(frame);
}
