import type { TextQuestion as Question } from '../../../shared/model/drafts.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { TriangleAlert } from '../../ui/icons.ts';
import { ReasonForm } from './reason-form.tsx';
import box from '../../ui/question.module.css';
import { textQuestionWords } from './view-model.ts';

const { ask, closed } = strings.textRules;

/**
 * One question before a text. The caret stays where it is, so that a held Enter key answers nothing;
 * each question is one of its own, and a reason does not move from one to the next.
 */
export function TextQuestion(props: {
  readonly question: Question;
  readonly who: string;
  /** The user wants it sent all the same; the reason is empty where none was given. */
  readonly onYes: (reason: string) => void;
  readonly onNo: () => void;
  /** Writes to the others instead; missing where there is nobody else. */
  readonly onLeaveOut?: (() => void) | undefined;
}) {
  const { question, who } = props;
  const words = textQuestionWords(question, who);
  return (
    <ReasonForm
      key={question}
      label={words.title}
      className={box.question}
      reason={
        words.takesReason
          ? {
              label: words.needsReason ? ask.reasonNeeded : ask.reason,
              quickLabel: ask.quickReasons,
              quick: ask.reasons,
              missing: words.needsReason ? closed.reasonMissing : undefined,
            }
          : undefined
      }
      yes={ask.yes}
      no={ask.no}
      others={props.onLeaveOut && <Button onClick={props.onLeaveOut}>{closed.leaveOut}</Button>}
      onYes={props.onYes}
      onNo={props.onNo}
    >
      <TriangleAlert aria-hidden="true" />
      <div className={box.words} role="alert">
        <strong>{words.title}</strong>
        {words.advice !== undefined && <p>{words.advice}</p>}
      </div>
    </ReasonForm>
  );
}
