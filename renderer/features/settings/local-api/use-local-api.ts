import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CallInput } from '../../../../shared/contract/index.ts';
import { ask } from '../../../app/bridge.ts';

/** The first part is the area that main tells changes of. */
const key = ['local-api'] as const;

/** Whether other programs come in, and those that have a token. */
export function useLocalApi() {
  return useQuery({ queryKey: key, queryFn: () => ask('api.get', undefined) });
}

/** What can be done with tokens; the list follows. */
export function useChangeTokens() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: key });
  const usual = { networkMode: 'always', onSettled } as const;
  return {
    // A token is in no cache: it is shown from the answer, and gone with the dialog.
    create: useMutation({
      ...usual,
      gcTime: 0,
      mutationFn: (input: CallInput<'api.create-token'>) => ask('api.create-token', input),
    }),
    revoke: useMutation({
      ...usual,
      mutationFn: (id: string) => ask('api.revoke-token', { id }),
    }),
  };
}
