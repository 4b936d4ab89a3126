import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { TextOutlook } from '../../../shared/model/drafts.ts';
import type { E164 } from '../../../shared/model/ids.ts';
import { ask } from '../bridge.ts';
import { toInput, type TextTo } from '../send-text.ts';

/** Numbers are looked at once typing pauses: half a number is another number. */
const pauseMs = 400;
/** Hours begin and end while a window is open. */
const everyMs = 60_000;

/** What a text to someone would be; nothing while nobody is named, and until it is known. */
export function useTextOutlook(to: TextTo, from: E164 | undefined): TextOutlook | undefined {
  const wanted = JSON.stringify(toInput(to));
  const isTyped = 'numbers' in to;
  const [settled, setSettled] = useState(wanted);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(wanted), isTyped ? pauseMs : 0);
    return () => clearTimeout(timer);
  }, [wanted, isTyped]);
  const query = useQuery({
    queryKey: ['text-outlook', wanted, from],
    queryFn: () => ask('texts.get-outlook', { to: toInput(to), from }),
    enabled: settled === wanted && !(isTyped && to.numbers.length === 0),
    refetchInterval: everyMs,
  });
  return query.data;
}
