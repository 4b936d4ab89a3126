import type { SettingsPlace } from '../../app/settings-index.ts';
import { About } from './about.tsx';
import { Account, BrowserSignIn } from './account.tsx';
import { Appearance } from './appearance.tsx';
import { ArchiveSize } from './archive-size.tsx';
import { Backfill } from './backfill.tsx';
import { Backups } from './backups.tsx';
import { CallAtOnce } from './call-at-once.tsx';
import { Crm } from './crm.tsx';
import { DoNotCall } from './do-not-call.tsx';
import { Erase } from './erase.tsx';
import { IncomingCalls } from './incoming.tsx';
import { Keep } from './keep.tsx';
import { LanguageCard } from './language.tsx';
import { LocalApi } from './local-api/local-api.tsx';
import { MediaCache } from './media-cache.tsx';
import { Notifications } from './notifications.tsx';
import { Numbers } from './numbers.tsx';
import { OptOuts } from './opt-outs.tsx';
import { Outcomes } from './outcomes.tsx';
import { OwnFields } from './own-fields.tsx';
import { PhoneLinks } from './phone-links.tsx';
import { SettingsFile } from './settings-file.tsx';
import { Shortcut } from './shortcut.tsx';
import { Starting } from './starting.tsx';
import { Spelling } from './spelling.tsx';
import { Support } from './support.tsx';
import { Templates } from './templates.tsx';
import { TextPricesCard } from './text-prices.tsx';
import { TextRules } from './text-rules.tsx';
import { UndoSeconds } from './undo-seconds.tsx';
import { Updates } from './updates.tsx';
import { Webhooks } from './webhooks/webhooks.tsx';

/** What draws each card of the index (renderer/app/settings-index.ts); their order is the index's. */
export const views: Readonly<Record<SettingsPlace, () => React.JSX.Element>> = {
  appearance: Appearance,
  language: LanguageCard,
  starting: Starting,
  'settings-file': SettingsFile,
  numbers: Numbers,
  incoming: IncomingCalls,
  outcomes: Outcomes,
  'do-not-call': DoNotCall,
  templates: Templates,
  'own-fields': OwnFields,
  'undo-seconds': UndoSeconds,
  spelling: Spelling,
  'text-rules': TextRules,
  'opt-outs': OptOuts,
  'text-prices': TextPricesCard,
  notifications: Notifications,
  'phone-links': PhoneLinks,
  'call-at-once': CallAtOnce,
  shortcut: () => <Shortcut kind="propose" />,
  'quick-text-shortcut': () => <Shortcut kind="quick-text" />,
  crm: Crm,
  'local-api': LocalApi,
  webhooks: Webhooks,
  account: Account,
  'browser-sign-in': BrowserSignIn,
  'archive-size': ArchiveSize,
  backfill: Backfill,
  backups: Backups,
  keep: Keep,
  'media-cache': MediaCache,
  erase: Erase,
  support: Support,
  updates: Updates,
  about: About,
};
