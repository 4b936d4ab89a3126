import { useState } from 'react';
import type { OptOut, TextOutlook } from '../../../shared/model/drafts.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { Ban, Phone } from '../../ui/icons.ts';
import { usePartyWords } from '../party.ts';
import { useCallParty } from '../use-dial.ts';
import { takeFocus } from '../take-focus.ts';
import { ReasonForm } from './reason-form.tsx';
import { sayYes, type Asked } from './store.ts';
import box from '../../ui/question.module.css';
import { optOutWords } from './view-model.ts';

const { ask, closed } = strings.textRules;

/** In place of the field: somebody wants no texts. A call is a button away, a text takes a reason. */
export function ClosedField(props: {
  readonly outlook: TextOutlook;
  readonly asked: Asked;
  /** Writes to the others instead; missing where there is nobody else. */
  readonly onLeaveOut: (() => void) | undefined;
}) {
  const { optOuts } = props.outlook;
  const [isAsking, setIsAsking] = useState<boolean>();
  const words = (
    <>
      <Ban aria-hidden="true" />
      <Reasons optOuts={optOuts} />
    </>
  );
  if (isAsking) {
    return (
      <ReasonForm
        label={closed.anyway}
        className={box.question}
        takesFocus
        reason={{
          label: closed.reason,
          quickLabel: ask.quickReasons,
          quick: closed.reasons,
          missing: closed.reasonMissing,
        }}
        yes={closed.open}
        no={closed.back}
        onYes={(reason) => sayYes(props.asked, 'opted-out', reason)}
        onNo={() => setIsAsking(false)}
      >
        {words}
      </ReasonForm>
    );
  }
  const { onLeaveOut } = props;
  return (
    <section ref={keepCaret} tabIndex={-1} className={box.question} aria-label={closed.label}>
      {words}
      <div className={box.actions}>
        <CallInstead optOuts={optOuts} />
        {onLeaveOut !== undefined && <Button onClick={onLeaveOut}>{closed.leaveOut}</Button>}
        <Button
          variant="quiet"
          ref={isAsking === false ? takeFocus : undefined}
          onClick={() => setIsAsking(true)}
        >
          {closed.anyway}
        </Button>
      </div>
    </section>
  );
}

/**
 * As a ref: whoever was writing when the field closed is led to the reason, not to a button. The next
 * letter would press it.
 */
function keepCaret(section: HTMLElement | null): void {
  if (document.activeElement === document.body) section?.focus();
}

/** In place of the field: whoever wrote takes no answer. */
export function Unanswerable() {
  return (
    <section className={box.question} aria-label={closed.label}>
      <Ban aria-hidden="true" />
      <div className={box.words} role="status">
        <strong>{closed.serviceTitle}</strong>
        <p>{closed.serviceAdvice}</p>
      </div>
    </section>
  );
}

function Reasons({ optOuts }: { readonly optOuts: readonly OptOut[] }) {
  const words = usePartyWords();
  return (
    <div className={box.words} role="status">
      {optOuts.map((optOut) => (
        <strong key={optOut.number}>{optOutWords(optOut, words.title(optOut.party))} </strong>
      ))}
      <p>{closed.refuses}</p>
    </div>
  );
}

function CallInstead({ optOuts }: { readonly optOuts: readonly OptOut[] }) {
  const words = usePartyWords();
  const callParty = useCallParty();
  const [first, ...others] = optOuts;
  if (first === undefined) return null;
  const who = words.title(first.party);
  return (
    <Button
      variant="primary"
      icon={<Phone />}
      onClick={() => callParty({ number: first.number, who })}
    >
      {others.length === 0 ? closed.call : closed.callFirst(who)}
    </Button>
  );
}
