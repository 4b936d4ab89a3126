import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { create } from 'zustand';
import type { Failure } from '../../shared/failure.ts';
import type { CallInput } from '../../shared/contract/index.ts';
import type { ExportFormat, ExportView } from '../../shared/model/keeping.ts';
import { ask, call } from './bridge.ts';

/** What can be written out. */
export type ExportWhat = CallInput<'exports.start'>['what'];

type Exports = {
  /** Why the last one did not begin. */
  readonly refused: Failure | undefined;
  /** The result that the user has put away. */
  readonly dismissedId: string | undefined;
};

/** What of the exports is the window's own. */
export const useExportNote = create<Exports>()(() => ({
  refused: undefined,
  dismissedId: undefined,
}));

/** The running export, or the last one; null before there has been any. */
export function useExport(): UseQueryResult<ExportView | null> {
  return useQuery({
    queryKey: ['exports'],
    // A query that has been answered must have data.
    queryFn: async () => (await ask('exports.get', undefined)) ?? null,
  });
}

/** Begins an export; the bar above every screen tells what becomes of it. */
export function useStartExport(): (what: ExportWhat, format: ExportFormat) => Promise<void> {
  const client = useQueryClient();
  return async (what, format) => {
    const started = await call('exports.start', { what, format });
    useExportNote.setState({ refused: started.ok ? undefined : started.failure });
    await client.invalidateQueries({ queryKey: ['exports'] });
  };
}

/** Puts away what an export came to. */
export function dismissExport(id: string | undefined): void {
  useExportNote.setState({ refused: undefined, ...(id !== undefined && { dismissedId: id }) });
}
