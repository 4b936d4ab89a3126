import type { SessionView } from '../../../shared/model/session.ts';
import { QuietMenu } from '../../app/quiet/quiet-menu.tsx';
import { usePartyWords } from '../../app/party.ts';
import { openDiagnostics } from '../../app/ui-store.ts';
import { useNow } from '../../app/use-now.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { cx } from '../../ui/class-names.ts';
import { Clock, CloudOff, Info, Loader, Wifi } from '../../ui/icons.ts';
import styles from './status-line.module.css';
import { connectionWords, identityWords, pauseWords, pushWords } from './view-model.ts';

const icons = { good: Wifi, waiting: Loader, bad: CloudOff } as const;
const pauseTickMs = 5_000;

/** Who, where, from which number, and whether RingCentral can be reached. */
export function StatusLine({ session }: { readonly session: SessionView }) {
  const words = usePartyWords();
  const now = useNow(pauseTickMs);
  const connection = connectionWords(session);
  const pause = pauseWords(session.pausedGroups, now);
  const push = pushWords(session);
  const identity = identityWords(session, session.fromNumber && words.number(session.fromNumber));
  const Icon = icons[connection.tone];
  return (
    <footer className={styles.line} aria-label={strings.status.label}>
      {session.demo && (
        <span className={styles.demo}>
          <Info aria-hidden="true" />
          <span className={styles.demoLong}>{strings.status.demo}</span>
          <span className={styles.demoShort} aria-hidden="true">
            {strings.status.demoShort}
          </span>
        </span>
      )}
      <span role="status" className={cx(styles.state, styles[connection.tone])}>
        <Icon aria-hidden="true" />
        {connection.text}
      </span>
      {pause !== undefined && (
        <span className={cx(styles.state, styles.waiting)}>
          <Clock aria-hidden="true" />
          {pause}
        </span>
      )}
      {push !== undefined && <span className={styles.state}>{push}</span>}
      <span className={styles.identity}>
        {identity.map((part) => (
          <span key={part} className="figures">
            {part}{' '}
          </span>
        ))}
      </span>
      <span className={styles.quiet}>
        <QuietMenu />
      </span>
      {/* Over all of the line, so that pressing it anywhere asks how things stand. */}
      <button
        type="button"
        className={styles.hit}
        aria-label={strings.status.openDiagnostics}
        title={[...identity, '·', strings.diagnostics.openPage].join(' ')}
        onClick={openDiagnostics}
      />
    </footer>
  );
}
