import { LiveCall } from '../../app/live-call/live-call.tsx';
import { barWords } from '../../app/live-call/view-model.ts';
import { usePartyWords } from '../../app/party.ts';
import { useActiveCalls } from '../../app/queries.ts';
import { useUi } from '../../app/ui-store.ts';
import { strings } from '../../../shared/strings/strings.ts';
import styles from './call-bar.module.css';
import { TroubleBar } from './trouble-bar.tsx';

const { bar } = strings.calls;

/** The calls being placed, running, or just over, and what became of the last attempt. */
export function CallBar() {
  const calls = useActiveCalls().data ?? [];
  const trouble = useUi((ui) => ui.callTrouble);
  const words = usePartyWords();
  const newest = calls[0];
  return (
    <>
      {/* Always there, so that readers hear the first change too. */}
      <div role="status" className="read-only-aloud">
        {newest && barWords(newest, words.title(newest.party)).state}
      </div>
      {(trouble ?? newest) !== undefined && (
        <section aria-label={bar.label} className={styles.place}>
          {trouble && <TroubleBar trouble={trouble} />}
          {calls.map((call) => (
            <LiveCall key={call.id} call={call} />
          ))}
        </section>
      )}
    </>
  );
}
