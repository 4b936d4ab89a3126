import { useCallsAloud } from '../../app/announce/use-calls-aloud.ts';
import { LiveCall } from '../../app/live-call/live-call.tsx';
import { useActiveCalls } from '../../app/queries.ts';
import { useUi } from '../../app/ui-store.ts';
import { strings } from '../../../shared/strings/strings.ts';
import styles from './call-bar.module.css';
import { TroubleBar } from './trouble-bar.tsx';

const { bar } = strings.calls;

/** The calls being placed, running, or just over, and what became of the last attempt. */
export function CallBar() {
  const active = useActiveCalls().data;
  const calls = active ?? [];
  const trouble = useUi((ui) => ui.callTrouble);
  useCallsAloud(active);
  if (trouble === undefined && calls.length === 0) return null;
  return (
    <section aria-label={bar.label} className={styles.place}>
      {trouble && <TroubleBar trouble={trouble} />}
      {calls.map((call) => (
        <LiveCall key={call.id} call={call} />
      ))}
    </section>
  );
}
