import type { TextOutlook } from '../../../shared/model/drafts.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Ban, MessageSquarePlus, TriangleAlert } from '../../ui/icons.ts';
import type { Composing } from '../composer/composing.ts';
import { changeWriting, useTexts } from '../composer/store.ts';
import { LocalTimeLine } from '../local-time/local-time-line.tsx';
import { partiesTitle, usePartyWords } from '../party.ts';
import { useHomeCountry } from '../queries.ts';
import { leavingOut } from './leave-out.ts';
import { sayYes, useAnswers } from './store.ts';
import { TextQuestion } from './text-question.tsx';
import styles from './text-rules.module.css';
import { peopleOf, textQuestionOf, whomOf } from './view-model.ts';

const { closed, notes, quiet } = strings.textRules;

/** What there is to know before a text goes, and the question that the last try came to. */
export function BeforeText({ composing }: { readonly composing: Composing }) {
  const { outlook, draftKey } = composing;
  const words = usePartyWords();
  const home = useHomeCountry();
  const failure = useTexts((texts) => texts.failures[draftKey]);
  const question = textQuestionOf(failure);
  if (question !== undefined) {
    const asked = peopleOf(question, outlook);
    return (
      <TextQuestion
        question={question}
        who={whomOf(asked, words)}
        onYes={(reason) => {
          sayYes(composing, question, reason);
          composing.send();
        }}
        onLeaveOut={leavingOut(composing, asked, home)}
        onNo={() => {
          changeWriting(draftKey, {});
          composing.field.current?.focus();
        }}
      />
    );
  }
  return outlook === undefined ? null : <Notes composing={composing} outlook={outlook} />;
}

function Notes(props: { readonly composing: Composing; readonly outlook: TextOutlook }) {
  const { outlook } = props;
  const { optOuts, doNotCall, caution, firstTextSentence } = outlook;
  const words = usePartyWords();
  const { confirmed } = useAnswers(props.composing);
  const isQuietTold = outlook.questions.includes('quiet-hours') && outlook.quiet !== undefined;
  const isOpened = optOuts.length > 0 && confirmed.includes('opted-out');
  const hasNotes = doNotCall.length > 0 || isQuietTold || isOpened;
  if (!hasNotes && caution === undefined && firstTextSentence === undefined) return null;
  return (
    <div role="status">
      <ul className={styles.notes}>
        {isOpened && (
          <li>
            <Ban aria-hidden="true" />
            <span>{closed.opened}</span>
          </li>
        )}
        {doNotCall.length > 0 && (
          <li>
            <Ban aria-hidden="true" />
            <span>{notes.doNotCall(partiesTitle(doNotCall, words))}</span>
          </li>
        )}
        {caution !== undefined && (
          <li>
            <TriangleAlert aria-hidden="true" />
            <span>{`${strings.failures(caution).title}. ${strings.failures(caution).advice}`}</span>
          </li>
        )}
        {isQuietTold && outlook.quiet !== undefined && (
          <li>
            <span>{quiet.of(partiesTitle(outlook.quiet.parties, words))}</span>
            {/* It has the icon. */}
            <LocalTimeLine localTime={outlook.quiet.localTime} />
          </li>
        )}
        {firstTextSentence !== undefined && (
          <li>
            <MessageSquarePlus aria-hidden="true" />
            <span>{notes.first(firstTextSentence)}</span>
          </li>
        )}
      </ul>
    </div>
  );
}
