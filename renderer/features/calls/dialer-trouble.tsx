import type { Failure } from '../../../shared/failure.ts';
import { offersDevice } from '../../app/trouble.ts';
import { en } from '../../strings/en.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { refuse } from './dialer-store.ts';

const { bar, dialer } = en.calls;

/** What is in the way of a call, beneath its buttons: a question, or the reason and another way. */
export function DialerTrouble(props: {
  readonly text: string;
  readonly failure: Failure | undefined;
  readonly onConfirm: () => void;
  readonly onDevice: () => void;
}) {
  const { failure, text } = props;
  if (failure === undefined) return null;
  if (failure.message === 'number.short') {
    return (
      <Banner
        tone="info"
        role="alert"
        title={dialer.shortQuestion(text.trim())}
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
  // The sentence stands beside the field already.
  if (failure.field === 'number') return null;
  const words = en.failures(failure);
  return (
    <Banner
      tone={failure.kind === 'offline' ? 'warning' : 'danger'}
      role="alert"
      title={words.title}
      actions={
        offersDevice(failure) &&
        text.trim() !== '' && <Button onClick={props.onDevice}>{bar.withDevice}</Button>
      }
    >
      {words.advice}
    </Banner>
  );
}
