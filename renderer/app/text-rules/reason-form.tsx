import { useState, type ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { ToggleChip } from '../../ui/chips.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { takeFocus } from '../take-focus.ts';
import { useEscape } from '../use-escape.ts';
import { longestReason } from './store.ts';
import box from '../../ui/question.module.css';

/**
 * A yes, with why: a reason is one press, or typed. It stands within the form of a text, so it is no
 * form itself: Enter in the reason answers, and sends nothing.
 */
export function ReasonForm(props: {
  readonly label: string;
  readonly className: string | undefined;
  /** What is asked, before the reason. */
  readonly children: ReactNode;
  /** Undefined: none is asked for. */
  readonly reason:
    | {
        readonly label: string;
        readonly quickLabel: string;
        readonly quick: readonly string[];
        /** What is said where it is missing and has to be there. */
        readonly missing: string | undefined;
      }
    | undefined;
  readonly yes: string;
  readonly no: string;
  readonly onYes: (reason: string) => void;
  readonly onNo: () => void;
  /** Other ways out, between yes and no. */
  readonly others?: ReactNode;
  /** The caret starts in the reason. */
  readonly takesFocus?: boolean;
}) {
  const { reason } = props;
  const [text, setText] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const part = useEscape(() => {
    props.onNo();
    return true;
  });
  const change = (next: string): void => {
    setText(next);
    setIsMissing(false);
  };
  const answer = (): void => {
    if (reason?.missing !== undefined && text.trim() === '') return setIsMissing(true);
    props.onYes(text.trim());
  };
  return (
    <div ref={part} role="group" className={props.className} aria-label={props.label}>
      {props.children}
      {reason !== undefined && (
        <div className={box.reason}>
          <div role="group" aria-label={reason.quickLabel} className={box.chips}>
            {reason.quick.map((quick) => (
              <ToggleChip
                key={quick}
                label={quick}
                isOn={text === quick}
                onChange={(isOn) => change(isOn ? quick : '')}
              />
            ))}
          </div>
          <TextField
            ref={props.takesFocus === true ? takeFocus : undefined}
            label={reason.label}
            maxLength={longestReason}
            value={text}
            error={isMissing ? reason.missing : undefined}
            onChange={(event) => change(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              answer();
            }}
          />
        </div>
      )}
      <div className={box.actions}>
        <Button variant="primary" onClick={answer}>
          {props.yes}
        </Button>
        {props.others}
        <Button onClick={props.onNo}>{props.no}</Button>
      </div>
    </div>
  );
}
