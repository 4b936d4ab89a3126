import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { strings } from '../../../shared/strings/strings.ts';
import { ask, failureOf } from '../../app/bridge.ts';
import { TroubleLine } from '../../app/notes/trouble-line.tsx';
import { useSettingsStanding } from '../../app/queries.ts';
import type { SettingsCard } from '../../app/settings-index.ts';
import { Confirm } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { RotateCcw } from '../../ui/icons.ts';

const words = strings.settingsPage.reset;

/** Takes back what was chosen on a card, while there is something to take back. */
export function ResetCard(props: {
  readonly card: Pick<SettingsCard, 'title' | 'holds'>;
  readonly onDone: () => void;
}) {
  const { title, holds } = props.card;
  const client = useQueryClient();
  const standing = useSettingsStanding().data;
  const [isAsking, setIsAsking] = useState(false);
  const names = holds.filter(
    (name) => standing?.changed.includes(name) === true && !standing.locked.includes(name),
  );
  const reset = useMutation({
    networkMode: 'always',
    mutationFn: () => ask('settings.reset', { names: names.filter(isChosenHere) }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['settings'] });
      // The button is gone: the keyboard goes on at the card.
      props.onDone();
    },
  });
  return (
    <>
      {names.length > 0 && (
        <IconButton
          label={words.buttonOf(title)}
          hint={words.button}
          icon={<RotateCcw />}
          onClick={() => setIsAsking(true)}
        />
      )}
      <TroubleLine failure={reset.error ? failureOf(reset.error) : undefined} />
      <span role="status" className="read-only-aloud">
        {reset.isSuccess && names.length === 0 && words.done(title)}
      </span>
      <Confirm
        title={words.question(title)}
        advice={words.advice}
        confirm={words.confirm}
        decline={words.cancel}
        isOpen={isAsking}
        onConfirm={() => {
          setIsAsking(false);
          reset.mutate();
        }}
        onClose={() => setIsAsking(false)}
      />
    </>
  );
}

/** A folder is chosen in a dialog of the system's, and taken back there. */
const isChosenHere = <Name extends string>(name: Name): name is Exclude<Name, 'backupFolder'> =>
  name !== 'backupFolder';
