import type { ContactView, Party } from '../../../shared/model/people.ts';
import { strings } from '../../../shared/strings/strings.ts';
import type { Action } from '../../app/actions/action.ts';
import { tellNews } from '../../app/actions/news.ts';
import { useOffer } from '../../app/actions/offers.ts';
import { personActions } from '../../app/actions/person-actions.ts';
import { failureOf } from '../../app/bridge.ts';
import { emptyDraft, writeEdit } from './contacts-store.ts';
import { useSetFavourite } from './use-contacts.ts';

const words = strings.actions;

/** Offers what can be done with the person whose page is open. */
export function useContactOffers(contact: ContactView, party: Party): void {
  const favourite = useSetFavourite();
  const { id: contactId, isFavourite, canEdit, draft } = contact;
  const edit: Action = {
    id: 'contact.edit',
    group: 'here',
    label: words.edit(contact.name),
    obstacle: canEdit.can ? undefined : strings.failures(canEdit.failure).title,
    run: () => writeEdit(contactId, draft ?? emptyDraft),
  };
  const star: Action = {
    id: 'contact.favourite',
    group: 'here',
    label: isFavourite ? words.notFavourite : words.favourite,
    run: () => {
      favourite
        .mutateAsync({ contactId, isFavourite: !isFavourite })
        .catch((error: unknown) => tellNews({ kind: 'failed', failure: failureOf(error) }));
    },
  };
  useOffer((facts, say) => {
    // Their page is open already.
    const person = personActions({ party }, facts, say).filter(({ id }) => id !== 'person.page');
    return [...person, edit, star];
  });
}
