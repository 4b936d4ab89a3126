import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { CallInput } from '../../shared/contract/index.ts';
import type { AppInfo, Notice, Page, Settings } from '../../shared/model/app.ts';
import type { ActiveCall, CallerIdChoice, PhoneChoice } from '../../shared/model/calls.ts';
import type { CardsView } from '../../shared/model/cards.ts';
import type { CountryCode } from '../../shared/model/ids.ts';
import type { SenderChoice } from '../../shared/model/messages.ts';
import type { QuietView } from '../../shared/model/notifications.ts';
import type { SettingsStanding } from '../../shared/model/settings.ts';
import type { Suggestion } from '../../shared/model/people.ts';
import type { SessionView } from '../../shared/model/session.ts';
import { ask } from './bridge.ts';
import type { MainScreen } from './ui-store.ts';

export const pageSize = 50;
/** As large as main gives. */
const laterPageSize = 200;

export function useSession(): UseQueryResult<SessionView> {
  return useQuery({ queryKey: ['session'], queryFn: () => ask('session.get', undefined) });
}

/** The country that national numbers are read and written in. */
export function useHomeCountry(): CountryCode {
  return useSession().data?.account?.homeCountry ?? ('US' as CountryCode);
}

export function useSettings(): UseQueryResult<Settings> {
  return useQuery({ queryKey: ['settings'], queryFn: () => ask('settings.get', undefined) });
}

/** What an administrator has set, and what differs from what holds by default. */
export function useSettingsStanding(): UseQueryResult<SettingsStanding> {
  return useQuery({
    queryKey: ['settings', 'standing'],
    queryFn: () => ask('settings.get-standing', undefined),
  });
}

/** What a patch comes to: null takes a choice back. */
function chosen(patch: CallInput<'settings.set'>): Partial<Settings> {
  const named = Object.entries(patch).filter(([, value]) => value !== undefined);
  return Object.fromEntries(named.map(([name, value]) => [name, value ?? undefined]));
}

/** Saves a choice and shows it at once; a failure puts the old one back. */
export function useSaveSettings() {
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: (patch: CallInput<'settings.set'>) => ask('settings.set', patch),
    onMutate: (patch) => {
      const before = client.getQueryData<Settings>(['settings']);
      if (before) client.setQueryData<Settings>(['settings'], { ...before, ...chosen(patch) });
      return { before };
    },
    onSuccess: (saved) => {
      client.setQueryData(['settings'], saved);
      void client.invalidateQueries({ queryKey: ['settings', 'standing'] });
    },
    onError: (_error, _patch, context) => client.setQueryData(['settings'], context?.before),
  });
}

export function usePhones(): UseQueryResult<readonly PhoneChoice[]> {
  return useQuery({ queryKey: ['phones'], queryFn: () => ask('calls.list-phones', undefined) });
}

/** The numbers that calls may show. */
export function useCallerIds(): UseQueryResult<readonly CallerIdChoice[]> {
  return useQuery({
    queryKey: ['phones', 'caller-ids'],
    queryFn: () => ask('calls.list-caller-ids', undefined),
  });
}

export function useSenders(): UseQueryResult<readonly SenderChoice[]> {
  return useQuery({
    queryKey: ['senders'],
    queryFn: () => ask('messages.list-senders', undefined),
  });
}

export function useActiveCalls(): UseQueryResult<readonly ActiveCall[]> {
  return useQuery({
    queryKey: ['active-calls'],
    queryFn: () => ask('calls.list-active', undefined),
  });
}

export function useCards(): UseQueryResult<CardsView> {
  return useQuery({ queryKey: ['cards'], queryFn: () => ask('cards.list', undefined) });
}

/** Whether notifications keep quiet, and why. */
export function useQuiet(): UseQueryResult<QuietView> {
  return useQuery({
    queryKey: ['quiet'],
    queryFn: () => ask('notifications.get-quiet', undefined),
  });
}

export function useNotices(): UseQueryResult<readonly Notice[]> {
  return useQuery({ queryKey: ['notices'], queryFn: () => ask('app.list-notices', undefined) });
}

/** What waits to be looked at, by screen. */
export function useBadgeCounts(): Readonly<Partial<Record<MainScreen, number>>> {
  const [calls, texts, voicemails, followUps] = useQueries({
    queries: [
      { queryKey: ['calls', 'new'], queryFn: () => ask('calls.count-new', undefined) },
      { queryKey: ['threads', 'unread'], queryFn: () => ask('messages.count-unread', undefined) },
      {
        queryKey: ['voicemail', 'unread'],
        queryFn: () => ask('voicemail.count-unread', undefined),
      },
      { queryKey: ['follow-ups', 'due'], queryFn: () => ask('follow-ups.count-due', undefined) },
    ],
  });
  return {
    calls: calls.data ?? 0,
    messages: texts.data ?? 0,
    voicemail: voicemails.data ?? 0,
    'follow-ups': followUps.data ?? 0,
  };
}

export function useAppInfo(): UseQueryResult<AppInfo> {
  return useQuery({ queryKey: ['app-info'], queryFn: () => ask('app.info', undefined) });
}

/** People and recent numbers that match what is typed; none for an empty text. */
export function useSuggestions(text: string): readonly Suggestion[] {
  return useAnsweredSuggestions(text).found;
}

type Suggested = {
  readonly found: readonly Suggestion[];
  readonly isAnswered: boolean;
};

/** The same, with whether it is the answer to what is typed now, or still to what was before. */
export function useAnsweredSuggestions(text: string): Suggested {
  const trimmed = text.trim();
  const query = useQuery({
    queryKey: ['contacts', 'suggest', trimmed],
    queryFn: () => ask('contacts.suggest', { text: trimmed.slice(0, 200) }),
    enabled: trimmed !== '',
    placeholderData: keepPreviousData,
  });
  if (trimmed === '') return { found: none, isAnswered: true };
  return { found: query.data ?? none, isAnswered: !query.isPlaceholderData && !query.isPending };
}

/** Whom the user was in touch with last, the latest first; asked anew wherever it is shown. */
export function useRecentPeople(isAsked: boolean): Suggested {
  const query = useQuery({
    queryKey: ['contacts', 'recent'],
    queryFn: () => ask('contacts.suggest', { text: '' }),
    enabled: isAsked,
    staleTime: 0,
  });
  return { found: query.data ?? none, isAnswered: !query.isPending };
}

const none: readonly Suggestion[] = [];

/** A list that is read page by page as it is scrolled: all rows read so far, and how to read on. */
export type Pages<T> = {
  readonly pages: UseInfiniteQueryResult<InfiniteData<Page<T>>>;
  readonly rows: readonly T[];
  readonly readOn: () => void;
};

export function usePages<T>(
  queryKey: readonly unknown[],
  fetchPage: (page: { after: string | undefined; limit: number }) => Promise<Page<T>>,
): Pages<T> {
  const pages = useInfiniteQuery({
    queryKey,
    // A change reads anew all that has been read: whoever scrolls on gets few large pages.
    queryFn: ({ pageParam }) =>
      fetchPage({ after: pageParam, limit: pageParam === undefined ? pageSize : laterPageSize }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: Page<T>) => page.next,
    // While a search is narrowed the rows found before stay in place.
    placeholderData: keepPreviousData,
  });
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = pages;
  const rows = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const readOn = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetchingNextPage]);
  return { pages, rows, readOn };
}
