import type { ReactNode } from 'react';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { SendHorizontal } from '../../ui/icons.ts';
import { EmojiButton } from '../emoji/emoji-button.tsx';
import { AttachButton } from '../files/attach-button.tsx';
import { FileDrop } from '../files/file-drop.tsx';
import { FileTray } from '../files/file-tray.tsx';
import { SendLaterButton } from '../send-later/send-later-button.tsx';
import { SpellingUnderlay } from '../spelling/underlay.tsx';
import { TemplateButton, TemplateMenu } from '../templates/template-menu.tsx';
import { BeforeText } from '../text-rules/before-text.tsx';
import { QuietSendButtons } from '../text-rules/quiet-send.tsx';
import { useQuietSend } from '../text-rules/use-quiet-send.ts';
import styles from './composer.module.css';
import type { Composing } from './composing.ts';
import { FromLine, SenderTrouble } from './from-line.tsx';
import { useOfWriting } from './store.ts';

// Each piece of the composer is mounted here by one line; what it does is told where it is written.
type Slot = { readonly composing: Composing };

/** Above the field: files, and what there is to know of a text to these people. */
export function AboveField({ composing }: Slot) {
  return (
    <>
      <SenderTrouble composing={composing} />
      <BeforeText composing={composing} />
      <FileTray composing={composing} />
    </>
  );
}

/** Around the field: what is pasted or dropped on it. */
export function AroundField(props: Slot & { readonly children: ReactNode }) {
  return <FileDrop composing={props.composing}>{props.children}</FileDrop>;
}

/** Behind the words of the field, letter for letter. */
export function BehindField({ composing }: Slot) {
  return (
    <>
      <SpellingUnderlay composing={composing} />
      <TemplateMenu composing={composing} />
    </>
  );
}

/** Beside the field: what can be put into it. */
export function Toolbar({ composing }: Slot) {
  return (
    <span className={styles.send}>
      <AttachButton composing={composing} />
      <TemplateButton composing={composing} />
      <EmojiButton composing={composing} />
    </span>
  );
}

/** Where it is sent. */
export function SendButtons({ composing }: Slot) {
  const quietSend = useQuietSend(composing);
  const isWritten = useOfWriting(
    composing.draftKey,
    ({ text, files }) => text.trim() !== '' || files.length > 0,
  );
  // Before there is anything to send, its room is kept for what is written.
  if (quietSend !== undefined && isWritten) {
    return <QuietSendButtons composing={composing} quietSend={quietSend} />;
  }
  return (
    <span className={styles.send}>
      <Button
        type="submit"
        variant="primary"
        icon={<SendHorizontal />}
        disabled={composing.obstacle !== undefined}
        title={composing.obstacle}
      >
        {strings.messages.send}
      </Button>
      <SendLaterButton composing={composing} />
    </span>
  );
}

/** Below the field: what it comes to. */
export function BelowField({ composing }: Slot) {
  return <FromLine composing={composing} />;
}
