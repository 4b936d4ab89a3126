import type { ApiView } from '../../../../shared/model/local-api.ts';
import { strings } from '../../../../shared/strings/strings.ts';
import { call, failureOf } from '../../../app/bridge.ts';
import { useSettings } from '../../../app/queries.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureState } from '../../../ui/failure-state.tsx';
import { ExternalLink } from '../../../ui/icons.ts';
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
      {settings && <Port key={settings.apiPort} saved={settings.apiPort} />}
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
      {isOpen && (
        <div className={cards.actions}>
          <Button
            variant="quiet"
            icon={<ExternalLink />}
            onClick={() => void call('outside.open-page', { url: `${standing.address}/` })}
          >
            {words.docs}
          </Button>
        </div>
      )}
    </div>
  );
}
