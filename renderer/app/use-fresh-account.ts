import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { SessionView } from '../../shared/model/session.ts';
import { clearDialer } from '../features/calls/dialer-store.ts';
import { forgetCallLists } from '../features/call-lists/store.ts';
import { forgetContactDrafts } from '../features/contacts/contacts-store.ts';
import { forgetKept } from './composer/keep.ts';
import { forgetTexts } from './composer/store.ts';
import { forgetFilters } from './history-filter/store.ts';
import { forgetThreads } from './messages/thread-store.ts';
import { forgetDrafts } from './notes/drafts.ts';
import { forgetSearch } from '../features/search/store.ts';
import { resetUi } from './ui-store.ts';

/** What tells one account's archive from another's. */
export function accountKeyOf(session: SessionView | undefined): string {
  if (session === undefined) return 'none';
  // The demo has one account, and it is the same one while it is still signing in.
  if (session.demo) return 'demo';
  const { account, serverUrl = '' } = session;
  // Extensions of two servers may have the same id.
  return account === undefined ? 'own' : `own:${serverUrl}/${account.extensionId}`;
}

/** Forgets everything shown when another account's archive takes over; answers the account's key. */
export function useFreshAccount(session: SessionView | undefined): string {
  const client = useQueryClient();
  const key = accountKeyOf(session);
  const shown = useRef(key);
  useEffect(() => {
    if (key === shown.current) return;
    const isFirst = shown.current === 'none';
    shown.current = key;
    if (isFirst) return;
    resetUi();
    clearDialer();
    forgetKept();
    forgetTexts();
    forgetCallLists();
    forgetContactDrafts();
    forgetFilters();
    forgetThreads();
    forgetDrafts();
    forgetSearch();
    void client.resetQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
  }, [client, key]);
  return key;
}
