import type { Failure } from '../../../shared/failure.ts';
import { isToldAbove, offersDevice } from '../../app/trouble.ts';
import { en } from '../../../shared/strings/en.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Smartphone } from '../../ui/icons.ts';
import { refuse } from './dialer-store.ts';
import { standsByField } from './view-model.ts';

const { bar, dialer } = en.calls;

/** What is in the way of a call, beneath its buttons: a question, or the reason and another way. */
export function DialerTrouble(props: {
  readonly text: string;
  /** What the last attempt answered. */
  readonly failure: Failure | undefined;
  /** Why no attempt can be made now. */
  readonly off: Failure | undefined;
  readonly onConfirm: () => void;
  readonly onDevice: () => void;
}) {
  const { failure, off } = props;
  if (failure?.message === 'number.short') {
    return <ShortQuestion digits={props.text.trim()} onConfirm={props.onConfirm} />;
  }
  const told = failure && !standsByField(failure) ? failure : off;
  if (told === undefined) return null;
  const words = en.failures(told);
  return (
    <>
      {/* That RingCentral cannot be reached is told above all screens already. */}
      {!isToldAbove(told) && (
        <Banner tone="danger" role="alert" title={words.title}>
          {words.advice}
        </Banner>
      )}
      {offersDevice(told) && (
        <Button
          variant="primary"
          icon={<Smartphone />}
          disabled={props.text.trim() === ''}
          onClick={props.onDevice}
        >
          {bar.withDevice}
        </Button>
      )}
    </>
  );
}

function ShortQuestion(props: { readonly digits: string; readonly onConfirm: () => void }) {
  return (
    <Banner
      tone="info"
      role="alert"
      title={dialer.shortQuestion(props.digits)}
      actions={
        <>
          <Button variant="primary" onClick={props.onConfirm}>
            {dialer.shortConfirm}
          </Button>
          <Button onClick={() => refuse(undefined)}>{dialer.shortDecline}</Button>
        </>
      }
    />
  );
}
