import { useCallback, useRef } from 'react';
import type { IncomingCall } from '../../../shared/model/cards.ts';
import { call } from '../bridge.ts';

/** Main is told no more often, in milliseconds. */
const restMs = 10_000;

/** Tells main that somebody is busy with a card of a call that is over, so that it stays. */
export function useTouch({ callId, endedAt }: IncomingCall): (isNoted?: boolean) => void {
  const told = useRef({ at: 0, isNoted: false });
  return useCallback(
    (isNoted = false) => {
      const now = Date.now();
      const isSame = told.current.isNoted === isNoted && now - told.current.at < restMs;
      if (endedAt === undefined || isSame) return;
      told.current = { at: now, isNoted };
      void call('incoming.touch', { callId, isNoted });
    },
    [callId, endedAt],
  );
}
