import { useEffect, useState } from 'react';
import type { EpochMs } from '../../shared/model/ids.ts';

const minute = 60_000;

/** The time, renewed every so many milliseconds while shown. */
export function useNow(everyMs: number = minute): EpochMs {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
