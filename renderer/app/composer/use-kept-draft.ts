import { useEffect, useRef } from 'react';
import type { DraftKey } from '../../../shared/model/drafts.ts';
import type { TextTo } from '../send-text.ts';
import { keepNow, loadDraft } from './keep.ts';
import { changeWriting, readWriting } from './store.ts';

/** Takes up what was written here before, and keeps what is written now. */
export function useKeptDraft(draftKey: DraftKey, to: TextTo): void {
  useEffect(() => {
    void loadDraft(draftKey);
    return () => void keepNow(draftKey);
  }, [draftKey]);

  const wanted = 'numbers' in to ? JSON.stringify(to.numbers) : undefined;
  const hadSome = useRef(false);
  useEffect(() => {
    if (wanted === undefined) return;
    const numbers = JSON.parse(wanted) as readonly string[];
    // Nobody named yet is not nobody any more: whom the draft was for is still to be taken up.
    if (numbers.length === 0 && !hadSome.current) return;
    hadSome.current = true;
    if (JSON.stringify(readWriting(draftKey).to) !== wanted) {
      changeWriting(draftKey, { to: numbers });
    }
  }, [draftKey, wanted]);
}
