import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BackfillView } from '../../../shared/model/backfill.ts';
import { ask, failureOf } from '../../app/bridge.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { estimateWords, reachFacts, stateWords } from './backfill-words.ts';
import styles from './backfill.module.css';
import settings from './settings.module.css';
import { Card } from './card.tsx';

const words = strings.backfill;
const queryKey = ['backfill'];

/** How far back the archive reaches, and the fetching of what is older. */
export function Backfill() {
  const client = useQueryClient();
  const backfill = useQuery({ queryKey, queryFn: () => ask('archive.get-backfill', undefined) });
  const change = useMutation({
    networkMode: 'always',
    mutationFn: (isPaused: boolean) =>
      ask(isPaused ? 'archive.pause-backfill' : 'archive.resume-backfill', undefined),
    onSuccess: (view) => client.setQueryData(queryKey, view),
  });
  const error = backfill.error ?? change.error;
  const trouble = error ? strings.failures(failureOf(error)) : undefined;
  return (
    <Card place="backfill" isBusy={backfill.isPending}>
      {trouble && (
        <Banner tone="danger" title={trouble.title} role="alert">
          {trouble.advice}
        </Banner>
      )}
      <Standing view={backfill.data} />
      {backfill.data && (
        <Switch view={backfill.data} isBusy={change.isPending} onChange={change.mutate} />
      )}
    </Card>
  );
}

/** The bar keeps its place while nothing is known yet. */
function Standing({ view }: { readonly view: BackfillView | undefined }) {
  const left = view && estimateWords(view);
  return (
    <>
      <progress
        className={styles.bar}
        aria-label={words.progressLabel}
        max={1}
        value={view?.progress ?? 0}
      />
      {view && (
        <p role="status" className={settings.advice}>
          {stateWords(view)}
          {left !== undefined && `. ${left}`}
        </p>
      )}
      {view && <Facts facts={reachFacts(view)} />}
    </>
  );
}

function Switch(props: {
  readonly view: BackfillView;
  readonly isBusy: boolean;
  readonly onChange: (isPaused: boolean) => void;
}) {
  const { state } = props.view;
  if (state === 'done') return null;
  const isPaused = state === 'paused';
  return (
    <div className={settings.actions}>
      <Button
        aria-disabled={props.isBusy}
        onClick={() => !props.isBusy && props.onChange(!isPaused)}
      >
        {isPaused ? words.resume : words.pause}
      </Button>
    </div>
  );
}
