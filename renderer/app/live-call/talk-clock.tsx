import type { ActiveCall } from '../../../shared/model/calls.ts';
import { useNow } from '../use-now.ts';
import styles from './live-call.module.css';
import { talkClock } from './view-model.ts';

const tickMs = 500;

/** The running clock, outside the live region: nobody wants every second read out. */
export function TalkClock({ call }: { readonly call: ActiveCall }) {
  return call.state === 'connected' ? <Ticking call={call} /> : null;
}

function Ticking({ call }: { readonly call: ActiveCall }) {
  const now = useNow(tickMs);
  return (
    <span role="timer" aria-live="off" className={styles.clock}>
      {talkClock(call, now)}
    </span>
  );
}
