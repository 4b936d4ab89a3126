import type { SeparateDraft } from '../../../../shared/model/separate.ts';
import { strings } from '../../../../shared/strings/strings.ts';
import { failureOf } from '../../../app/bridge.ts';
import { moneyOf } from '../../../app/format.ts';
import { TroubleLine } from '../../../app/notes/trouble-line.tsx';
import { useSession, useSettings } from '../../../app/queries.ts';
import { Button } from '../../../ui/button.tsx';
import { SendHorizontal } from '../../../ui/icons.ts';
import { Segmented } from '../../../ui/segmented.tsx';
import styles from './separate.module.css';
import { setQuiet, useSeparateTexts } from './store.ts';
import { useBatchActions } from './use-separate.ts';
import { costOf, tallyOf, toBatch, type Choices, type SeparateRow } from './view-model.ts';

const words = strings.separate;

/** What it comes to, and the one button that sends it all. */
export function SendAll(props: {
  readonly rows: readonly SeparateRow[];
  readonly draft: SeparateDraft;
  readonly batchId: string;
}) {
  const { rows, draft, batchId } = props;
  const quiet = useSeparateTexts((texts) => texts.quiet);
  const body = useSeparateTexts((texts) => texts.body);
  const prices = useSettings().data?.textPrices;
  const canText = useSession().data?.canText;
  const { start } = useBatchActions();
  const tally = tallyOf(rows);
  const cost = costOf(tally, prices);
  const obstacle =
    canText?.can === false
      ? strings.failures(canText.failure).title
      : body.trim() === '' && tally.ready === 0
        ? words.noBody
        : tally.ready === 0
          ? words.nothingReady
          : undefined;
  const said = [
    words.summary(tally.ready, tally.problems, tally.out),
    tally.segments > 0 && words.segments(tally.segments),
    cost !== undefined && prices && words.cost(moneyOf(cost, prices.currency)),
  ];
  return (
    <footer className={styles.footer}>
      {tally.quiet > 0 && (
        <>
          <p>{words.quietCount(tally.quiet)}</p>
          <Segmented<Choices['quiet']>
            label={words.quietChoice}
            value={quiet}
            options={[
              { value: 'later', label: words.quietLater },
              { value: 'now', label: words.quietNow },
            ]}
            onChange={setQuiet}
          />
        </>
      )}
      <TroubleLine failure={start.isError ? failureOf(start.error) : undefined} />
      <div className={styles.tools}>
        <span className={styles.note} role="status">
          {said.filter(Boolean).join(' · ')}
        </span>
        <Button
          variant="primary"
          icon={<SendHorizontal />}
          disabled={obstacle !== undefined || start.isPending}
          title={obstacle}
          onClick={() =>
            start.mutate({ batchId, title: draft.title ?? '', rows: toBatch(rows, quiet) })
          }
        >
          {words.sendAll(tally.ready)}
        </Button>
      </div>
      {obstacle !== undefined && <p className={styles.note}>{obstacle}</p>}
    </footer>
  );
}
