import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ask, call, failureOf } from '../bridge.ts';
import { usePartyWords } from '../party.ts';
import { useHomeCountry, useQuiet, useSaveSettings, useSession, useSettings } from '../queries.ts';
import { useSignInAgain } from '../sign-in.ts';
import { useCallParty } from '../use-dial.ts';
import { useExport, useStartExport } from '../use-exports.ts';
import type { Facts, Tools } from './action.ts';
import { tellNews, tellOutcome } from './news.ts';

/** What decides which actions there are: of what is known already, nothing is waited for. */
export function useFacts(now: number): Facts {
  const settings = useSettings().data;
  const theme = settings?.theme ?? 'system';
  return {
    now,
    home: useHomeCountry(),
    session: useSession().data,
    settings,
    quiet: useQuiet().data,
    presence: useQuery({
      queryKey: ['presence'],
      queryFn: () => ask('presence.get', undefined),
    }).data,
    backfill: useQuery({
      queryKey: ['backfill'],
      queryFn: () => ask('archive.get-backfill', undefined),
    }).data?.state,
    isExporting: useExport().data?.state === 'running',
    isDark:
      theme === 'dark' ||
      (theme === 'system' && window.matchMedia('(prefers-color-scheme: dark)').matches),
  };
}

/** What actions work with; it goes on when what asked for it is gone. */
export function useTools(): Tools {
  const client = useQueryClient();
  const settings = useSaveSettings();
  const callParty = useCallParty();
  const startExport = useStartExport();
  return {
    client,
    words: usePartyWords(),
    callParty,
    signInAgain: useSignInAgain(),
    save: (patch) => {
      settings.mutateAsync(patch).catch((error: unknown) => {
        tellNews({ kind: 'failed', failure: failureOf(error) });
      });
    },
    startExport: (what, format) => void startExport(what, format),
    setQuiet: (until) => {
      const input = until === undefined ? {} : { until };
      void tellOutcome(call('notifications.set-quiet', input), {}).then(
        (view) => view && client.setQueryData(['quiet'], view),
      );
    },
  };
}
