import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, failureOf } from '../../app/bridge.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/dialog.tsx';
import styles from './settings.module.css';

const words = strings.keeping.backups;

/** Archive and settings as one file, to another computer and from one. */
export function Move(props: { readonly isBusy: boolean }) {
  const [isAsking, setIsAsking] = useState(false);
  const moveOut = useMutation({
    networkMode: 'always',
    mutationFn: () => ask('backups.move-out', undefined),
  });
  const moveIn = useMutation({
    networkMode: 'always',
    mutationFn: () => ask('backups.move-in', undefined),
  });
  const error = moveOut.error ?? moveIn.error;
  const trouble = error ? strings.failures(failureOf(error)) : undefined;
  const isBusy = props.isBusy || moveOut.isPending || moveIn.isPending;
  const begin = (work: () => void) => (): void => {
    if (isBusy) return;
    moveOut.reset();
    moveIn.reset();
    work();
  };
  return (
    <div className={styles.choice}>
      <h3>{words.move}</h3>
      <p className={styles.advice}>{words.moveAdvice}</p>
      {trouble && (
        <Banner tone="danger" role="alert" title={trouble.title}>
          {trouble.advice}
        </Banner>
      )}
      {moveOut.data === true && <p role="status">{words.movedOut}</p>}
      <div className={styles.actions}>
        <Button aria-disabled={isBusy} onClick={begin(() => moveOut.mutate())}>
          {moveOut.isPending ? words.movingOut : words.moveOut}
        </Button>
        <Button aria-disabled={isBusy} onClick={begin(() => setIsAsking(true))}>
          {moveIn.isPending ? words.movingIn : words.moveIn}
        </Button>
      </div>
      <Confirm
        title={words.moveInQuestion}
        advice={words.moveInAdvice}
        confirm={words.moveInConfirm}
        decline={strings.keeping.cancel}
        isDanger={false}
        isOpen={isAsking}
        onConfirm={() => {
          setIsAsking(false);
          moveIn.mutate();
        }}
        onClose={() => setIsAsking(false)}
      />
    </div>
  );
}
