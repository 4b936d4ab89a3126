import { useState } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import type { CallListView } from '../../../shared/model/call-lists.ts';
import { useQueryClient } from '@tanstack/react-query';
import { call, failureOf } from '../../app/bridge.ts';
import { TroubleLine } from '../../app/notes/trouble-line.tsx';
import { takeFocus } from '../../app/take-focus.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { FailureState } from '../../ui/failure-state.tsx';
import { CircleCheck, RotateCcw } from '../../ui/icons.ts';
import styles from './call-lists.module.css';
import { useSummary } from './use-call-lists.ts';
import { takeInHand } from './store.ts';

const words = strings.callLists.summary;

/** The end of a list: how many were called, and what came of it. */
export function ListSummary({ list }: { readonly list: CallListView }) {
  const summary = useSummary(list.id);
  const { called, skipped } = list.counts;
  const { isBusy, failure, takeUp } = useTakeUpSkipped(list);
  return (
    <section className={styles.summary}>
      <CircleCheck aria-hidden="true" />
      <h3 tabIndex={-1} ref={takeFocus}>
        {words.title}
      </h3>
      <p>
        {words.called(called)}
        {skipped > 0 && `, ${words.skipped(skipped)}`}
      </p>
      {summary.isError && (
        <FailureState failure={failureOf(summary.error)} onRetry={() => void summary.refetch()} />
      )}
      {summary.data && called > 0 && (
        <dl className={styles.outcomes} aria-label={words.outcomes}>
          {summary.data.outcomes.map(({ outcome, count }) => (
            <div key={outcome}>
              <dt>{outcome}</dt>
              <dd className="figures">{count}</dd>
            </div>
          ))}
          {summary.data.withoutOutcome > 0 && (
            <div>
              <dt>{words.withoutOutcome}</dt>
              <dd className="figures">{summary.data.withoutOutcome}</dd>
            </div>
          )}
        </dl>
      )}
      {skipped > 0 && (
        <Button icon={<RotateCcw />} aria-disabled={isBusy} onClick={() => void takeUp()}>
          {words.again(skipped)}
        </Button>
      )}
      <TroubleLine failure={failure} />
    </section>
  );
}

/** Opens everyone again who was skipped, and begins with the first of them. */
function useTakeUpSkipped({ id: callListId }: CallListView) {
  const client = useQueryClient();
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const openAll = async (): Promise<Failure | undefined> => {
    for (;;) {
      const page = await call('call-lists.entries', { callListId, show: 'skipped', limit: 200 });
      if (!page.ok) return page.failure;
      for (const { id: entryId } of page.value.items) {
        const settled = await call('call-lists.settle', { entryId, state: 'open' });
        if (!settled.ok) return settled.failure;
      }
      if (page.value.items.length === 0) return undefined;
    }
  };
  return {
    isBusy,
    failure,
    async takeUp() {
      if (isBusy) return;
      setIsBusy(true);
      setFailure(await openAll());
      setIsBusy(false);
      takeInHand(callListId, undefined);
      await client.invalidateQueries({ queryKey: ['call-lists'] });
    },
  };
}
