import { notifyManager } from '@tanstack/react-query';
import { useState } from 'react';

export type Draft<T> = {
  /** What stands in the field: what was typed, until then what is saved. */
  readonly value: T;
  readonly set: (typed: T) => void;
  /** When what stands there now has been saved: only what was typed since stays. */
  readonly settle: () => void;
};

/**
 * What is typed in place of what is saved. It outlives the saving, so that nothing is lost to a
 * refusal, or to an answer that comes while someone types on.
 */
export function useDraft<T extends string | object>(saved: T): Draft<T> {
  const [draft, setDraft] = useState<{ readonly typed: T }>();
  return {
    value: draft ? draft.typed : saved,
    set: (typed) => setDraft({ typed }),
    // In its turn: what is saved reaches the window through the same queue, and is there by then.
    settle: () =>
      notifyManager.schedule(() => setDraft((now) => (now === draft ? undefined : now))),
  };
}
