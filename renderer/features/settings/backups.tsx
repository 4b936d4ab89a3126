import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask, failureOf } from '../../app/bridge.ts';
import { useSaveSettings, useSession, useSettings } from '../../app/queries.ts';
import { SaveTrouble } from '../../app/save-trouble.tsx';
import { strings } from '../../../shared/strings/strings.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { FolderOpen } from '../../ui/icons.ts';
import { Select } from '../../ui/select.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { BackupList } from './backup-list.tsx';
import styles from './settings.module.css';
import { countChoices } from './keep-choices.ts';
import { Move } from './move.tsx';
import { Card } from './card.tsx';
import { Setting } from './setting.tsx';

const words = strings.keeping.backups;

/** Copies of the archive: how many, where, and the way back to one. */
export function Backups() {
  const isDemo = useSession().data?.demo === true;
  return (
    <Card place="backups" {...(isDemo ? { sentence: words.demo } : {})}>
      {!isDemo && <Folder />}
    </Card>
  );
}

function Folder() {
  const client = useQueryClient();
  const backups = useQuery({ queryKey: ['backups'], queryFn: () => ask('backups.get', undefined) });
  const change = useMutation({
    networkMode: 'always',
    mutationFn: (how: 'backups.make' | 'backups.choose-folder') => ask(how, undefined),
    onSuccess: (view) => client.setQueryData(['backups'], view),
  });
  const view = backups.data;
  const reason = change.error ?? backups.error;
  const failure = reason ? failureOf(reason) : view?.failure;
  const trouble = failure && strings.failures(failure);
  const isBusy = change.isPending || view?.isRunning === true;
  if (backups.isPending) return <SkeletonRows rows={3} />;
  return (
    <>
      {trouble && (
        <Banner tone="danger" role="alert" title={trouble.title}>
          {trouble.advice}
        </Banner>
      )}
      {view && (
        <>
          <Facts facts={[[words.folder, view.folder]]} />
          {view.isDefaultFolder && <p className={styles.advice}>{words.sameDisk}</p>}
          <Counts />
          <div className={styles.actions}>
            <Button
              variant="primary"
              aria-disabled={isBusy}
              onClick={() => !isBusy && change.mutate('backups.make')}
            >
              {isBusy ? words.making : words.make}
            </Button>
            <Button
              icon={<FolderOpen />}
              aria-disabled={isBusy}
              onClick={() => !isBusy && change.mutate('backups.choose-folder')}
            >
              {words.chooseFolder}
            </Button>
          </div>
          <BackupList backups={view.backups} isBusy={isBusy} />
          <Move isBusy={isBusy} />
        </>
      )}
    </>
  );
}

function Counts() {
  const settings = useSettings().data;
  const save = useSaveSettings();
  const { backupDays, backupWeeks } = settings ?? {};
  return (
    <>
      <div className={styles.pair}>
        <Setting name="backupDays">
          <Select
            label={words.days}
            options={countChoices([0, 1, 3, 7, 14], backupDays, words.dayCount)}
            value={backupDays === undefined ? undefined : String(backupDays)}
            emptyText=""
            onChange={(value) => save.mutate({ backupDays: Number(value) })}
          />
        </Setting>
        <Setting name="backupWeeks">
          <Select
            label={words.weeks}
            options={countChoices([0, 2, 4, 8, 26, 52], backupWeeks, words.weekCount)}
            value={backupWeeks === undefined ? undefined : String(backupWeeks)}
            emptyText=""
            onChange={(value) => save.mutate({ backupWeeks: Number(value) })}
          />
        </Setting>
      </div>
      <SaveTrouble save={save} />
    </>
  );
}
