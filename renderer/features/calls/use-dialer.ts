import { usePartyWords, type PartyWords } from '../../app/party.ts';
import { useHomeCountry, useSession, useSuggestions } from '../../app/queries.ts';
import { startText } from '../../app/start-text.ts';
import { openCompose } from '../../app/ui-store.ts';
import { callWithDevice, useDial } from '../../app/use-dial.ts';
import { choose, clearDialer, refuse, useDialer } from './dialer-store.ts';
import { dialHint, dialTarget } from './view-model.ts';

/** The dialer's actions, and what it shows besides its text. */
export function useDialerActions() {
  const { text, chosen, isSuggesting } = useDialer();
  const words: PartyWords = usePartyWords();
  const country = useHomeCountry();
  const found = useSuggestions(chosen ? '' : text);
  const suggestions = isSuggesting ? found : [];
  const canCall = useSession().data?.canCall;
  const dial = useDial();
  const target = dialTarget(text, chosen, words);

  const place = async (confirmed: boolean): Promise<void> => {
    const result = await dial({ ...target, confirmed });
    if (result === undefined) return;
    if (result.ok) clearDialer();
    else refuse(result.failure);
  };

  return {
    suggestions,
    hint: dialHint(text, chosen, country, words),
    /** Why calls are off, while they are. */
    off: canCall?.can === false ? canCall.failure : undefined,
    place: (confirmed = false) => void place(confirmed),
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
