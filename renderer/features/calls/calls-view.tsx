import { failureOf } from '../../app/bridge.ts';
import { closeDetail, useUi } from '../../app/ui-store.ts';
import { useNow } from '../../app/use-now.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Empty } from '../../ui/empty.tsx';
import { FailureState } from '../../ui/failure-state.tsx';
import { Phone } from '../../ui/icons.ts';
import { PaneHead, Panes } from '../../ui/panes.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { CallDetail } from './call-detail.tsx';
import { Dialer } from './dialer.tsx';
import { HistoryList } from './history-list.tsx';
import { NothingChosen } from './nothing-chosen.tsx';
import { useCall, useHasCalls } from './use-calls.ts';

/** The dialer over the call history, and the call that was chosen. */
export function CallsView() {
  const chosen = useUi((ui) => ui.callId);
  return (
    <Panes
      isDetailOpen={chosen !== undefined}
      detailLabel={strings.calls.detail.facts}
      list={
        <>
          <h1 className="read-only-aloud">{strings.app.screens.calls}</h1>
          <Dialer>
            <HistoryList />
          </Dialer>
        </>
      }
      detail={<Detail />}
    />
  );
}

function Detail() {
  const chosen = useUi((ui) => ui.callId);
  const query = useCall(chosen);
  const now = useNow();
  const hasCalls = useHasCalls();
  if (chosen === undefined) return <NothingChosen hasCalls={hasCalls} />;
  if (query.data) return <CallDetail call={query.data} now={now} onBack={closeDetail} />;
  return (
    <>
      <PaneHead onBack={closeDetail}>{strings.calls.detail.title}</PaneHead>
      {query.isPending && <SkeletonRows rows={4} />}
      {query.isError && (
        <FailureState failure={failureOf(query.error)} onRetry={() => void query.refetch()} />
      )}
      {query.data === null && <Empty icon={<Phone />}>{strings.calls.detail.gone}</Empty>}
    </>
  );
}
