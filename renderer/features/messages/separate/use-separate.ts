import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SeparateDraft, SeparateSource } from '../../../../shared/model/separate.ts';
import { ask } from '../../../app/bridge.ts';
import { forgetRows, noteStarted } from './store.ts';

function plain(source: SeparateSource) {
  switch (source.from) {
    case 'numbers':
      return { from: source.from, numbers: [...source.numbers] };
    case 'contacts':
      return { from: source.from, contactIds: [...source.contactIds] };
    case 'call-list':
    case 'csv':
      return source;
  }
}

/** Who gets a text; null when a file was asked for and none chosen. */
export function usePeople(source: SeparateSource, batchId: string) {
  return useQuery({
    // Read once: a file is asked for, and rows must not change under the user's hands.
    queryKey: ['separate-people', batchId],
    queryFn: async (): Promise<SeparateDraft | null> =>
      (await ask('separate.read', { source: plain(source) })) ?? null,
    gcTime: 30 * 60_000,
  });
}

/** Reads the file with its numbers in another column. */
export function useColumn(batchId: string) {
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: (input: { readonly draftId: string; readonly numberColumn: number }) =>
      ask('separate.choose-column', input),
    onSuccess: (draft) => {
      forgetRows();
      client.setQueryData<SeparateDraft | null>(['separate-people', batchId], draft);
    },
  });
}

/** The batches that are kept; they are told of as they go on. */
export function useBatches() {
  return useQuery({ queryKey: ['separate'], queryFn: () => ask('separate.list', undefined) });
}

/** What can be done with a batch. */
export function useBatchActions() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: ['separate'] });
  const start = useMutation({
    networkMode: 'always',
    mutationFn: (batch: Parameters<typeof startBatch>[0]) => startBatch(batch),
    onSuccess: noteStarted,
    onSettled,
  });
  const resume = useMutation({
    networkMode: 'always',
    mutationFn: (input: { readonly batchId: string; readonly refused: boolean }) =>
      ask('separate.resume', input),
    onSettled,
  });
  const drop = useMutation({
    networkMode: 'always',
    mutationFn: (batchId: string) => ask('separate.drop', { batchId }),
    onSettled,
  });
  return { start, resume, drop };
}

function startBatch(batch: {
  readonly batchId: string;
  readonly title: string;
  readonly rows: ReturnType<typeof import('./view-model.ts').toBatch>;
}) {
  return ask('separate.start', { ...batch, rows: [...batch.rows] });
}
