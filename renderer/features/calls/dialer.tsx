import { useEffect, useId, useRef } from 'react';
import { questionOf } from '../../app/call-question/view-model.ts';
import { SuggestionList } from '../../app/suggestion-list.tsx';
import { closeDetail, useUi } from '../../app/ui-store.ts';
import type { Failure } from '../../../shared/failure.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Delete, Grid3x3, MessageSquare, Phone, X } from '../../ui/icons.ts';
import { SelectLines } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useCombobox } from '../../ui/use-combobox.ts';
import { CallFrom } from '../../app/call-from.tsx';
import { CallerId } from '../../app/caller-id/caller-id.tsx';
import { PhoneOffline } from '../../app/phone-offline.tsx';
import { DialPad } from './dial-pad.tsx';
import { DialerHint } from './dialer-hint.tsx';
import { DialerTrouble } from './dialer-trouble.tsx';
import styles from './dialer.module.css';
import {
  clearDialer,
  closeSuggestions,
  showNumber,
  togglePad,
  typeText,
  useDialer,
} from './dialer-store.ts';
import { useDialerActions } from './use-dialer.ts';
import { looksForPerson, standsByField } from './view-model.ts';

const { dialer: words } = strings.calls;

/**
 * One field for a name or a number, and what to do with it. While it has suggestions they take the
 * place of what stands under the dialer (`children`), so that nothing is covered.
 */
export function Dialer(props: { readonly children: React.ReactNode }) {
  const { text, chosen, isPadOpen, failure, callerId } = useDialer();
  const actions = useDialerActions();
  const input = useRef<HTMLInputElement>(null);
  const hintId = useId();
  const error = failure && standsByField(failure) ? sentenceOf(failure) : undefined;
  const combobox = useCombobox({
    count: actions.suggestions.length,
    isOpen: true,
    picksFirst: looksForPerson(text),
    onPick: actions.pick,
    onClose: closeSuggestions,
  });
  useDialerFocus(input);

  const type = (next: string): void => {
    combobox.setActive(undefined);
    typeText(next);
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (combobox.onKeyDown(event) || event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') actions.place();
    else if (event.key === 'Escape' && text !== '') clearDialer();
    else return;
    event.preventDefault();
  };

  return (
    <>
      <search className={styles.dialer}>
        <TextField
          ref={input}
          data-screen-focus
          label={words.field}
          isLabelHidden
          placeholder={words.placeholder}
          value={text}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
          error={error}
          {...(error === undefined && { 'aria-describedby': hintId })}
          {...combobox.inputProps}
          trail={
            <>
              {text !== '' && isPadOpen && !chosen && (
                <IconButton
                  label={words.erase}
                  icon={<Delete />}
                  onClick={() => type(text.slice(0, -1))}
                />
              )}
              {text !== '' && (
                <IconButton label={words.clear} icon={<X />} onClick={() => clearDialer()} />
              )}
              <IconButton
                label={isPadOpen ? words.hidePad : words.showPad}
                icon={<Grid3x3 />}
                aria-expanded={isPadOpen}
                onClick={togglePad}
              />
            </>
          }
        />
        {isPadOpen && <DialPad text={chosen ? '' : text} onChange={type} />}
        <div className={styles.actions}>
          <Button
            // Beside a question its own yes is what comes next.
            variant={questionOf(failure) === undefined ? 'primary' : 'secondary'}
            icon={<Phone />}
            disabled={actions.off !== undefined}
            onClick={() => actions.place()}
          >
            {strings.app.call}
          </Button>
          <Button icon={<MessageSquare />} disabled={!actions.mayText} onClick={actions.text}>
            {strings.app.text}
          </Button>
        </div>
        {/* It comes late: beneath the buttons it moves none of them from under the pointer. */}
        <DialerHint id={hintId} {...actions} isTimeAsked={questionOf(failure) === 'quiet-hours'} />
        <DialerTrouble
          target={actions.target}
          failure={failure}
          off={actions.off}
          onYes={actions.sayYes}
          onDevice={actions.callWithDevice}
        />
        <SelectLines>
          <CallFrom isLabelInline />
          <PhoneOffline />
          <CallerId outlook={actions.outlook} chosen={callerId} onChange={showNumber} />
        </SelectLines>
      </search>
      {actions.suggestions.length > 0 ? (
        <SuggestionList
          id={combobox.listId}
          suggestions={actions.suggestions}
          activeIndex={combobox.activeIndex}
          optionId={combobox.optionId}
          onHover={combobox.setActive}
          onPick={actions.pick}
        />
      ) : (
        props.children
      )}
    </>
  );
}

function sentenceOf(failure: Failure): string {
  const { title, advice } = strings.failures(failure);
  return `${title}. ${advice}`;
}

/** Puts the caret into the field when the shortcut asks for it. */
function useDialerFocus(input: React.RefObject<HTMLInputElement | null>): void {
  const asked = useUi((ui) => ui.dialerFocus);
  const openCall = useUi((ui) => ui.callId);
  const answered = useRef(0);
  useEffect(() => {
    if (asked === answered.current) return;
    // In a narrow window the call that covers the field goes first.
    if (input.current?.closest('[inert]') && openCall !== undefined) return closeDetail();
    answered.current = asked;
    input.current?.focus();
    input.current?.select();
  }, [asked, input, openCall]);
}
