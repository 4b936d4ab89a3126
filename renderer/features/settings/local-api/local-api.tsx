import type { ApiView } from '../../../../shared/model/local-api.ts';
import { strings } from '../../../../shared/strings/strings.ts';
import { failureOf } from '../../../app/bridge.ts';
import { useSettings } from '../../../app/queries.ts';
import { CopyLine } from '../../../ui/copy-line.tsx';
import { FailureState } from '../../../ui/failure-state.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { Card } from '../card.tsx';
import { OnOff } from '../on-off.tsx';
import cards from '../settings.module.css';
import { Origins } from './origins.tsx';
import { Port } from './port.tsx';
import { Programs } from './programs.tsx';
import { useLocalApi } from './use-local-api.ts';
import { standingWords } from './view-model.ts';
import styles from './local-api.module.css';

const words = strings.localApi.settings;

/** The door for other programs: whether it is open, where, and who has a token. */
export function LocalApi() {
  const api = useLocalApi();
  const settings = useSettings().data;
  return (
    <Card place="local-api" isBusy={api.isPending}>
      <OnOff name="apiEnabled" label={words.switch} on={words.on} off={words.off} first="off" />
      {api.isPending && <SkeletonRows rows={2} />}
      {api.isError && (
        <FailureState failure={failureOf(api.error)} onRetry={() => void api.refetch()} />
      )}
      {api.data && <Standing standing={api.data.standing} />}
      {settings && <Port saved={settings.apiPort} />}
      {api.data && <Programs programs={api.data.programs} />}
      {settings && <Origins origins={settings.apiOrigins} />}
    </Card>
  );
}

function Standing({ standing }: Pick<ApiView, 'standing'>) {
  const { text, isTrouble } = standingWords(standing);
  const isOpen = standing.state === 'listening';
  return (
    <div className={cards.choice}>
      <p role="status" className={isTrouble ? styles.trouble : cards.advice}>
        {text}
      </p>
      {/* An address of this computer is handed to no other program: it is for the user to take along. */}
      {isOpen && (
        <CopyLine
          label={words.docs}
          text={`${standing.address}/`}
          words={strings.localApi.create}
        />
      )}
    </div>
  );
}
