import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UpdateView } from '../../../shared/model/updates.ts';
import { ask } from '../bridge.ts';

const queryKey = ['updates'] as const;

/** How it stands with newer versions. */
export function useUpdates(): UpdateView | undefined {
  return useQuery({ queryKey, queryFn: () => ask('updates.get', undefined) }).data;
}

/** Something to do about a newer version; what it answers is shown at once. */
export function useUpdateCall(name: 'updates.check' | 'updates.install' | 'updates.postpone') {
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: async (): Promise<UpdateView | undefined> =>
      (await ask(name, undefined)) ?? undefined,
    onSuccess: (view) => client.setQueryData<UpdateView>(queryKey, (before) => view ?? before),
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
}
