import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { Clock, SendHorizontal } from '../../ui/icons.ts';
import type { Composing } from '../composer/composing.ts';
import { SendLaterButton } from '../send-later/send-later-button.tsx';
import { sayYes } from './store.ts';
import styles from './text-rules.module.css';
import type { QuietSend } from './view-model.ts';

const words = strings.textRules.quiet;

/** While it is quiet there, Send waits for the morning; sending now is the other button. */
export function QuietSendButtons(props: {
  readonly composing: Composing;
  readonly quietSend: QuietSend;
}) {
  const { composing, quietSend } = props;
  const isOff = composing.obstacle !== undefined;
  return (
    <span className={styles.quiet} role="group" aria-label={words.buttons}>
      <Button
        type="submit"
        variant="primary"
        icon={<Clock />}
        disabled={isOff}
        title={composing.obstacle}
      >
        <span className={styles.whole}>{quietSend.label}</span>
        <span className={styles.brief}>{quietSend.brief}</span>
      </Button>
      <Button
        icon={<SendHorizontal />}
        disabled={isOff}
        title={composing.obstacle}
        onClick={() => {
          sayYes(composing, 'quiet-hours');
          composing.send();
        }}
      >
        {words.now}
      </Button>
      <SendLaterButton composing={composing} />
    </span>
  );
}
