import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CallInput } from '../../../shared/contract/index.ts';
import type { ContactId } from '../../../shared/model/ids.ts';
import { ask } from '../../app/bridge.ts';
import { usePages } from '../../app/queries.ts';
import { groupByLetter } from './view-model.ts';

/** Which contacts a list shows. */
export type Shown = NonNullable<CallInput<'contacts.list'>['show']>;

/** The contacts that match a search, as far as they have been read, by letter. */
export function useContacts(query: string, show: Shown) {
  const trimmed = query.trim().slice(0, 200);
  const { pages, rows, readOn } = usePages(['contacts', 'list', show, trimmed], (page) =>
    ask('contacts.list', { ...page, show, ...(trimmed !== '' && { query: trimmed }) }),
  );
  const items = useMemo(() => groupByLetter(rows), [rows]);
  return { pages, items, readOn };
}

export function useContact(contactId: ContactId) {
  return useQuery({
    queryKey: ['contacts', 'one', contactId],
    // A query may not answer undefined.
    queryFn: async () => (await ask('contacts.get', { contactId })) ?? null,
  });
}

/** Marks someone as a favourite, or no more. */
export function useSetFavourite() {
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: (input: CallInput<'contacts.set-favourite'>) =>
      ask('contacts.set-favourite', input),
    onSuccess: () => client.invalidateQueries({ queryKey: ['contacts'] }),
  });
}
