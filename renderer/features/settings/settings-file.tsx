import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SettingsFileDraft } from '../../../shared/model/settings.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { ask, failureOf } from '../../app/bridge.ts';
import { TroubleLine } from '../../app/notes/trouble-line.tsx';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/dialog.tsx';
import { Card } from './card.tsx';
import { changeLines, removesHistory, skippedLines } from './file-model.ts';
import styles from './settings.module.css';

const words = strings.settingsPage.file;

/** All choices to a file and from one, and back to what they were. */
export function SettingsFile() {
  const client = useQueryClient();
  const [draft, setDraft] = useState<SettingsFileDraft>();
  const [isAsking, setIsAsking] = useState(false);
  const refresh = (): Promise<void> => client.invalidateQueries({ queryKey: ['settings'] });
  const always = { networkMode: 'always' } as const;
  const write = useMutation({ ...always, mutationFn: () => ask('settings.export', undefined) });
  const read = useMutation({
    ...always,
    mutationFn: () => ask('settings.read-file', undefined),
    onSuccess: setDraft,
  });
  const apply = useMutation({
    ...always,
    mutationFn: (id: string) => ask('settings.apply-file', { id }),
    onSuccess: refresh,
  });
  const reset = useMutation({
    ...always,
    mutationFn: () => ask('settings.reset', {}),
    onSuccess: refresh,
  });
  const all = [write, read, apply, reset];
  const begin = (work: () => void) => (): void => {
    if (all.some(({ isPending }) => isPending)) return;
    all.forEach((each) => each.reset());
    work();
  };
  const failed = all.find(({ isError }) => isError);
  const told = [
    write.data && words.exported(write.data.fileName),
    apply.isSuccess && words.applied,
    reset.isSuccess && words.isReset,
  ].find(Boolean);
  return (
    <Card place="settings-file">
      <p className={styles.advice}>{words.holds}</p>
      <div className={styles.actions}>
        <Button onClick={begin(() => write.mutate())}>{words.export}</Button>
        <Button onClick={begin(() => read.mutate())}>{words.import}</Button>
        <Button onClick={begin(() => setIsAsking(true))}>{words.resetAll}</Button>
      </div>
      <p role="status" className={told ? undefined : 'read-only-aloud'}>
        {told}
      </p>
      <TroubleLine failure={failed?.error ? failureOf(failed.error) : undefined} />
      {draft && (
        <Preview
          draft={draft}
          onApply={() => {
            apply.mutate(draft.id);
            setDraft(undefined);
          }}
          onClose={() => setDraft(undefined)}
        />
      )}
      <Confirm
        title={words.resetQuestion}
        advice={words.resetAdvice}
        confirm={words.resetConfirm}
        decline={words.cancel}
        isOpen={isAsking}
        onConfirm={() => {
          setIsAsking(false);
          reset.mutate();
        }}
        onClose={() => setIsAsking(false)}
      />
    </Card>
  );
}

/** What a file would change, and what of it is left out: nothing has happened yet. */
function Preview(props: {
  readonly draft: SettingsFileDraft;
  readonly onApply: () => void;
  readonly onClose: () => void;
}) {
  const { draft, onApply, onClose } = props;
  const lines = changeLines(draft);
  const skipped = skippedLines(draft);
  const isNothing = lines.length === 0;
  return (
    <Confirm
      title={words.question(draft.fileName)}
      advice={isNothing ? words.noChanges : words.changes(lines.length)}
      confirm={isNothing ? strings.app.close : words.apply}
      decline={words.cancel}
      isDanger={removesHistory(draft)}
      isWide
      isOpen
      onConfirm={isNothing ? onClose : onApply}
      onClose={onClose}
    >
      {removesHistory(draft) && <p className={styles.warning}>{words.keepsLess}</p>}
      {/* It scrolls by itself, so that the keyboard has to be able to enter it. */}
      <div
        className={styles.preview}
        role="region"
        aria-label={words.tableLabel}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        {!isNothing && (
          <table className={styles.table} aria-label={words.tableLabel}>
            <thead>
              <tr>
                <th scope="col">{words.setting}</th>
                <th scope="col">{words.now}</th>
                <th scope="col">{words.after}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map(({ name, label, before, after }) => (
                <tr key={name}>
                  <th scope="row">{label}</th>
                  <td>{before}</td>
                  <td>{after}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {draft.isNewer && <p>{words.newer}</p>}
        {skipped.length > 0 && (
          <>
            <p>{words.skipped(skipped.length)}</p>
            <ul className={styles.skipped}>
              {skipped.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Confirm>
  );
}
