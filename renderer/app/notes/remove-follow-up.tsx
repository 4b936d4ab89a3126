import { useState } from 'react';
import { strings } from '../../../shared/strings/strings.ts';
import { Confirm } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Trash2 } from '../../ui/icons.ts';

const words = strings.followUps;

/** Removes a follow-up, once that is sure. */
export function RemoveFollowUp(props: {
  readonly who: string;
  readonly tabIndex?: 0 | -1;
  readonly onRemove: () => void;
}) {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <IconButton
        label={words.remove(props.who)}
        hint={words.removeHint}
        icon={<Trash2 />}
        tabIndex={props.tabIndex}
        onClick={() => setIsAsking(true)}
      />
      <Confirm
        title={words.removeQuestion}
        advice={words.removeAdvice}
        confirm={words.removeHint}
        decline={words.keep}
        isOpen={isAsking}
        onConfirm={() => {
          setIsAsking(false);
          props.onRemove();
        }}
        onClose={() => setIsAsking(false)}
      />
    </>
  );
}
