import { strings } from '../../../shared/strings/strings.ts';
import { sayAll, textsOf, type Entry } from './entry.ts';

const page = strings.settingsPage;

/** The cards of what is around it: other programs, the account, the archive and help. */
export const aroundEntries = {
  'phone-links': {
    group: 'outside',
    say: () => ({
      title: strings.links.title,
      sentence: strings.links.advice,
      also: textsOf(strings.links.schemes),
    }),
  },
  'call-at-once': {
    group: 'outside',
    holds: ['callAtOnce'],
    say: () => sayAll(strings.cards.atOnce, page.sentences.callAtOnce),
  },
  shortcut: {
    group: 'outside',
    holds: ['shortcut'],
    say: () => ({
      title: strings.shortcut.title,
      sentence: strings.shortcut.advice.clipboard,
      also: [strings.shortcut.keys, strings.shortcut.advice.selection],
    }),
  },
  'quick-text-shortcut': {
    group: 'outside',
    holds: ['quickTextShortcut'],
    say: () => ({
      title: strings.quick.shortcut.title,
      sentence: strings.quick.shortcut.advice,
      also: [strings.shortcut.keys, ...textsOf(strings.quick.shortcut)],
    }),
  },
  crm: {
    group: 'outside',
    holds: ['crmAddress'],
    say: () => sayAll(strings.incoming.crmSettings, page.sentences.crm),
  },
  'local-api': {
    group: 'outside',
    holds: ['apiEnabled', 'apiPort', 'apiOrigins'],
    say: () => ({
      title: strings.localApi.settings.title,
      sentence: strings.localApi.settings.sentence,
      also: [
        'API',
        'CRM',
        'token',
        strings.localApi.settings.switch,
        strings.localApi.settings.port,
        strings.localApi.settings.origins,
        strings.localApi.settings.programs,
      ],
    }),
  },
  webhooks: {
    group: 'outside',
    say: () => sayAll(strings.webhooks, strings.webhooks.sentence),
  },
  account: {
    group: 'account',
    say: () => ({
      title: strings.settings.account,
      sentence: page.sentences.account,
      also: [
        strings.settings.who,
        strings.settings.server,
        strings.settings.signOut,
        strings.settings.leaveDemo,
        strings.settings.clientId,
      ],
    }),
  },
  'browser-sign-in': {
    group: 'account',
    holds: ['signInPort'],
    say: () => ({
      title: strings.settings.browserSignIn,
      sentence: page.sentences.browserSignIn,
      also: [strings.onboarding.port.label, strings.onboarding.port.redirectUri],
    }),
  },
  'archive-size': {
    group: 'archive',
    say: () => ({
      title: strings.keeping.archive.title,
      sentence: strings.keeping.archive.advice,
      also: [strings.keeping.archive.size, strings.keeping.exports.button],
    }),
  },
  backfill: {
    group: 'archive',
    say: () => ({
      title: strings.backfill.title,
      sentence: strings.backfill.advice,
      also: [strings.backfill.pause, strings.backfill.resume],
    }),
  },
  backups: {
    group: 'archive',
    holds: ['backupDays', 'backupWeeks'],
    say: () => sayAll(strings.keeping.backups, strings.keeping.backups.advice),
  },
  keep: {
    group: 'archive',
    holds: ['keepMonths', 'keepMediaMonths'],
    say: () => sayAll(strings.keeping.keep, strings.keeping.keep.advice),
  },
  'media-cache': {
    group: 'archive',
    holds: ['mediaCacheMb'],
    say: () => sayAll(strings.media.cache, strings.media.cache.advice),
  },
  erase: {
    group: 'archive',
    say: () => ({
      title: strings.keeping.erase.title,
      sentence: strings.keeping.erase.advice,
      also: [strings.keeping.erase.button],
    }),
  },
  support: {
    group: 'about',
    say: () => ({
      title: strings.diagnostics.title,
      sentence: strings.diagnostics.openAdvice,
      also: [strings.diagnostics.openPage],
    }),
  },
  updates: {
    group: 'about',
    holds: ['checkForUpdates', 'updateChannel'],
    say: () => sayAll(strings.updates, strings.updates.sentence),
  },
  about: {
    group: 'about',
    say: () => ({
      title: strings.settings.about,
      sentence: page.sentences.about,
      also: [strings.settings.version, strings.settings.profile],
    }),
  },
} as const satisfies Readonly<Record<string, Entry>>;
