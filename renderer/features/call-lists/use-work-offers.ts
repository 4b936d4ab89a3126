import type { CallListEntry } from '../../../shared/model/call-lists.ts';
import { strings } from '../../../shared/strings/strings.ts';
import type { Action } from '../../app/actions/action.ts';
import { useOffer } from '../../app/actions/offers.ts';
import { personActions } from '../../app/actions/person-actions.ts';

const words = strings.callLists.work;

/** Offers what can be done with whoever is in hand. */
export function useWorkOffers(
  entry: CallListEntry,
  work: {
    /** Undefined while nobody can be called. */
    readonly call: (() => void) | undefined;
    readonly skip: () => void;
    readonly next: () => void;
  },
): void {
  useOffer((facts, say) => {
    const who = say.title(entry.party);
    const { call } = work;
    const own: readonly (Action | undefined)[] = [
      call && {
        id: 'work.call',
        group: 'here',
        label: strings.app.callParty(who),
        shortcut: 'work-call',
        run: call,
      },
      entry.state === 'open'
        ? {
            id: 'work.skip',
            group: 'here',
            label: words.skip,
            shortcut: 'work-skip',
            run: work.skip,
          }
        : undefined,
      { id: 'work.next', group: 'here', label: words.next, shortcut: 'work-next', run: work.next },
    ];
    // Calling them from here is noted on the list.
    const others = personActions({ party: entry.party }, facts, say).filter(
      ({ id }) => id !== 'person.call',
    );
    return [...own.filter((action) => action !== undefined), ...others];
  });
}
