import type { TextQuestion as Question } from '../../../shared/model/drafts.ts';
import type { ThreadId } from '../../../shared/model/ids.ts';
import { usePartyWords } from '../../app/party.ts';
import { TextQuestion } from '../../app/text-rules/text-question.tsx';
import { useTextOutlook } from '../../app/text-rules/use-text-outlook.ts';
import { peopleOf, whomOf } from '../../app/text-rules/view-model.ts';

/** What has to be asked before a text of the conversation goes once more. */
export function AskedAgain(props: {
  readonly question: Question;
  readonly threadId: ThreadId;
  readonly onYes: (reason: string) => void;
  readonly onNo: () => void;
}) {
  const { question, threadId, onYes, onNo } = props;
  const outlook = useTextOutlook({ threadId }, undefined);
  const who = whomOf(peopleOf(question, outlook), usePartyWords());
  return <TextQuestion question={question} who={who} onYes={onYes} onNo={onNo} />;
}
