import { useEffect } from 'react';
import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { LinksView } from '../../../shared/model/links.ts';
import { ask } from '../bridge.ts';

/** Who opens phone links; asked only while somebody wants to know, since it takes programs of the system. */
export function useLinks(isWanted: boolean): UseQueryResult<LinksView> {
  return useQuery({
    queryKey: ['links'],
    queryFn: () => ask('links.get', undefined),
    enabled: isWanted,
  });
}

/**
 * Looks again whenever the user comes back to the window: they may have chosen in the system's
 * settings, beside which the window stays in sight.
 */
export function useLinksOnReturn(): void {
  const client = useQueryClient();
  useEffect(() => {
    const look = (): void => void client.invalidateQueries({ queryKey: ['links'] });
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [client]);
}

export type LinksChange = 'links.take' | 'links.give-back';

/** Takes the links or gives them back; what the system says afterwards is shown. */
export function useChangeLinks(): UseMutationResult<LinksView, Error, LinksChange> {
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: (change: LinksChange) => ask(change, undefined),
    onSuccess: (view) => client.setQueryData(['links'], view),
    onSettled: () => client.invalidateQueries({ queryKey: ['links'] }),
  });
}
