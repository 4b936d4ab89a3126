import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { CallOutlook } from '../../shared/model/calls.ts';
import { ask } from './bridge.ts';

/** Typing is looked at once it pauses: every look-up takes main a moment. */
const pauseMs = 120;
/** A number that is asked for again within this time is as it was. */
const freshMs = 30_000;

/** What a call to a number would be; nothing for an empty text, and until it is known. */
export function useOutlook(typed: string | undefined): CallOutlook | undefined {
  const text = typed?.trim() ?? '';
  const query = useQuery({
    queryKey: ['outlook', text],
    queryFn: () => ask('calls.outlook', { number: text }),
    enabled: text !== '',
    staleTime: freshMs,
  });
  return query.data;
}

/** The same while somebody types. */
export function useOutlookWhileTyping(text: string): CallOutlook | undefined {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  const outlook = useOutlook(settled);
  // What is known of half a number would be wrong beside the whole one.
  return settled.trim() === text.trim() ? outlook : undefined;
}
