import { useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import type { ContactView } from '../../../shared/model/people.ts';
import type { Result } from '../../../shared/result.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { tellNews } from '../../app/actions/news.ts';
import { noteSaving, useDrafts } from './contacts-store.ts';

/**
 * Saves what a form holds. It may take as long as RingCentral takes: whoever has gone elsewhere
 * meanwhile stays there, and is told above the screen what became of it.
 */
export function useSaveContact(id: string, onSaved: (contact: ContactView) => void) {
  const [failure, setFailure] = useState<Failure>();
  const isSaving = useDrafts(({ saving }) => saving.has(id));
  const isShown = useRef(false);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);
  const save = async (ask: () => Promise<Result<ContactView>>): Promise<void> => {
    if (useDrafts.getState().saving.has(id)) return;
    setFailure(undefined);
    noteSaving(id, true);
    const result = await ask();
    noteSaving(id, false);
    if (!isShown.current) tellNews(newsOf(result));
    if (result.ok) onSaved(result.value);
    else setFailure(result.failure);
  };
  return { save, isSaving, failure };
}

function newsOf(result: Result<ContactView>) {
  return result.ok
    ? ({ kind: 'done', title: strings.contacts.form.saved(result.value.name) } as const)
    : ({ kind: 'failed', failure: result.failure } as const);
}
