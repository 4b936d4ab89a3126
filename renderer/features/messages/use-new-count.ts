import { useState } from 'react';
import { arrivedSince, newestKey, type ThreadItem } from './view-model.ts';

/**
 * How many texts have come in below what is in sight, since the end of the thread was last seen;
 * unknown, and so none, while there are later texts than those at hand.
 */
export function useNewCount(
  items: readonly ThreadItem[],
  hasNewer: boolean,
): { readonly count: number; readonly see: () => void } {
  const newest = newestKey(items);
  const [seen, setSeen] = useState(newest);
  return {
    count: hasNewer ? 0 : arrivedSince(items, seen),
    see: () => setSeen(newest),
  };
}
