import { useRef, useState } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import type { E164 } from '../../../shared/model/ids.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { longestText } from '../../../shared/text-limits.ts';
import { Button } from '../../ui/button.tsx';
import { CheckCheck, SendHorizontal } from '../../ui/icons.ts';
import { TextArea } from '../../ui/text-area.tsx';
import { TroubleLine } from '../notes/trouble-line.tsx';
import { useSession, useSettings } from '../queries.ts';
import { newClientId, sendText, type OutgoingText } from '../send-text.ts';
import { forgetAnswers, readAnswers, sayYes } from '../text-rules/store.ts';
import { TextQuestion } from '../text-rules/text-question.tsx';
import { textQuestionOf } from '../text-rules/view-model.ts';
import { takeFocus } from '../take-focus.ts';
import { useNow } from '../use-now.ts';
import styles from './incoming.module.css';
import { fillTemplate } from './view-model.ts';

const words = strings.incoming.textBack;

/** An answer in two clicks: one of the templates, to be changed before it goes. */
export function TextBack(props: {
  readonly number: E164;
  readonly who: string;
  readonly onTouch: () => void;
  readonly onClose: () => void;
}) {
  const [text, setText] = useState<string>();
  const [sent, setSent] = useState<string>();
  const canText = useSession().data?.canText;
  if (sent !== undefined) {
    return (
      <p className={styles.accepted} role="status">
        <CheckCheck aria-hidden="true" />
        <span>{words.accepted(sent)}</span>
      </p>
    );
  }
  if (canText?.can === false) return <TroubleLine failure={canText.failure} />;
  if (text === undefined) return <Templates onChoose={setText} onClose={props.onClose} />;
  return <Writing {...props} text={text} onChange={setText} onSent={setSent} />;
}

function Templates(props: {
  readonly onChoose: (text: string) => void;
  readonly onClose: () => void;
}) {
  const templates = useSettings().data?.textBack ?? [];
  const now = useNow();
  return (
    <div role="group" aria-label={words.choose} className={styles.templates}>
      {templates.map((template, index) => {
        const text = fillTemplate(template, now);
        return (
          <Button
            key={template}
            className={styles.template}
            ref={index === 0 ? takeFocus : undefined}
            onClick={() => props.onChoose(text)}
          >
            {text}
          </Button>
        );
      })}
      <div className={styles.actions}>
        <Button
          variant="quiet"
          ref={templates.length === 0 ? takeFocus : undefined}
          onClick={() => props.onChoose('')}
        >
          {words.other}
        </Button>
        <Button variant="quiet" onClick={props.onClose}>
          {words.cancel}
        </Button>
      </div>
    </div>
  );
}

function Writing(props: {
  readonly number: E164;
  readonly who: string;
  readonly text: string;
  readonly onTouch: () => void;
  readonly onChange: (text: string) => void;
  readonly onSent: (text: string) => void;
  readonly onClose: () => void;
}) {
  const { number, text, onChange } = props;
  const [failure, setFailure] = useState<Failure>();
  const question = textQuestionOf(failure);
  const asked = { to: { numbers: [number] }, from: undefined };
  const [isSending, setIsSending] = useState(false);
  const last = useRef<OutgoingText>(undefined);
  const isReady = text.trim() !== '' && !isSending;

  const send = async (): Promise<void> => {
    if (!isReady) return;
    // The same words once more are the same text: it is not sent twice.
    const body = text.trim();
    const isAgain = last.current?.text === body;
    const next = isAgain && last.current ? last.current : outgoing(number, body);
    last.current = next;
    setIsSending(true);
    const { confirmed, reason } = readAnswers(asked);
    const result = await sendText({ ...next, confirmed, reason: reason || undefined });
    setIsSending(false);
    setFailure(result.ok ? undefined : result.failure);
    if (!result.ok) return;
    forgetAnswers(asked);
    props.onSent(body);
  };

  return (
    <form
      className={styles.writing}
      aria-label={words.actionFor(props.who)}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextArea
        label={words.field(props.who)}
        rows={2}
        value={text}
        maxLength={longestText}
        spellCheck
        ref={takeFocus}
        onChange={(event) => {
          onChange(event.target.value);
          props.onTouch();
        }}
        onKeyDown={(event) => {
          // The words first, then the card.
          if (event.key === 'Escape') {
            event.preventDefault();
            props.onClose();
          }
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          void send();
        }}
      />
      {question === undefined ? (
        <TroubleLine failure={failure} />
      ) : (
        <TextQuestion
          question={question}
          who={props.who}
          onYes={(reason) => {
            sayYes(asked, question, reason);
            void send();
          }}
          onNo={() => setFailure(undefined)}
        />
      )}
      <div className={styles.actions}>
        <Button type="submit" variant="primary" icon={<SendHorizontal />} disabled={!isReady}>
          {isSending ? words.sending : words.send}
        </Button>
        <Button variant="quiet" onClick={props.onClose}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}

function outgoing(number: E164, text: string): OutgoingText {
  return { clientId: newClientId(), to: { numbers: [number] }, text };
}
