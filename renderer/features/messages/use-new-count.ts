import { useState } from 'react';
import type { EpochMs } from '../../../shared/model/ids.ts';
import { arrivedSince, newestAt, type ThreadItem } from './view-model.ts';

/**
 * How many texts have come in below what is in sight, since the end of the thread was last seen, or
 * known when it was opened; none while there are later texts than those at hand.
 */
export function useNewCount(
  items: readonly ThreadItem[],
  hasNewer: boolean,
  lastAt: EpochMs = 0,
): { readonly count: number; readonly see: () => void } {
  const newest = newestAt(items);
  const [seenAt, setSeenAt] = useState(Math.max(newest, lastAt));
  return {
    count: hasNewer ? 0 : arrivedSince(items, seenAt),
    see: () => setSeenAt(Math.max(newest, seenAt)),
  };
}
