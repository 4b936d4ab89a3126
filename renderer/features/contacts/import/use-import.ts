import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Failure } from '../../../../shared/failure.ts';
import type {
  ContactImportDraft,
  ContactImportView,
} from '../../../../shared/model/contact-import.ts';
import type { ContactImportId } from '../../../../shared/model/ids.ts';
import { ask, call } from '../../../app/bridge.ts';

/** How far an import has come. */
export type ImportStep =
  | { readonly step: 'choose' }
  | { readonly step: 'draft'; readonly draft: ContactImportDraft }
  | { readonly step: 'done'; readonly done: ContactImportView }
  | { readonly step: 'undone' };

/** Choosing a file, looking at what would happen, doing it, and taking it back. */
export function useImport() {
  const client = useQueryClient();
  const [at, setAt] = useState<ImportStep>({ step: 'choose' });
  const [failure, setFailure] = useState<Failure>();
  const [isBusy, setIsBusy] = useState(false);
  const earlier = useQuery({
    queryKey: ['contacts', 'imports'],
    queryFn: () => ask('contacts.list-imports', undefined),
  });

  const work = async (what: () => Promise<Failure | undefined>): Promise<void> => {
    if (isBusy) return;
    setIsBusy(true);
    setFailure(undefined);
    setFailure(await what());
    setIsBusy(false);
  };
  return {
    at,
    failure,
    isBusy,
    earlier: earlier.data ?? [],
    choose: () =>
      work(async () => {
        const result = await call('contacts.read-import', undefined);
        if (!result.ok) return result.failure;
        if (result.value) setAt({ step: 'draft', draft: result.value });
        return undefined;
      }),
    use: (importId: ContactImportId) =>
      work(async () => {
        const result = await call('contacts.use-import', { importId });
        if (!result.ok) return result.failure;
        setAt({ step: 'done', done: result.value });
        void client.invalidateQueries({ queryKey: ['contacts'] });
        return undefined;
      }),
    undo: (importId: ContactImportId) =>
      work(async () => {
        const result = await call('contacts.undo-import', { importId });
        if (!result.ok) return result.failure;
        setAt({ step: 'undone' });
        void client.invalidateQueries({ queryKey: ['contacts'] });
        return undefined;
      }),
    startOver: () => {
      setFailure(undefined);
      setAt({ step: 'choose' });
    },
  };
}
