import { useMemo, useState } from 'react';
import type { FollowUpView } from '../../../shared/model/notes.ts';
import { ask, call } from '../../app/bridge.ts';
import { useTelling } from '../../app/notes/use-notes.ts';
import { usePages } from '../../app/queries.ts';
import { useNow } from '../../app/use-now.ts';
import { groupFollowUps, type FollowUpShow } from './view-model.ts';

/** Follow-ups as far as they have been read: open ones the soonest first, done ones the latest. */
export function useFollowUps(show: FollowUpShow) {
  const { pages, rows, readOn } = usePages(['follow-ups', 'list', show], (page) =>
    ask('follow-ups.list', { ...page, show }),
  );
  const now = useNow();
  const items = useMemo(() => groupFollowUps(rows, now), [rows, now]);
  return { pages, items, now, readOn };
}

/** What is done with a follow-up; the last one ticked off can be opened again. */
export function useFollowUpActions() {
  const [ticked, setTicked] = useState<FollowUpView>();
  const { failure, tell } = useTelling();
  return {
    failure,
    ticked,
    async setDone(followUp: FollowUpView, isDone: boolean): Promise<void> {
      const result = await tell(call('follow-ups.set-done', { followUpId: followUp.id, isDone }));
      if (result.ok) setTicked(isDone ? followUp : undefined);
    },
    async move({ id: followUpId, text }: FollowUpView, dueAt: number): Promise<void> {
      await tell(call('follow-ups.change', { followUpId, dueAt, text }));
    },
    async remove({ id: followUpId }: FollowUpView): Promise<void> {
      await tell(call('follow-ups.remove', { followUpId }));
    },
  };
}
