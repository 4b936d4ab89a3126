import { useState } from 'react';
import type { SeparateBatch } from '../../../../shared/model/separate.ts';
import { strings } from '../../../../shared/strings/strings.ts';
import { failureOf } from '../../../app/bridge.ts';
import { TroubleLine } from '../../../app/notes/trouble-line.tsx';
import { usePartyWords } from '../../../app/party.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Confirm } from '../../../ui/dialog.tsx';
import styles from './separate.module.css';
import { useBatchActions, useBatches } from './use-separate.ts';

const words = strings.separate.batch;

/** Batches that the user has to know of: those that run, were cut off, or have refused texts. */
export function OpenBatches() {
  const batches = useBatches().data ?? [];
  const open = batches.filter(
    ({ isRunning, waiting, refused }) => isRunning || waiting > 0 || refused.length > 0,
  );
  if (open.length === 0) return null;
  return (
    <div className={styles.batches}>
      {open.map((batch) => (
        <BatchProgress key={batch.id} batch={batch} />
      ))}
    </div>
  );
}

/** How far a batch is, what was refused of it, and what can be done about that. */
export function BatchProgress({ batch }: { readonly batch: SeparateBatch }) {
  const { id, title, total, accepted, waiting, refused, isRunning, obstacle } = batch;
  const { resume, drop } = useBatchActions();
  const failed = resume.error ?? drop.error;
  if (isRunning || (waiting === 0 && refused.length === 0)) {
    return (
      <div className={styles.batch} role="status">
        <Banner
          tone="info"
          title={isRunning ? words.running(accepted + refused.length, total) : words.done(accepted)}
        >
          {title}
        </Banner>
        {isRunning && (
          <progress value={total - waiting} max={total} aria-label={title || words.title} />
        )}
      </div>
    );
  }
  const blocked = obstacle && strings.failures(obstacle);
  return (
    <div className={styles.batch}>
      <Banner
        tone="warning"
        title={
          waiting === 0
            ? words.refused(refused.length)
            : blocked
              ? words.stopped(waiting)
              : words.cutOff(waiting)
        }
        actions={
          <>
            <Button onClick={() => resume.mutate({ batchId: id, refused: waiting === 0 })}>
              {waiting > 0 ? words.rest : words.again}
            </Button>
            <DropButton count={waiting + refused.length} onDrop={() => drop.mutate(id)} />
          </>
        }
        role="status"
      >
        {blocked
          ? `${blocked.title}. ${blocked.advice}`
          : waiting > 0
            ? words.cutOffAdvice
            : words.refusedAdvice}
      </Banner>
      <TroubleLine failure={failed ? failureOf(failed) : undefined} />
      <Refused batch={batch} />
    </div>
  );
}

/** Drops what was not accepted of a batch, once that is sure. */
function DropButton(props: { readonly count: number; readonly onDrop: () => void }) {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button variant="quiet" onClick={() => setIsAsking(true)}>
        {words.drop}
      </Button>
      <Confirm
        title={words.dropQuestion(props.count)}
        advice={words.dropAdvice}
        confirm={words.drop}
        decline={words.keep}
        isOpen={isAsking}
        onConfirm={() => {
          setIsAsking(false);
          props.onDrop();
        }}
        onClose={() => setIsAsking(false)}
      />
    </>
  );
}

function Refused({ batch }: { readonly batch: SeparateBatch }) {
  const party = usePartyWords();
  if (batch.refused.length === 0) return null;
  return (
    <ul className={styles.refused}>
      {batch.refused.map(({ position, number, name, text, failure }) => {
        const trouble = strings.failures(failure);
        const who = [name, party.number(number)].filter(Boolean).join(' · ');
        return (
          <li key={position}>
            <strong className="figures">{words.to(who)}</strong>
            <span className={styles.problem}>
              {trouble.title}. {trouble.advice}
            </span>
            <span className={styles.said}>{text}</span>
          </li>
        );
      })}
    </ul>
  );
}
