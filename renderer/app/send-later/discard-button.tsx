import { useState } from 'react';
import type { ScheduledText } from '../../../shared/model/drafts.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/dialog.tsx';

const words = strings.sending;

/** Discards a text for later with its files, once that is sure. */
export function DiscardButton(props: {
  readonly text: ScheduledText;
  readonly onDiscard: () => void;
}) {
  const { text, files } = props.text;
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button
        variant="quiet"
        aria-label={words.of(words.discard, text)}
        onClick={() => setIsAsking(true)}
      >
        {words.discard}
      </Button>
      <Confirm
        title={words.discardQuestion}
        advice={files.length > 0 ? words.discardFilesAdvice : words.discardAdvice}
        confirm={words.discard}
        decline={words.keep}
        isOpen={isAsking}
        onConfirm={() => {
          setIsAsking(false);
          props.onDiscard();
        }}
        onClose={() => setIsAsking(false)}
      />
    </>
  );
}
