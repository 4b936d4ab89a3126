import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query';
import type { CallInput } from '../../../shared/contract/index.ts';
import type { E164 } from '../../../shared/model/ids.ts';
import { ask } from '../bridge.ts';

/** Which of some numbers are on the do-not-call list; undefined until all of that is known. */
export function useListed(numbers: readonly E164[]): readonly E164[] | undefined {
  const queries = useQueries({
    queries: numbers.map((number) => ({
      queryKey: ['do-not-call', 'has', number],
      queryFn: () => ask('do-not-call.has', { number }),
    })),
  });
  if (queries.some(({ data }) => data === undefined)) return undefined;
  return numbers.filter((_number, index) => queries[index]?.data === true);
}

/** Puts numbers on the list: in any form, one a line. */
export function useAddDoNotCall() {
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: (input: CallInput<'do-not-call.add'>) => ask('do-not-call.add', input),
    onSuccess: () => client.invalidateQueries({ queryKey: ['do-not-call'] }),
  });
}

/** Takes numbers off the list. */
export function useRemoveDoNotCall() {
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    async mutationFn(numbers: readonly E164[]) {
      for (const number of numbers) await ask('do-not-call.remove', { number });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['do-not-call'] }),
  });
}
