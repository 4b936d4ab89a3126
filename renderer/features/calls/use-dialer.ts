import type { CallQuestion } from '../../../shared/model/calls.ts';
import { noAnswers, questionOf, sayYes, type Answers } from '../../app/call-question/view-model.ts';
import { whyCallsAreOff } from '../../app/calls/calls-off.ts';
import { usePartyWords, type PartyWords } from '../../app/party.ts';
import { useHomeCountry, useSession, useSuggestions } from '../../app/queries.ts';
import { startText } from '../../app/start-text.ts';
import { openCompose, showTrouble } from '../../app/ui-store.ts';
import { useOutlookWhileTyping } from '../../app/use-outlook.ts';
import { callWithDevice, useDial } from '../../app/use-dial.ts';
import { choose, clearDialer, isStill, refuse, useDialer } from './dialer-store.ts';
import { dialHint, dialTarget, extensionHint, hintOf, looksForPerson } from './view-model.ts';

/** The dialer's actions, and what it shows besides its text. */
export function useDialerActions() {
  const { text, chosen, isSuggesting, answers, callerId } = useDialer();
  const words: PartyWords = usePartyWords();
  const country = useHomeCountry();
  const found = useSuggestions(chosen ? '' : text);
  const suggestions = isSuggesting ? found : [];
  const session = useSession().data;
  const dial = useDial();
  const typed = dialTarget(text, chosen, words);
  const outlook = useOutlookWhileTyping(looksForPerson(typed.number) ? '' : typed.number);
  const known = outlook && hintOf(outlook, chosen !== undefined, words);
  // Somebody whose number was typed is spoken of by name.
  const target = { ...typed, who: known?.who ?? typed.who };

  const place = async (given: Answers): Promise<void> => {
    const result = await dial({ ...target, ...given, callerId });
    if (result === undefined) return;
    const { failure } = result.ok ? {} : result;
    if (isStill({ text, chosen })) {
      if (failure === undefined) clearDialer();
      else refuse(failure, given);
    } else if (failure !== undefined && questionOf(failure) === undefined) {
      // Another number is being typed: a question about the last one would be answered for it.
      showTrouble({ ...target, failure });
    }
  };

  return {
    suggestions,
    hint: dialHint(text, chosen, country, words) ?? extensionHint(outlook),
    /** What is known of the number besides how it is dialled. */
    known,
    outlook,
    /** Why calls are off, while they are. */
    off: whyCallsAreOff(session),
    mayText: session?.canText.can !== false,
    place: () => void place(noAnswers),
    /** The question that stands there is answered with yes; there may be another. */
    sayYes(question: CallQuestion, reason: string) {
      void place(sayYes(answers, question, reason));
    },
    target,
    callWithDevice: () => void callWithDevice(target),
    text: () => {
      if (text.trim() === '') return openCompose();
      void startText({ number: target.number, party: chosen?.party });
      clearDialer();
    },
    pick: (index: number) => {
      const suggestion = suggestions[index];
      if (suggestion) choose(suggestion, words.title(suggestion.party));
    },
  };
}
