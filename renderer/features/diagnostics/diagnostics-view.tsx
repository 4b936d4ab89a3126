import type { DiagnosticsReport } from '../../../shared/model/diagnostics.ts';
import { failureOf } from '../../app/bridge.ts';
import { timeOfDay } from '../../app/format.ts';
import { closeDetail } from '../../app/ui-store.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { FailureState } from '../../ui/failure-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { ChevronLeft, Loader, RefreshCw } from '../../ui/icons.ts';
import { CheckRow } from './check-row.tsx';
import { CheckSkeleton } from './check-skeleton.tsx';
import styles from './diagnostics.module.css';
import { OutcomeIcon } from './outcome-icon.tsx';
import { ReportPanel } from './report-panel.tsx';
import { useDiagnostics, useFix } from './use-diagnostics.ts';
import { groups, summaryOf, troubled } from './view-model.ts';

const words = strings.diagnostics;

/** What has to work, whether it does, and what to do where it does not. */
export function DiagnosticsView() {
  const query = useDiagnostics();
  const report = query.data;
  const isBusy = query.isFetching;
  const isBroken = query.isError && !isBusy;
  const run = (): void => {
    if (!isBusy) void query.refetch();
  };
  const trouble = isBroken && report ? strings.failures(failureOf(query.error)) : undefined;
  return (
    <div className={styles.page}>
      <div className={styles.column}>
        <Head isBusy={isBusy} onRun={run} />
        {isBroken && !report ? (
          <FailureState failure={failureOf(query.error)} onRetry={run} />
        ) : (
          <>
            <Summary report={report} isBusy={isBusy} />
            {trouble && (
              <Banner tone="danger" role="alert" title={trouble.title}>
                {trouble.advice}
              </Banner>
            )}
            {report ? <Results report={report} isBusy={isBusy} onRun={run} /> : <CheckSkeleton />}
          </>
        )}
      </div>
    </div>
  );
}

function Head(props: { readonly isBusy: boolean; readonly onRun: () => void }) {
  return (
    <header className={styles.head}>
      <IconButton
        label={strings.app.back}
        hint={false}
        icon={<ChevronLeft />}
        onClick={closeDetail}
      />
      <h1 tabIndex={-1} data-screen-focus>
        {words.title}
      </h1>
      {/* Not disabled while it runs: the focus would fall out of it. */}
      <Button icon={<RefreshCw />} aria-disabled={props.isBusy} onClick={props.onRun}>
        {words.run}
      </Button>
    </header>
  );
}

/** All of it in one line, and the ways to what wants attention. */
function Summary(props: {
  readonly report: DiagnosticsReport | undefined;
  readonly isBusy: boolean;
}) {
  const { report, isBusy } = props;
  const summary = report && !isBusy ? summaryOf(report.checks) : undefined;
  return (
    <section className={cx(styles.card, styles.summary)}>
      {summary ? (
        <OutcomeIcon outcome={summary.outcome} />
      ) : (
        <Loader aria-hidden="true" className={cx(styles.icon, styles.busy)} />
      )}
      <div className={styles.found}>
        <p role="status" className={styles.headline}>
          {summary?.text ?? words.running}
        </p>
        <p className={styles.advice}>
          {report ? words.checkedAt(timeOfDay(report.at)) : words.advice}
        </p>
      </div>
      {report && troubled(report.checks).length > 0 && (
        <ul className={cx(styles.links, isBusy && styles.stale)}>
          {troubled(report.checks).map(({ id, outcome }) => (
            <li key={id}>
              <Button
                className={styles.link}
                icon={<OutcomeIcon outcome={outcome} />}
                aria-label={words.goTo(words.checks[id])}
                onClick={() => document.getElementById(`check-${id}`)?.focus()}
              >
                {words.checks[id]}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Results(props: {
  readonly report: DiagnosticsReport;
  readonly isBusy: boolean;
  readonly onRun: () => void;
}) {
  const { report, isBusy } = props;
  const fix = useFix(props.onRun);
  return (
    <>
      {groups.map((group) => (
        <section
          key={group.id}
          className={cx(styles.card, styles.group, isBusy && styles.stale)}
          aria-labelledby={`group-${group.id}`}
          aria-busy={isBusy}
        >
          <h2 id={`group-${group.id}`}>{words.groups[group.id]}</h2>
          <ul>
            {report.checks
              .filter(({ id }) => group.checks.includes(id))
              .map((check) => (
                <CheckRow
                  key={check.id}
                  check={check}
                  now={report.at}
                  isBusy={isBusy}
                  onFix={fix}
                />
              ))}
          </ul>
        </section>
      ))}
      <ReportPanel report={report} />
    </>
  );
}
