import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CallInput } from '../../../shared/contract/index.ts';
import { ask } from '../bridge.ts';
import { usePages } from '../queries.ts';

/** Who wants no texts, page by page. */
export function useOptOuts() {
  return usePages(['opt-outs', 'list'], (page) => ask('opt-outs.list', page));
}

/** Notes or lifts an opt-out by hand. */
export function useSetOptOut() {
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: (change: CallInput<'opt-outs.set'>) => ask('opt-outs.set', change),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['opt-outs'] }),
        client.invalidateQueries({ queryKey: ['text-outlook'] }),
      ]),
  });
}
