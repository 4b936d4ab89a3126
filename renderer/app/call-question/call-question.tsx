import { useState } from 'react';
import type { CallQuestion as Question } from '../../../shared/model/calls.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { ToggleChip } from '../../ui/chips.tsx';
import { cx } from '../../ui/class-names.ts';
import { TriangleAlert } from '../../ui/icons.ts';
import { TextField } from '../../ui/text-field.tsx';
import { LocalTimeLine } from '../local-time/local-time-line.tsx';
import { useOutlook } from '../use-outlook.ts';
import box from '../../ui/question.module.css';
import styles from './call-question.module.css';
import { questionWords } from './view-model.ts';

const { ask } = strings.guards;

type QuestionProps = {
  readonly question: Question;
  /** The number as it was typed. */
  readonly number: string;
  readonly who: string;
  /** The time there stands beside the question already. */
  readonly isTimeTold?: boolean;
  /** Flush to the edges of the pane it tops, instead of standing in it. */
  readonly isFlush?: boolean;
  /** The user wants the call all the same; the reason is empty where none was given. */
  readonly onYes: (reason: string) => void;
  readonly onNo: () => void;
};

/**
 * One question before a call. The caret stays where it is, so that a held Enter key answers nothing;
 * each question is one of its own, and a reason does not move from one to the next.
 */
export function CallQuestion(props: QuestionProps) {
  return <Asked key={props.question} {...props} />;
}

function Asked(props: QuestionProps) {
  const { question, number, who } = props;
  const [reason, setReason] = useState('');
  const words = questionWords(question, who);
  const tellsTime = question === 'quiet-hours' && props.isTimeTold !== true;
  const outlook = useOutlook(tellsTime ? number : undefined);
  const answer = (event: React.FormEvent): void => {
    event.preventDefault();
    props.onYes(reason.trim());
  };
  return (
    <form
      className={cx(box.question, styles.question, props.isFlush && styles.flush)}
      aria-label={words.title}
      onSubmit={answer}
    >
      <TriangleAlert aria-hidden="true" />
      <div className={box.words} role="alert">
        <strong>{words.title}</strong>
        {words.advice && <p>{words.advice}</p>}
        {outlook && (
          <p>
            <LocalTimeLine localTime={outlook.localTime} place={outlook.place} />
          </p>
        )}
      </div>
      {words.takesReason && <Reason value={reason} onChange={setReason} />}
      <div className={cx(box.actions, styles.actions)}>
        <Button type="submit" variant="primary">
          {ask.yes}
        </Button>
        <Button onClick={props.onNo}>{ask.no}</Button>
      </div>
    </form>
  );
}

function Reason(props: { readonly value: string; readonly onChange: (value: string) => void }) {
  return (
    <div className={cx(box.reason, styles.reason)}>
      <div role="group" aria-label={ask.quickReasons} className={box.chips}>
        {ask.reasons.map((quick) => (
          <ToggleChip
            key={quick}
            label={quick}
            isOn={props.value === quick}
            onChange={(isOn) => props.onChange(isOn ? quick : '')}
          />
        ))}
      </div>
      <TextField
        label={ask.reason}
        maxLength={200}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </div>
  );
}
