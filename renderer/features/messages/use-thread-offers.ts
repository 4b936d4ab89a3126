import type { ThreadView } from '../../../shared/model/messages.ts';
import { strings } from '../../../shared/strings/strings.ts';
import type { Action } from '../../app/actions/action.ts';
import { useOffer } from '../../app/actions/offers.ts';
import { personActions } from '../../app/actions/person-actions.ts';
import { threadChoices } from './list/thread-deeds.ts';
import { useThreadDeeds } from './list/use-thread-deeds.ts';

const words = strings.actions;

/** Offers what can be done with the conversation that is open, and with who is in it. */
export function useThreadOffers(thread: ThreadView, showPeople: () => void): void {
  const act = useThreadDeeds();
  useOffer((facts, say) => {
    const deeds = threadChoices(thread).map(({ deed, shortcut, label, why }): Action => ({
      id: `thread.${shortcut}`,
      group: 'here',
      label: words.conversation(label),
      keywords: why,
      shortcut,
      run: () => act(thread, deed),
    }));
    const [party, ...others] = thread.parties;
    if (party === undefined) return deeds;
    if (others.length === 0) return [...personActions({ party }, facts, say), ...deeds];
    return [...deeds, { id: 'thread.people', group: 'here', label: words.people, run: showPeople }];
  });
}
