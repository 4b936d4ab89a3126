import { closeDetail, useUi } from '../../app/ui-store.ts';
import { en } from '../../strings/en.ts';
import { Panes } from '../../ui/panes.tsx';
import { CallDetail } from './call-detail.tsx';
import { Dialer } from './dialer.tsx';
import { HistoryList } from './history-list.tsx';
import { NothingChosen } from './nothing-chosen.tsx';
import { useCallHistory } from './use-call-history.ts';

/** The dialer over the call history, and the call that was chosen. */
export function CallsView() {
  const history = useCallHistory();
  const chosen = useUi((ui) => ui.callId);
  const call = history.calls.find(({ id }) => id === chosen);
  return (
    <Panes
      isDetailOpen={call !== undefined}
      detailLabel={en.calls.detail.facts}
      list={
        <>
          <h1 className="read-only-aloud">{en.app.screens.calls}</h1>
          <Dialer>
            <HistoryList history={history} />
          </Dialer>
        </>
      }
      detail={
        call ? (
          <CallDetail call={call} calls={history.calls} now={history.now} onBack={closeDetail} />
        ) : (
          <NothingChosen />
        )
      }
    />
  );
}
