import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import type { DraftKey } from '../../../shared/model/drafts.ts';
import type { E164, ThreadId } from '../../../shared/model/ids.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { useIsArriving } from '../files/store.ts';
import { usePartyWords } from '../party.ts';
import { useSession } from '../queries.ts';
import type { TextTo } from '../send-text.ts';
import { useEscape } from '../use-escape.ts';
import { useOpenFields } from '../templates/use-templates.ts';
import { readQuietSend } from '../text-rules/use-quiet-send.ts';
import { useShut } from '../text-rules/use-shut.tsx';
import { useTextOutlook } from '../text-rules/use-text-outlook.ts';
import { textQuestionOf, type QuietSend } from '../text-rules/view-model.ts';
import styles from './composer.module.css';
import type { Composing } from './composing.ts';
import { Counter } from './counter.tsx';
import { Field, insertInto, replaceIn } from './field.tsx';
import { OpenFields } from './open-fields.tsx';
import {
  AboveField,
  AroundField,
  BehindField,
  BelowField,
  SendButtons,
  Toolbar,
} from './slots.tsx';
import { changeWriting, useOfWriting, useTexts } from './store.ts';
import { Trouble } from './trouble.tsx';
import { useComposerOffers } from './use-composer-offers.ts';
import { useFrom } from './use-from.ts';
import { useKeptDraft } from './use-kept-draft.ts';
import { useSend, type SendMore } from './use-send.ts';
import { sendObstacle } from './view-model.ts';

type Props = {
  readonly draftKey: DraftKey;
  readonly to: TextTo;
  /** A thread's number, which it goes out from unless another is chosen. */
  readonly usualFrom: E164 | undefined;
  /** The caret starts in the recipients instead. */
  readonly waitsForRecipient?: boolean;
  readonly onSent?: (threadId: ThreadId) => void;
  readonly onEach?: () => void;
  /** Beside why nothing can be sent at all: the way to what says more. */
  readonly help?: ReactNode;
};

/** Where a text is written. What is written stays when another thread is opened, and over restarts. */
export function Composer(props: Props) {
  const { draftKey } = props;
  const noteId = useId();
  const openFieldsId = useId();
  const words = usePartyWords();
  const [said, setSaid] = useState('');
  const composing = useComposing(props, setSaid);
  const shut = useShut(composing);
  const { field, from, send } = composing;
  const isShut = shut !== undefined;
  // Whoever pressed Enter sees why nothing went, for as long as it stands; fields are told of anyway.
  const isObstacle = said !== '' && said === composing.obstacle && said !== composing.openFields;
  const form = useEscape(() => dropQuestion(draftKey));
  useKeptDraft(draftKey, props.to);
  useComposerOffers(composing, isShut);

  // At its start, and when a reason has opened what was closed.
  useEffect(() => {
    if (props.waitsForRecipient !== true && !isShut) field.current?.focus();
  }, [field, props.waitsForRecipient, isShut]);

  if (isShut) return <div className={styles.composer}>{shut}</div>;
  return (
    <form
      data-kept
      ref={form}
      className={styles.composer}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Trouble composing={composing} help={props.help} />
      <AboveField composing={composing} />
      <AroundField composing={composing}>
        <div className={styles.box}>
          <div className={styles.fieldBox}>
            <BehindField composing={composing} />
            <Field
              draftKey={draftKey}
              ref={field}
              describedBy={`${noteId} ${openFieldsId}`}
              placeholder={strings.messages.placeholder(from && words.number(from))}
              onSend={send}
            />
          </div>
          <div className={styles.tools}>
            <Toolbar composing={composing} />
            <SendButtons composing={composing} />
          </div>
        </div>
      </AroundField>
      <OpenFields id={openFieldsId} composing={composing} />
      <div className={styles.below}>
        <Counter id={noteId} composing={composing} />
        <BelowField composing={composing} />
      </div>
      <p className={isObstacle ? styles.note : 'read-only-aloud'} role="status">
        {said}
      </p>
    </form>
  );
}

/** Takes back what was to be sent where a question stands against it; whether one did. */
function dropQuestion(draftKey: DraftKey): boolean {
  const isAsked = textQuestionOf(useTexts.getState().failures[draftKey]) !== undefined;
  if (isAsked) changeWriting(draftKey, {});
  return isAsked;
}

/** Puts together what the pieces are handed; `say` tells readers what became of a text. */
function useComposing(props: Props, say: (words: string) => void): Composing {
  const { draftKey, to, onSent } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const submit = useSend();
  const sender = useFrom(draftKey, to, props.usualFrom);
  const from = sender.number;
  const outlook = useTextOutlook(to, from);
  const recipientCount = 'numbers' in to ? to.numbers.length : (outlook?.to.length ?? 1);
  const openFields = useOpenFields(draftKey, recipientCount > 1);
  const obstacle = useObstacle(draftKey, to, sender.obstacle) ?? openFields;
  const address = {
    draftKey,
    to,
    from,
    onSent: (threadId: ThreadId, as: 'accepted' | 'scheduled') => {
      say(as === 'scheduled' ? strings.composer.acceptedLater : strings.composer.accepted);
      onSent?.(threadId);
    },
  };
  const send = (more?: SendMore): void => {
    say(obstacle ?? '');
    if (obstacle !== undefined) return;
    void submit(address, more ?? sendLater(readQuietSend({ to, from, outlook })));
    field.current?.focus();
  };
  return {
    ...address,
    field,
    obstacle,
    openFields,
    outlook,
    sender,
    recipientCount,
    onEach: props.onEach,
    send,
    insert: (text) => insertInto(field.current, text),
    replace: (text) => replaceIn(field.current, text),
  };
}

/** Why nothing can be sent now, whatever fields are in it, in words. */
function useObstacle(
  draftKey: DraftKey,
  to: TextTo,
  ofSender: Composing['sender']['obstacle'],
): string | undefined {
  const canText = useSession().data?.canText;
  const arriving = useIsArriving(draftKey) ? strings.files.notReady : undefined;
  const unwritten = useOfWriting(draftKey, (writing) => sendObstacle(writing, to));
  const off = canText?.can === false ? canText.failure : ofSender;
  return off ? strings.failures(off).title : (arriving ?? unwritten);
}

/** While it is quiet there, sending means sending when the day begins. */
function sendLater(quiet: QuietSend | undefined): SendMore | undefined {
  return quiet && { sendAt: { at: quiet.at, zone: quiet.zone, cancelOnReply: false } };
}
