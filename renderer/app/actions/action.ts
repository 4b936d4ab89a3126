import type { QueryClient } from '@tanstack/react-query';
import type { CallInput } from '../../../shared/contract/index.ts';
import type { Settings } from '../../../shared/model/app.ts';
import type { BackfillView } from '../../../shared/model/backfill.ts';
import type { CountryCode, EpochMs } from '../../../shared/model/ids.ts';
import type { ExportFormat } from '../../../shared/model/keeping.ts';
import type { QuietView } from '../../../shared/model/notifications.ts';
import type { PresenceView } from '../../../shared/model/presence.ts';
import type { SessionView } from '../../../shared/model/session.ts';
import type { ShortcutId } from '../../../shared/shortcuts.ts';
import type { PartyWords } from '../party.ts';
import type { DialRequest } from '../use-dial.ts';
import type { ExportWhat } from '../use-exports.ts';

/** What belongs together in the palette, in its order there. */
export const actionGroups = [
  'recent',
  'number',
  'people',
  'here',
  'begin',
  'go',
  'quiet',
  'look',
  'window',
  'archive',
  'account',
  'help',
  'settings',
  'search',
] as const;
export type ActionGroup = (typeof actionGroups)[number];

/** What decides which actions there are, and which can be done now. Nothing of it is waited for. */
export type Facts = {
  readonly now: EpochMs;
  readonly home: CountryCode;
  readonly session: SessionView | undefined;
  readonly settings: Settings | undefined;
  readonly quiet: QuietView | undefined;
  readonly presence: PresenceView | undefined;
  readonly backfill: BackfillView['state'] | undefined;
  readonly isExporting: boolean;
  readonly isDark: boolean;
};

/** What actions work with, besides the window's own state. */
export type Tools = {
  readonly client: QueryClient;
  readonly words: PartyWords;
  readonly save: (patch: CallInput<'settings.set'>) => void;
  readonly callParty: (request: DialRequest) => void;
  readonly startExport: (what: ExportWhat, format: ExportFormat) => void;
  readonly signInAgain: () => void;
  readonly setQuiet: (until: EpochMs | null | undefined) => void;
};

/** Something further to choose, in place of the commands. */
export type Page =
  | { readonly kind: 'people'; readonly deed: 'call' | 'text' | 'open' }
  | {
      readonly kind: 'list';
      /** What the choices are for. */
      readonly title: string;
      /** Tells its choices from others. */
      readonly id: string;
      readonly read: () => Promise<readonly Action[]> | readonly Action[];
    };

/** Something the app can do, as data. */
export type Action = {
  /** Stays the same over languages and starts: what was done lately is remembered by it. */
  readonly id: string;
  readonly group: ActionGroup;
  readonly label: string;
  /** Beside the label: a number, what a choice means. */
  readonly detail?: string | undefined;
  /** Words that are not shown and lead here all the same. */
  readonly keywords?: string | undefined;
  readonly shortcut?: ShortcutId | undefined;
  /** Why it cannot be done now. */
  readonly obstacle?: string | undefined;
  /** Of a choice: it is the one that holds. */
  readonly isChosen?: boolean | undefined;
} & (
  | { readonly run: (tools: Tools) => void; readonly page?: undefined }
  | { readonly page: () => Page; readonly run?: undefined }
);
