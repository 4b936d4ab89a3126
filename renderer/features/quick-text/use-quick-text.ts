import { useQuery } from '@tanstack/react-query';
import type { QuickText } from '../../../shared/model/notifications.ts';
import { ask } from '../../app/bridge.ts';
import { loadBegun } from '../../app/begun-text/begin.ts';
import { loadDraft } from '../../app/composer/keep.ts';
import { begin } from './store.ts';

/** What the window was opened with, once the form holds it; undefined while it is closed. */
export function useQuickText(): QuickText | undefined {
  const quick = useQuery({
    queryKey: ['quick'],
    queryFn: async () => {
      const opened = await ask('quick.get', undefined);
      // What was written before, also before a restart, is in the form first.
      if (opened !== undefined) {
        await (opened.threadId === undefined ? loadBegun('quick') : loadDraft(opened.threadId));
        begin(opened);
      }
      // TanStack Query takes no undefined for an answer.
      return opened ?? null;
    },
  });
  return quick.data ?? undefined;
}
