import { useEffect, useMemo, useState } from 'react';
import type { EpochMs } from '../../../shared/model/ids.ts';
import { dayOf } from '../format.ts';
import { toFilter, type FilterForm } from './form.ts';

/** How long a name is typed on before it is looked for. */
const typingMs = 150;

/** The filter that a form stands for, once typing has paused; `today` moves at midnight. */
export function useFilter<Show extends string>(form: FilterForm<Show>, now: EpochMs) {
  const [typed, setTyped] = useState(form.who);
  useEffect(() => {
    const timer = setTimeout(() => setTyped(form.who), form.who === '' ? 0 : typingMs);
    return () => clearTimeout(timer);
  }, [form.who]);
  const today = dayOf(now);
  return useMemo(() => toFilter({ ...form, who: typed }, today), [form, typed, today]);
}
