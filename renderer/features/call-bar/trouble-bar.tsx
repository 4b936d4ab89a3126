import { showTrouble, type CallTrouble } from '../../app/ui-store.ts';
import { callWithDevice, useCallParty } from '../../app/use-dial.ts';
import { en } from '../../../shared/strings/en.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { offersDevice, offersRetry } from '../../app/trouble.ts';

const { bar, dialer } = en.calls;

/** Why a call was not placed, and the ways on from there. */
export function TroubleBar({ trouble }: { readonly trouble: CallTrouble }) {
  const callParty = useCallParty();
  const { number, who, failure } = trouble;
  const words = en.failures(failure);
  const isShort = failure.message === 'number.short';
  return (
    <Banner
      tone={isShort ? 'info' : 'danger'}
      role="alert"
      isFlush
      title={`${bar.notPlaced(who)}: ${words.title}`}
      actions={
        <>
          {isShort && (
            <Button variant="primary" onClick={() => callParty({ number, who, confirmed: true })}>
              {dialer.shortConfirm}
            </Button>
          )}
          {offersDevice(failure) && (
            <Button onClick={() => void callWithDevice({ number, who })}>{bar.withDevice}</Button>
          )}
          {offersRetry(failure) && (
            <Button onClick={() => callParty({ number, who })}>{bar.again}</Button>
          )}
          <Button variant="quiet" onClick={() => showTrouble(undefined)}>
            {bar.dismiss}
          </Button>
        </>
      }
    >
      {words.advice}
    </Banner>
  );
}
