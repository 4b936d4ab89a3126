import type { E164 } from '../../../shared/model/ids.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { Ban } from '../../ui/icons.ts';
import { failureOf } from '../bridge.ts';
import { TroubleLine } from '../notes/trouble-line.tsx';
import styles from './do-not-call.module.css';
import { useAddDoNotCall, useListed, useRemoveDoNotCall } from './use-do-not-call.ts';

const words = strings.guards.doNotCall;

/** Whether someone is on the do-not-call list by any of their numbers, and the way on and off it. */
export function DoNotCallChoice({ numbers }: { readonly numbers: readonly E164[] }) {
  const listed = useListed(numbers);
  const add = useAddDoNotCall();
  const remove = useRemoveDoNotCall();
  if (numbers.length === 0 || listed === undefined) return null;
  const error = add.error ?? remove.error;
  const isBusy = add.isPending || remove.isPending;
  return (
    <div className={styles.choice}>
      {listed.length > 0 ? (
        <>
          <DoNotCallMark />
          <Button aria-disabled={isBusy} onClick={() => !isBusy && remove.mutate(listed)}>
            {words.takeOff}
          </Button>
        </>
      ) : (
        <Button
          icon={<Ban />}
          aria-disabled={isBusy}
          onClick={() => !isBusy && add.mutate({ numbers: numbers.join('\n') })}
        >
          {words.put}
        </Button>
      )}
      <TroubleLine failure={error ? failureOf(error) : undefined} />
    </div>
  );
}

/** *On your do-not-call list*, where someone is named. */
export function DoNotCallMark() {
  return (
    <span className={styles.mark}>
      <Ban aria-hidden="true" />
      {words.on}
    </span>
  );
}
