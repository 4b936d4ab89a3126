import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { ScheduledText, SendTime } from '../../../shared/model/drafts.ts';
import type { ScheduledId, ThreadId } from '../../../shared/model/ids.ts';
import type { OutboxView } from '../../../shared/model/messages.ts';
import type { Result } from '../../../shared/result.ts';
import { ask, call } from '../bridge.ts';

/** Texts for later, of one conversation or of all; those that ask first. */
export function useScheduled(threadId?: ThreadId): UseQueryResult<readonly ScheduledText[]> {
  return useQuery({
    queryKey: ['scheduled', threadId ?? 'all'],
    queryFn: () => ask('scheduled.list', threadId === undefined ? {} : { threadId }),
  });
}

/** How the outbox stands. */
export function useOutbox(): OutboxView | undefined {
  return useQuery({
    queryKey: ['outbox'],
    queryFn: () => ask('messages.get-outbox', undefined),
  }).data;
}

/** What can be done with a text for later; each answers why it could not be. */
export function useScheduledDeeds() {
  const client = useQueryClient();
  const done = async (result: Result<void>): Promise<Result<void>> => {
    const keys = [['scheduled'], ['threads'], ['messages']];
    await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })));
    return result;
  };
  return {
    sendNow: async (scheduledId: ScheduledId) =>
      done(await call('scheduled.send-now', { scheduledId })),
    discard: async (scheduledId: ScheduledId) =>
      done(await call('scheduled.discard', { scheduledId })),
    change: async (
      scheduledId: ScheduledId,
      to: { readonly text?: string; readonly time?: SendTime },
    ) => done(await call('scheduled.change', { scheduledId, ...to })),
  };
}
