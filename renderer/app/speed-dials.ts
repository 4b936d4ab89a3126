import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SpeedDial } from '../../shared/model/people.ts';
import { ask } from './bridge.ts';

const queryKey = ['contacts', 'speed-dials'] as const;
const none: readonly SpeedDial[] = [];

/** The keys of the dial pad that call someone when they are held. */
export function useSpeedDials(): readonly SpeedDial[] {
  const query = useQuery({
    queryKey,
    queryFn: () => ask('contacts.list-speed-dials', undefined),
  });
  return query.data ?? none;
}

/** Gives a key a number, or frees it. */
export function useSetSpeedDial() {
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: (input: { readonly key: number; readonly number?: string }) =>
      ask('contacts.set-speed-dial', input),
    onSuccess: (dials) => client.setQueryData(queryKey, dials),
  });
}
