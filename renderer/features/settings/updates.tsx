import type { UpdateChannel } from '../../../shared/model/app.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { useSaveSettings, useSettings } from '../../app/queries.ts';
import { SaveTrouble } from '../../app/save-trouble.tsx';
import { useUpdateCall, useUpdates } from '../../app/updates/use-updates.ts';
import { stateWords } from '../../app/updates/view-model.ts';
import { useNow } from '../../app/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Card } from './card.tsx';
import styles from './settings.module.css';
import { Setting } from './setting.tsx';
import { OnOff } from './on-off.tsx';

const words = strings.updates;

/** Whether, how and when Sidetone becomes newer. */
export function Updates() {
  const now = useNow();
  const view = useUpdates();
  const settings = useSettings().data;
  const save = useSaveSettings();
  const check = useUpdateCall('updates.check');
  const install = useUpdateCall('updates.install');
  if (view?.canUpdate === false) return <Card place="updates" sentence={words.notHere} />;
  const isBusy = view?.state.name === 'checking' || view?.state.name === 'downloading';
  return (
    <Card place="updates" isBusy={view === undefined}>
      <OnOff name="checkForUpdates" label={words.look} on={words.on} off={words.off} />
      <Setting name="updateChannel">
        <Segmented<UpdateChannel>
          label={words.channel}
          value={settings?.updateChannel ?? 'stable'}
          options={[
            { value: 'stable', label: words.channels.stable },
            { value: 'beta', label: words.channels.beta },
          ]}
          onChange={(updateChannel) => save.mutate({ updateChannel })}
        />
        <p className={styles.advice}>{words.channelAdvice}</p>
      </Setting>
      <p role="status">{view && stateWords(view, now)}</p>
      {view?.state.name === 'ready' && view.obstacle && (
        <p className={styles.advice}>{words.obstacles[view.obstacle]}</p>
      )}
      <div className={styles.actions}>
        {view?.state.name === 'ready' ? (
          <Button
            variant="primary"
            aria-disabled={view.obstacle !== undefined}
            onClick={() => view.obstacle === undefined && install.mutate()}
          >
            {words.restart}
          </Button>
        ) : (
          <Button aria-disabled={isBusy} onClick={() => !isBusy && check.mutate()}>
            {words.check}
          </Button>
        )}
      </div>
      <SaveTrouble save={save} />
      <SaveTrouble save={check} />
      <SaveTrouble save={install} />
    </Card>
  );
}
