import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../app/bridge.ts';
import { dismissImported } from '../../app/import-outcome.ts';
import { takeWay, useSignIn } from '../../app/sign-in.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { Choices } from '../../ui/choices.tsx';
import { Confirm } from '../../ui/dialog.tsx';

const words = strings.settings;
type Archive = keyof typeof words.archive;

/** The way out, and what becomes of the archive on it: kept, unless the user says otherwise. */
export function SignOut() {
  const client = useQueryClient();
  const isBusy = useSignIn(({ working }) => working !== undefined);
  const isSigningOut = useSignIn(({ working }) => working === 'sign-out');
  const [isAsking, setIsAsking] = useState(false);
  const [archive, setArchive] = useState<Archive>('keep');
  const eraseArchive = archive === 'erase';

  const begin = (): void => {
    if (isBusy) return;
    // What was chosen in a dialog that was closed is not a choice.
    setArchive('keep');
    setIsAsking(true);
  };
  const leave = (): void => {
    setIsAsking(false);
    dismissImported();
    void takeWay(client, 'sign-out', () => call('session.sign-out', { eraseArchive }));
  };

  return (
    <>
      <Button aria-disabled={isBusy} onClick={begin}>
        {isSigningOut ? words.signingOut : words.signOut}
      </Button>
      <Confirm
        title={words.signOutQuestion}
        advice={words.signOutAdvice}
        confirm={eraseArchive ? words.signOutAndErase : words.signOut}
        decline={words.stay}
        isDanger={eraseArchive}
        isOpen={isAsking}
        onConfirm={leave}
        onClose={() => setIsAsking(false)}
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
    </>
  );
}
