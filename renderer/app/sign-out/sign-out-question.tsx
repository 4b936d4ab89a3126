import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { strings } from '../../../shared/strings/strings.ts';
import { Choices } from '../../ui/choices.tsx';
import { Confirm } from '../../ui/dialog.tsx';
import { tellNews } from '../actions/news.ts';
import { call } from '../bridge.ts';
import { dismissImported } from '../import-outcome.ts';
import { takeWay } from '../sign-in.ts';
import { useUi } from '../ui-store.ts';
import { stopAsking, useSignOut } from './store.ts';

const words = strings.settings;
type Archive = keyof typeof words.archive;

/** Over whatever is open: what becomes of the archive, kept unless the user says otherwise. */
export function SignOutQuestion() {
  const { isAsking, times } = useSignOut();
  return <Question key={times} isOpen={isAsking} />;
}

function Question({ isOpen }: { readonly isOpen: boolean }) {
  const client = useQueryClient();
  const [archive, setArchive] = useState<Archive>('keep');
  const eraseArchive = archive === 'erase';
  const leave = (): void => {
    stopAsking();
    dismissImported();
    void takeWay(client, 'sign-out', () => call('session.sign-out', { eraseArchive })).then(
      (result) => {
        // The settings say themselves why not.
        if (result?.ok === false && useUi.getState().screen !== 'settings') {
          tellNews({ kind: 'failed', failure: result.failure });
        }
      },
    );
  };
  return (
    <Confirm
      title={words.signOutQuestion}
      advice={words.signOutAdvice}
      confirm={eraseArchive ? words.signOutAndErase : words.signOut}
      decline={words.stay}
      isDanger={eraseArchive}
      isOpen={isOpen}
      onConfirm={leave}
      onClose={stopAsking}
    >
      <Choices<Archive>
        label={words.archiveLabel}
        value={archive}
        options={[
          { value: 'keep', ...words.archive.keep },
          { value: 'erase', ...words.archive.erase, isDanger: true },
        ]}
        onChange={setArchive}
      />
    </Confirm>
  );
}
