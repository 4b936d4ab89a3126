import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { SessionView } from '../../shared/model/session.ts';
import { forgetAccount } from './account-memory.ts';

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
    forgetAccount();
    void client.resetQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
  }, [client, key]);
  return key;
}
