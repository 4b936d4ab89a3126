import { useQuery } from '@tanstack/react-query';
import type { Failure } from '../../../shared/failure.ts';
import type { DraftKey } from '../../../shared/model/drafts.ts';
import type { E164 } from '../../../shared/model/ids.ts';
import type { SenderView } from '../../../shared/model/messages.ts';
import { ask } from '../bridge.ts';
import { useSettings } from '../queries.ts';
import type { TextTo } from '../send-text.ts';
import { useOfWriting } from './store.ts';
import { chooseFrom, nearestSender } from './from.ts';

/** The number that a text goes out from, and what else there is to choose from. */
export type From = {
  /** The one it goes from; undefined until it is known, and where there is none. */
  readonly number: E164 | undefined;
  /** The thread's own, where another was chosen. */
  readonly threadNumber: E164 | undefined;
  readonly obstacle: Failure | undefined;
  readonly senders: readonly SenderView[];
};

const none: readonly SenderView[] = [];

export function useFrom(draftKey: DraftKey, to: TextTo, threadNumber: E164 | undefined): From {
  const chosen = useOfWriting(draftKey, ({ from }) => from);
  const senders = useOwnNumbers();
  const last = useLastNumber(to);
  const usual = useSettings().data?.smsFrom;
  const own = 'threadId' in to ? threadNumber : undefined;
  const wishes = { chosen, own, last, usual };
  const number = chooseFrom(senders, wishes) ?? threadNumber ?? nearestSender(senders)?.number;
  return {
    number,
    threadNumber: own !== undefined && own !== number ? own : undefined,
    obstacle: senders.find((sender) => sender.number === number)?.obstacle,
    senders,
  };
}

function useOwnNumbers(): readonly SenderView[] {
  const query = useQuery({
    queryKey: ['senders', 'own'],
    queryFn: () => ask('messages.list-own-numbers', undefined),
  });
  return query.data ?? none;
}

/** The number that wrote to these people last. */
function useLastNumber(to: TextTo): E164 | undefined {
  const numbers = 'numbers' in to ? to.numbers : [];
  const query = useQuery({
    queryKey: ['threads', 'find', ...numbers],
    queryFn: async () => (await ask('messages.find-thread', { to: [...numbers] })) ?? null,
    enabled: numbers.length > 0,
  });
  return numbers.length > 0 ? query.data?.ownNumber : undefined;
}
