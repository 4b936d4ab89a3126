import { useEffect } from 'react';
import type { SeparateDraft, SeparateSource } from '../../../../shared/model/separate.ts';
import { mostSeparate } from '../../../../shared/model/separate.ts';
import { strings } from '../../../../shared/strings/strings.ts';
import { failureOf } from '../../../app/bridge.ts';
import { takeFocus } from '../../../app/take-focus.ts';
import { closeDetail, openSeparate } from '../../../app/ui-store.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { FailureState } from '../../../ui/failure-state.tsx';
import { PaneHead } from '../../../ui/panes.tsx';
import { Select } from '../../../ui/select.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { BatchProgress } from './batch-progress.tsx';
import { Body } from './body.tsx';
import { Preview } from './preview.tsx';
import { SendAll } from './send-all.tsx';
import styles from './separate.module.css';
import { beginSeparate, useSeparateTexts } from './store.ts';
import { useBatches, useColumn, usePeople } from './use-separate.ts';
import { rowsOf } from './view-model.ts';

const words = strings.separate;

/** A text of its own to each of several people: what to say, what each gets, and only then sending. */
export function SeparatePane({ source }: { readonly source: SeparateSource }) {
  const begun = useSeparateTexts((texts) => texts.source);
  const batchId = useSeparateTexts((texts) => texts.batchId);
  const isStarted = useSeparateTexts((texts) => texts.isStarted);
  useEffect(() => {
    if (begun !== source) beginSeparate(source);
  }, [begun, source]);
  return (
    <>
      <PaneHead onBack={closeDetail}>
        <h2 ref={takeFocus} tabIndex={-1}>
          {words.title}
        </h2>
      </PaneHead>
      {begun === source &&
        (isStarted ? (
          <Started batchId={batchId} />
        ) : (
          <Reading key={batchId} source={source} batchId={batchId} />
        ))}
    </>
  );
}

function Started({ batchId }: { readonly batchId: string }) {
  const batch = useBatches().data?.find(({ id }) => id === batchId);
  return (
    <div className={styles.page}>
      {batch && <BatchProgress batch={batch} />}
      <div className={styles.actions}>
        <Button onClick={closeDetail}>{words.close}</Button>
      </div>
    </div>
  );
}

function Reading(props: { readonly source: SeparateSource; readonly batchId: string }) {
  const { source, batchId } = props;
  const query = usePeople(source, batchId);
  useEffect(() => {
    // No file was chosen.
    if (query.data === null) closeDetail();
  }, [query.data]);
  if (query.isError) {
    return (
      <FailureState
        failure={failureOf(query.error)}
        onRetry={
          source.from === 'csv' ? () => openSeparate({ from: 'csv' }) : () => void query.refetch()
        }
      />
    );
  }
  if (!query.data) {
    return (
      <div className={styles.page} role="status" aria-label={words.reading}>
        <SkeletonRows rows={4} />
      </div>
    );
  }
  return <Writing draft={query.data} batchId={batchId} />;
}

function Writing(props: { readonly draft: SeparateDraft; readonly batchId: string }) {
  const { draft, batchId } = props;
  const choices = useSeparateTexts();
  const rows = rowsOf(draft.people, choices);
  return (
    <div className={styles.page}>
      <Columns draft={draft} batchId={batchId} />
      {draft.beyond > 0 && (
        <Banner tone="warning" title={words.beyond(draft.beyond, mostSeparate)} role="status" />
      )}
      <Body columns={draft.columns} />
      <Preview rows={rows} />
      <SendAll rows={rows} draft={draft} batchId={batchId} />
    </div>
  );
}

function Columns(props: { readonly draft: SeparateDraft; readonly batchId: string }) {
  const { draftId, title, columns, numberColumn } = props.draft;
  const choose = useColumn(props.batchId);
  if (draftId === undefined) return title === undefined ? null : <p>{title}</p>;
  return (
    <div className={styles.columns}>
      <p className={styles.file}>{title}</p>
      {columns.length > 1 && (
        <Select
          label={words.numberColumn}
          emptyText=""
          value={numberColumn === undefined ? undefined : String(numberColumn)}
          options={columns.map((name, index) => ({
            value: String(index),
            label: name || words.column(index),
          }))}
          error={choose.isError ? strings.failures(failureOf(choose.error)).title : undefined}
          onChange={(column) => choose.mutate({ draftId, numberColumn: Number(column) })}
        />
      )}
      <Button variant="quiet" onClick={() => openSeparate({ from: 'csv' })}>
        {words.readAgain}
      </Button>
    </div>
  );
}
