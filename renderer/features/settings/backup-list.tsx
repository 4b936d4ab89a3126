import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { BackupView } from '../../../shared/model/keeping.ts';
import { ask, failureOf } from '../../app/bridge.ts';
import { dayAndTime } from '../../app/format.ts';
import { whenInWords } from '../../app/notes/view-model.ts';
import { useNow } from '../../app/use-now.ts';
import { fileSize } from '../../../shared/strings/file-size.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/dialog.tsx';
import styles from './backup-list.module.css';

const words = strings.keeping.backups;
/** As many as the usual rotation keeps. */
const shownAtFirst = 7;

/** The backups there are, the newest first, each a way back. */
export function BackupList(props: {
  readonly backups: readonly BackupView[];
  readonly isBusy: boolean;
}) {
  const [chosen, setChosen] = useState<BackupView>();
  const [isWhole, setIsWhole] = useState(false);
  const now = useNow();
  const restore = useMutation({
    networkMode: 'always',
    mutationFn: (id: string) => ask('backups.restore', { id }),
  });
  const trouble = restore.isError ? strings.failures(failureOf(restore.error)) : undefined;
  const isBusy = props.isBusy || restore.isPending;
  const shown = isWhole ? props.backups : props.backups.slice(0, shownAtFirst);
  const hidden = props.backups.length - shown.length;
  if (props.backups.length === 0) return <p className={styles.empty}>{words.empty}</p>;
  return (
    <div className={styles.field}>
      <h3>{words.list}</h3>
      {trouble && (
        <Banner tone="danger" role="alert" title={trouble.title}>
          {trouble.advice}
        </Banner>
      )}
      {restore.isPending && <p role="status">{words.restoring}</p>}
      <ul className={styles.list}>
        {shown.map((backup) => (
          <li key={backup.id} className={styles.row}>
            <span className={styles.when}>
              <span>{dayAndTime(backup.at, now)}</span>
              <span className={styles.detail}>
                {words.kinds[backup.kind]} · {fileSize(backup.sizeBytes)}
              </span>
            </span>
            <Button
              variant="quiet"
              aria-label={words.restoreOf(whenInWords(backup.at, now))}
              aria-disabled={isBusy}
              onClick={() => !isBusy && setChosen(backup)}
            >
              {words.restore}
            </Button>
          </li>
        ))}
      </ul>
      {hidden > 0 && <Button onClick={() => setIsWhole(true)}>{words.more(hidden)}</Button>}
      <Confirm
        title={words.question(chosen ? whenInWords(chosen.at, now) : '')}
        advice={words.warning}
        confirm={words.confirm}
        decline={strings.keeping.cancel}
        isDanger={false}
        isOpen={chosen !== undefined}
        onConfirm={() => {
          if (chosen) restore.mutate(chosen.id);
          setChosen(undefined);
        }}
        onClose={() => setChosen(undefined)}
      />
    </div>
  );
}
