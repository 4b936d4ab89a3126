import type { CallId } from '../../../shared/model/ids.ts';
import { strings } from '../../../shared/strings/strings.ts';
import type { Action } from '../actions/action.ts';
import { useOffer } from '../actions/offers.ts';
import { followUpPage } from '../actions/person-actions.ts';

const words = strings.actions;

/** Offers to write down what came of the call in hand. */
export function useNoteOffers(
  callId: CallId,
  tools: {
    readonly chosen: string | undefined;
    readonly choose: (outcome: string) => void;
    readonly write: () => void;
  },
): void {
  useOffer(({ settings, now }) => [
    {
      id: 'call.note',
      group: 'here',
      label: words.addNote,
      keywords: words.keywords.note,
      run: tools.write,
    },
    {
      id: 'call.follow-up',
      group: 'here',
      label: words.followUp,
      keywords: words.keywords.followUp,
      page: () => followUpPage({ callId }, words.followUp, now),
    },
    ...(settings?.outcomes ?? []).map((outcome): Action => ({
      id: `call.outcome:${outcome}`,
      group: 'here',
      label: words.outcome(outcome),
      isChosen: outcome === tools.chosen,
      run: () => tools.choose(outcome),
    })),
  ]);
}
