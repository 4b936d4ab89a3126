import type { Check, CheckFix, CheckItem } from '../../../shared/model/diagnostics.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import styles from './diagnostics.module.css';
import { OutcomeIcon } from './outcome-icon.tsx';
import { itemWords } from './view-model.ts';

const words = strings.diagnostics;

/** One check: how it stands, what was found, and what mends it. */
export function CheckRow(props: {
  readonly check: Check;
  readonly now: EpochMs;
  readonly isBusy: boolean;
  readonly onFix: (fix: CheckFix) => void;
}) {
  const { check, onFix } = props;
  const { fix } = check;
  const { title, advice } = strings.findings(check.finding, check.params);
  return (
    // The summary leads here: the focus has to have somewhere to stand.
    <li id={`check-${check.id}`} tabIndex={-1} className={styles.check}>
      <OutcomeIcon outcome={check.outcome} />
      <h3 className={styles.name}>{words.checks[check.id]}</h3>
      <span className={cx(styles.outcome, styles[check.outcome])}>
        {words.outcomes[check.outcome]}
      </span>
      <div className={styles.found}>
        <p>{title}</p>
        {advice !== undefined && <p className={styles.advice}>{advice}</p>}
        {fix !== undefined && (
          <Button
            className={styles.fix}
            aria-disabled={props.isBusy}
            onClick={() => !props.isBusy && onFix(fix)}
          >
            {words.fixes[fix]}
          </Button>
        )}
        <Items check={check} now={props.now} />
      </div>
    </li>
  );
}

/** The parts of a check: those that want something stand open, the rest is there on demand. */
function Items({ check, now }: { readonly check: Check; readonly now: EpochMs }) {
  if (check.items.length === 0) return null;
  const fine = check.items.filter(({ outcome }) => outcome === 'pass');
  const others = check.items.filter(({ outcome }) => outcome !== 'pass');
  const title = others.length === 0 ? words.items.all : words.items.fine;
  return (
    <div className={styles.parts}>
      {others.length > 0 && <ItemList check={check} items={others} now={now} />}
      {fine.length > 0 && (
        <Disclosure title={title(fine.length)}>
          <ItemList check={check} items={fine} now={now} />
        </Disclosure>
      )}
    </div>
  );
}

function ItemList(props: {
  readonly check: Check;
  readonly items: readonly CheckItem[];
  readonly now: EpochMs;
}) {
  return (
    <ul className={styles.items}>
      {props.items.map((item) => {
        const { name, detail } = itemWords(props.check.id, item, props.now);
        return (
          <li key={item.name} className={styles.item}>
            <OutcomeIcon outcome={item.outcome} />
            <span>{name}</span>
            <span className={styles.detail}>{detail}</span>
          </li>
        );
      })}
    </ul>
  );
}
