import { useEffect, useId, useRef } from 'react';
import type { DraftKey } from '../../../shared/model/drafts.ts';
import type { E164, ThreadId } from '../../../shared/model/ids.ts';
import { en } from '../../../shared/strings/en.ts';
import { Banner } from '../../ui/banner.tsx';
import { cx } from '../../ui/class-names.ts';
import { usePartyWords } from '../party.ts';
import { useSession } from '../queries.ts';
import type { TextTo } from '../send-text.ts';
import { useOpenFields } from '../templates/use-templates.ts';
import { textQuestionOf, type QuietSend } from '../text-rules/view-model.ts';
import { readQuietSend } from '../text-rules/use-quiet-send.ts';
import { useShut } from '../text-rules/use-shut.tsx';
import { useTextOutlook } from '../text-rules/use-text-outlook.ts';
import styles from './composer.module.css';
import type { Composing } from './composing.ts';
import {
  AboveField,
  AroundField,
  BehindField,
  BelowField,
  SendButtons,
  Toolbar,
} from './slots.tsx';
import { changeWriting, useTexts, useWriting } from './store.ts';
import { useSend, type SendMore } from './use-send.ts';
import { countOf, isAboutRecipients, sendObstacle } from './view-model.ts';

/** Where a text is written. What is written stays when another thread is opened. */
export function Composer(props: {
  readonly draftKey: DraftKey;
  readonly to: TextTo;
  /** The number it goes out from unless another is chosen. */
  readonly usualFrom: E164 | undefined;
  /** The caret starts in the recipients instead. */
  readonly waitsForRecipient?: boolean;
  readonly onSent?: (threadId: ThreadId) => void;
}) {
  const { draftKey, to, onSent } = props;
  const noteId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const words = usePartyWords();
  const writing = useWriting(draftKey);
  const submit = useSend();
  const canText = useSession().data?.canText;
  const off = canText?.can === false ? canText.failure : undefined;
  const openFields = useOpenFields(draftKey, writing.text);
  const obstacle = off ? en.failures(off).title : (sendObstacle(writing, to) ?? openFields);
  const from = writing.from ?? props.usualFrom;
  const count = countOf(writing.text);
  const outlook = useTextOutlook(to, writing.from);
  const shut = useShut({ draftKey, to, from: writing.from, outlook });

  useEffect(() => {
    if (props.waitsForRecipient !== true) field.current?.focus();
  }, [props.waitsForRecipient]);

  const send = (more?: SendMore): void => {
    if (obstacle !== undefined || shut !== undefined) return;
    const address = { draftKey, to, from: writing.from, onSent };
    void submit(address, more ?? sendLater(readQuietSend({ ...address, outlook })));
    field.current?.focus();
  };
  const composing: Composing = {
    draftKey,
    to,
    from: writing.from,
    onSent,
    field,
    obstacle,
    outlook,
    send,
    insert: (text) => insertInto(field.current, text),
  };

  if (shut !== undefined) return <div className={styles.composer}>{shut}</div>;
  return (
    <form
      className={styles.composer}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Trouble draftKey={draftKey} />
      <AboveField composing={composing} />
      <AroundField composing={composing}>
        <div className={styles.box}>
          <div className={styles.fieldBox}>
            <BehindField composing={composing} />
            <textarea
              ref={field}
              className={styles.field}
              rows={1}
              aria-label={en.messages.composer}
              aria-describedby={noteId}
              placeholder={en.messages.placeholder(from && words.number(from))}
              value={writing.text}
              onChange={(event) => changeWriting(draftKey, { text: event.target.value })}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing)
                  return;
                event.preventDefault();
                send();
              }}
            />
          </div>
          <Toolbar composing={composing} />
          <SendButtons composing={composing} />
        </div>
      </AroundField>
      <p id={noteId} className={cx(styles.note, count?.isOver && styles.over)}>
        {count?.text ?? en.messages.sendHint}
      </p>
      <BelowField composing={composing} />
    </form>
  );
}

/** While it is quiet there, sending means sending when the day begins. */
function sendLater(quiet: QuietSend | undefined): SendMore | undefined {
  return quiet && { sendAt: { at: quiet.at, zone: quiet.zone, cancelOnReply: false } };
}

/** What stands against texts, or against the one that was just sent. */
function Trouble(props: { readonly draftKey: DraftKey }) {
  const failure = useTexts((texts) => texts.failures[props.draftKey]);
  const canText = useSession().data?.canText;
  const off = canText?.can === false ? canText.failure : undefined;
  const trouble = off ?? (failure && !isAboutRecipients(failure) ? failure : undefined);
  if (trouble === undefined || textQuestionOf(trouble) !== undefined) return null;
  const words = en.failures(trouble);
  return (
    <Banner tone="danger" title={words.title} role="alert">
      {words.advice}
    </Banner>
  );
}

/** Types text into the field as the user would, so that it can be undone. */
function insertInto(field: HTMLTextAreaElement | null, text: string): void {
  if (field === null) return;
  field.focus();
  // The only way to write into a field that the browser can undo; the others forget what was before.
  document.execCommand('insertText', false, text);
}
