import type { Failure } from '../../../shared/failure.ts';
import type { CallQuestion as Question } from '../../../shared/model/calls.ts';
import { CallQuestion } from '../../app/call-question/call-question.tsx';
import { questionOf } from '../../app/call-question/view-model.ts';
import { isToldAbove, offersDevice } from '../../app/trouble.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Smartphone } from '../../ui/icons.ts';
import { decline } from './dialer-store.ts';
import { standsByField } from './view-model.ts';

const { bar } = strings.calls;

/** What is in the way of a call, beneath its buttons: a question, or the reason and another way. */
export function DialerTrouble(props: {
  readonly target: { readonly number: string; readonly who: string };
  /** What the last attempt answered. */
  readonly failure: Failure | undefined;
  /** Why no attempt can be made now. */
  readonly off: Failure | undefined;
  readonly onYes: (question: Question, reason: string) => void;
  readonly onDevice: () => void;
}) {
  const { target, failure, off } = props;
  const question = questionOf(failure);
  if (question !== undefined) {
    return (
      <CallQuestion
        question={question}
        number={target.number}
        who={target.who}
        onYes={(reason) => props.onYes(question, reason)}
        onNo={decline}
      />
    );
  }
  const told = failure && !standsByField(failure) ? failure : off;
  if (told === undefined) return null;
  const words = strings.failures(told);
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
          disabled={target.number.trim() === ''}
          onClick={props.onDevice}
        >
          {bar.withDevice}
        </Button>
      )}
    </>
  );
}
