import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import type { CallId, EpochMs } from '../../../shared/model/ids.ts';
import type { FollowUpView, NoteView } from '../../../shared/model/notes.ts';
import type { Result } from '../../../shared/result.ts';
import { ask, call } from '../bridge.ts';
import { callKey, dropDraft, readDraft } from './drafts.ts';

/** So many open follow-ups are looked through for those of one call or person. */
const mostOpen = 200;
/** As long as the text of a follow-up can be. */
export const longestFollowUp = 1_000;

/** The notes of a call, the oldest first; none of no call. */
export function useNotesOfCall(callId: CallId | undefined): UseQueryResult<readonly NoteView[]> {
  return useQuery({
    queryKey: ['notes', 'of-call', callId],
    queryFn: () => (callId === undefined ? [] : ask('notes.of-call', { callId })),
  });
}

/** The open follow-ups that belong here, the soonest first. */
export function useOpenFollowUps(
  belongs: (followUp: FollowUpView) => boolean,
): readonly FollowUpView[] {
  const { data } = useQuery({
    queryKey: ['follow-ups', 'soonest'],
    queryFn: () => ask('follow-ups.list', { show: 'open', limit: mostOpen }),
  });
  return data?.items.filter(belongs) ?? [];
}

/** Asks main to change something and keeps why it did not. */
export function useTelling(): {
  readonly failure: Failure | undefined;
  readonly tell: <T>(asked: Promise<Result<T>>) => Promise<Result<T>>;
} {
  const [failure, setFailure] = useState<Failure>();
  const tell = useCallback(async <T>(asked: Promise<Result<T>>): Promise<Result<T>> => {
    const result = await asked;
    setFailure(result.ok ? undefined : result.failure);
    return result;
  }, []);
  return { failure, tell };
}

/**
 * Writes down a call: its outcome and what is in the field make one note, whose words a follow-up
 * takes over. One thing is written after the other, since pressing a button also leaves the field.
 */
export function useCallNote(callId: CallId) {
  const client = useQueryClient();
  const { failure, tell } = useTelling();
  const last = useRef<Promise<unknown>>(Promise.resolve());

  const write = useCallback(
    async (choose?: (latest: NoteView | undefined) => string | undefined): Promise<void> => {
      const key = callKey(callId);
      const draft = readDraft(key);
      const text = draft.trim();
      if (text === '' && choose === undefined) return;
      const notes = await tell(call('notes.of-call', { callId }));
      if (!notes.ok) return;
      const latest = notes.value.at(-1);
      const outcome = choose ? choose(latest) : latest?.outcome;
      // An outcome without words is waiting for them; words that are there stay as they are.
      const goesOn = latest !== undefined && (text === '' || latest.text === '');
      const saved = await tell<unknown>(
        goesOn
          ? rewrite(latest, text || latest.text, outcome)
          : call('notes.add', { about: { callId }, text, ...(choose && { outcome }) }),
      );
      if (saved.ok) dropDraft(key, draft);
      await client.invalidateQueries({ queryKey: ['notes'] });
    },
    [callId, client, tell],
  );

  const inTurn = useCallback(<T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.current.then(work);
    last.current = turn;
    return turn;
  }, []);

  const saveText = useCallback(() => void inTurn(() => write()), [inTurn, write]);
  const choose = useCallback(
    (outcome: string) =>
      void inTurn(() => write((latest) => (latest?.outcome === outcome ? undefined : outcome))),
    [inTurn, write],
  );

  const followUp = useCallback(
    (dueAt: EpochMs): Promise<boolean> =>
      inTurn(async () => {
        const notes = await tell(call('notes.of-call', { callId }));
        if (!notes.ok) return false;
        const latest = notes.value.at(-1);
        const text = (latest?.text ?? '').slice(0, longestFollowUp);
        const noteId = latest?.id;
        const added = await tell(
          call('follow-ups.add', { about: { callId }, dueAt, text, ...(noteId && { noteId }) }),
        );
        return added.ok;
      }),
    [callId, inTurn, tell],
  );

  // Whoever goes on to the next call, or closes the window, has finished writing.
  useEffect(() => {
    window.addEventListener('pagehide', saveText);
    return () => {
      window.removeEventListener('pagehide', saveText);
      saveText();
    };
  }, [saveText]);

  return { failure, saveText, choose, followUp };
}

/** Changes a note; one that would say nothing any more is removed. */
function rewrite(
  { id: noteId }: NoteView,
  text: string,
  outcome: string | undefined,
): Promise<Result<unknown>> {
  if (text === '' && outcome === undefined) return call('notes.remove', { noteId });
  return call('notes.change', { noteId, text, outcome });
}
