import type { CallRow } from '../../../shared/model/calls.ts';
import { OutcomeLine } from '../../app/calls/outcome-line.tsx';
import { dayAndTime, fullTime, shortWhen } from '../../app/format.ts';
import { PersonHead } from '../../app/person-head.tsx';
import { openCall } from '../../app/ui-store.ts';
import { en } from '../../strings/en.ts';
import { Facts } from '../../ui/facts.tsx';
import { PaneHead } from '../../ui/panes.tsx';
import styles from './call-detail.module.css';
import { callsWithSame } from './view-model.ts';

const { detail } = en.calls;
const mostRecent = 8;

/** One call: who it was with, what became of it, and the other calls with them. */
export function CallDetail(props: {
  readonly call: CallRow;
  readonly calls: readonly CallRow[];
  readonly now: number;
  readonly onBack: () => void;
}) {
  const { call, now } = props;
  const others = callsWithSame(call, props.calls).slice(0, mostRecent);
  const reason = call.failure && en.failures(call.failure);
  return (
    <>
      <PaneHead onBack={props.onBack}>
        <span className={styles.title}>{detail.title}</span>
      </PaneHead>
      <div className={styles.page}>
        <PersonHead party={call.party} />
        <Facts
          title={detail.facts}
          facts={[
            [detail.outcome, <OutcomeLine key="outcome" call={call} />],
            [
              detail.started,
              <time key="started" title={fullTime(call.startedAt)}>
                {dayAndTime(call.startedAt, now)}
              </time>,
            ],
            [detail.reason, reason && `${reason.title}. ${reason.advice}`],
            [detail.company, call.party.company],
          ]}
        />
        {others.length > 0 && (
          <section className={styles.recent}>
            <h3>{detail.recent}</h3>
            <ul>
              {others.map((other) => (
                <li key={other.id}>
                  <button type="button" className={styles.other} onClick={() => openCall(other.id)}>
                    <OutcomeLine call={other} />
                    <span className="figures">{shortWhen(other.startedAt, now)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </>
  );
}
