import { useEffect, useRef, type KeyboardEvent } from 'react';
import { CallQuestion } from '../../app/call-question/call-question.tsx';
import { noAnswers, questionOf, sayYes } from '../../app/call-question/view-model.ts';
import { useReturnFocus } from '../../app/return-focus.ts';
import { waysOnFrom } from '../../app/trouble.ts';
import type { CallTrouble } from '../../app/calls/call-trouble.ts';
import { showTrouble } from '../../app/ui-store.ts';
import { callWithDevice, useCallParty } from '../../app/use-dial.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './call-bar.module.css';

const { bar } = strings.calls;

/** Why a call was not placed, or what has to be answered first, and the ways on from there. */
export function TroubleBar({ trouble }: { readonly trouble: CallTrouble }) {
  const question = questionOf(trouble.failure);
  const place = useRef<HTMLDivElement>(null);
  useReturnFocus(place);
  // A question has the keyboard, but none of its buttons: no Enter that is held answers it. Whoever
  // has begun to write meanwhile goes on writing.
  useEffect(() => {
    const isWriting = document.activeElement instanceof HTMLTextAreaElement;
    if (question !== undefined && !isWriting) place.current?.focus();
  }, [question]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    dismiss();
  };
  return (
    // Escape puts it away from anywhere within, as its button does.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={place} tabIndex={-1} className={styles.trouble} onKeyDown={onKeyDown}>
      {question === undefined ? (
        <NotPlaced trouble={trouble} />
      ) : (
        <Question question={question} trouble={trouble} />
      )}
    </div>
  );
}

function Question(props: {
  readonly question: NonNullable<ReturnType<typeof questionOf>>;
  readonly trouble: CallTrouble;
}) {
  const { question, trouble } = props;
  const { failure: _, ...request } = trouble;
  const callParty = useCallParty();
  return (
    <CallQuestion
      question={question}
      number={request.number}
      who={request.who}
      isFlush
      onYes={(reason) =>
        callParty({ ...request, ...sayYes({ ...noAnswers, ...request }, question, reason) })
      }
      onNo={dismiss}
    />
  );
}

function NotPlaced({ trouble }: { readonly trouble: CallTrouble }) {
  const { failure, ...request } = trouble;
  const { number, who } = request;
  const callParty = useCallParty();
  const words = strings.failures(failure);
  const deeds = {
    again: () => callParty(request),
    device: () => void callWithDevice({ number, who }),
  } as const;
  return (
    <Banner
      tone="danger"
      role="alert"
      isFlush
      title={`${bar.notPlaced(who)}: ${words.title}`}
      actions={
        <>
          {waysOnFrom(failure).map((way, index) => (
            <Button key={way} variant={index === 0 ? 'primary' : 'secondary'} onClick={deeds[way]}>
              {way === 'again' ? bar.again : bar.withDevice}
            </Button>
          ))}
          <Button variant="quiet" onClick={dismiss}>
            {bar.dismiss}
          </Button>
        </>
      }
    >
      {words.advice}
    </Banner>
  );
}

function dismiss(): void {
  showTrouble(undefined);
}
