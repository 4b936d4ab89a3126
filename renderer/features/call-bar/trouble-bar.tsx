import { CallQuestion } from '../../app/call-question/call-question.tsx';
import { noAnswers, questionOf, sayYes } from '../../app/call-question/view-model.ts';
import { showTrouble, type CallTrouble } from '../../app/ui-store.ts';
import { callWithDevice, useCallParty } from '../../app/use-dial.ts';
import { en } from '../../../shared/strings/en.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { offersDevice, offersRetry } from '../../app/trouble.ts';

const { bar } = en.calls;

/** Why a call was not placed, or what has to be answered first, and the ways on from there. */
export function TroubleBar({ trouble }: { readonly trouble: CallTrouble }) {
  const callParty = useCallParty();
  const { failure, ...request } = trouble;
  const { number, who } = request;
  const question = questionOf(failure);
  if (question !== undefined) {
    return (
      <CallQuestion
        question={question}
        number={number}
        who={who}
        isFlush
        onYes={(reason) =>
          callParty({ ...request, ...sayYes({ ...noAnswers, ...request }, question, reason) })
        }
        onNo={() => showTrouble(undefined)}
      />
    );
  }
  const words = en.failures(failure);
  return (
    <Banner
      tone="danger"
      role="alert"
      isFlush
      title={`${bar.notPlaced(who)}: ${words.title}`}
      actions={
        <>
          {offersDevice(failure) && (
            <Button onClick={() => void callWithDevice({ number, who })}>{bar.withDevice}</Button>
          )}
          {offersRetry(failure) && <Button onClick={() => callParty(request)}>{bar.again}</Button>}
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
