import type { Settings } from '../../shared/model/app.ts';
import { strings } from '../../shared/strings/strings.ts';

/** The parts of the settings, in their order on the page. */
export const settingsGroups = [
  'general',
  'calling',
  'texts',
  'notifications',
  'outside',
  'account',
  'archive',
  'about',
] as const;
export type SettingsGroup = (typeof settingsGroups)[number];

const page = strings.settingsPage;

type Said = {
  readonly title: string;
  /** What the card does. */
  readonly sentence: string;
  /** Labels and choices on the card, which people look for as well. */
  readonly also: readonly string[];
};

type Entry = {
  readonly group: SettingsGroup;
  /** The settings on the card: what a reset of it takes back. */
  readonly holds?: readonly (keyof Settings)[];
  /** Looked up at use, so that it follows the language. */
  readonly say: () => Said;
};

/** Every text of a group of words; those that need a value are left out. */
function textsOf(group: object): readonly string[] {
  return Object.values(group).flatMap((each: unknown) => {
    if (typeof each === 'string') return [each];
    return typeof each === 'object' && each !== null ? textsOf(each) : [];
  });
}

/** Every card of the settings, in the order of the page. A new card is entered here and in `views`. */
const entries = {
  appearance: {
    group: 'general',
    holds: ['theme', 'density'],
    say: () => ({
      title: strings.settings.appearance,
      sentence: page.sentences.appearance,
      also: [
        strings.settings.theme,
        strings.settings.density,
        ...textsOf(strings.settings.themes),
        ...textsOf(strings.settings.densities),
      ],
    }),
  },
  language: {
    group: 'general',
    holds: ['language'],
    say: () => ({
      title: page.language.title,
      sentence: page.sentences.language,
      also: [page.language.label, ...textsOf(page.language.choices)],
    }),
  },
  starting: {
    group: 'general',
    holds: ['closeToTray', 'openAtLogin'],
    say: () => ({
      title: page.starting.title,
      sentence: page.sentences.starting,
      also: textsOf(page.starting),
    }),
  },
  'settings-file': {
    group: 'general',
    say: () => ({
      title: page.file.title,
      sentence: page.sentences.file,
      also: [page.file.export, page.file.import, page.file.resetAll],
    }),
  },
  numbers: {
    group: 'calling',
    holds: ['callFrom', 'smsFrom'],
    say: () => ({
      title: strings.settings.numbers,
      sentence: page.sentences.numbers,
      also: [
        strings.settings.callFrom,
        strings.settings.callFromAdvice,
        strings.settings.textFrom,
        strings.settings.textFromAdvice,
        page.countries.title,
      ],
    }),
  },
  incoming: {
    group: 'calling',
    holds: ['showIncoming', 'textBack'],
    say: () => ({
      title: strings.incoming.settings.title,
      sentence: page.sentences.incoming,
      also: textsOf(strings.incoming.settings),
    }),
  },
  outcomes: {
    group: 'calling',
    holds: ['outcomes'],
    say: () => ({
      title: strings.notes.outcomes.title,
      sentence: strings.notes.outcomes.advice,
      also: [strings.notes.outcomes.new],
    }),
  },
  'do-not-call': {
    group: 'calling',
    say: () => ({
      title: strings.guards.doNotCall.title,
      sentence: strings.guards.doNotCall.about,
      also: textsOf(strings.guards.doNotCall),
    }),
  },
  templates: {
    group: 'texts',
    say: () => ({
      title: strings.templates.title,
      sentence: strings.templates.settings.advice,
      also: [strings.templates.settings.account, strings.templates.settings.add],
    }),
  },
  'own-fields': {
    group: 'texts',
    holds: ['ownFields'],
    say: () => ({
      title: strings.templates.settings.fields,
      sentence: strings.templates.settings.fieldsAdvice,
      also: [strings.templates.settings.addField],
    }),
  },
  'undo-seconds': {
    group: 'texts',
    holds: ['undoSeconds'],
    say: () => ({
      title: strings.sending.undoSeconds,
      sentence: strings.sending.undoSecondsHint,
      also: [strings.sending.undo],
    }),
  },
  spelling: {
    group: 'texts',
    holds: ['spellCheck', 'ownWords'],
    say: () => ({
      title: strings.spelling.title,
      sentence: page.sentences.spelling,
      also: [
        strings.spelling.setting,
        strings.spelling.settingAdvice,
        strings.spelling.ownWords,
        strings.spelling.ownWordsAdvice,
      ],
    }),
  },
  'text-rules': {
    group: 'texts',
    holds: ['askQuietTexts', 'firstTextSentence', 'stopWords'],
    say: () => ({
      title: strings.textRules.settings.title,
      sentence: page.sentences.textRules,
      also: textsOf(strings.textRules.settings),
    }),
  },
  'opt-outs': {
    group: 'texts',
    say: () => ({
      title: strings.textRules.optOuts.title,
      sentence: strings.textRules.optOuts.about,
      also: textsOf(strings.textRules.optOuts),
    }),
  },
  'text-prices': {
    group: 'texts',
    holds: ['textPrices'],
    say: () => ({
      title: strings.composer.prices.title,
      sentence: page.sentences.textPrices,
      also: textsOf(strings.composer.prices),
    }),
  },
  notifications: {
    group: 'notifications',
    holds: [
      'notifyTexts',
      'notifyMissedCalls',
      'notifyVoicemails',
      'notificationSound',
      'hideTextInNotifications',
      'repeatMinutes',
    ],
    say: () => ({
      title: strings.notifications.settings.title,
      sentence: page.sentences.notifications,
      also: [...textsOf(strings.notifications.settings), strings.notifications.quiet.title],
    }),
  },
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
    say: () => ({
      title: strings.cards.atOnce.title,
      sentence: page.sentences.callAtOnce,
      also: textsOf(strings.cards.atOnce),
    }),
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
    say: () => ({
      title: strings.incoming.crmSettings.title,
      sentence: page.sentences.crm,
      also: textsOf(strings.incoming.crmSettings),
    }),
  },
  'local-api': {
    group: 'outside',
    holds: ['apiEnabled', 'apiPort', 'apiOrigins'],
    say: () => ({
      title: strings.localApi.settings.title,
      sentence: strings.localApi.settings.sentence,
      also: [
        ...['API', 'CRM', 'token'],
        strings.localApi.settings.switch,
        strings.localApi.settings.port,
        strings.localApi.settings.origins,
        strings.localApi.settings.programs,
      ],
    }),
  },
  webhooks: {
    group: 'outside',
    say: () => ({
      title: strings.webhooks.title,
      sentence: strings.webhooks.sentence,
      also: textsOf(strings.webhooks),
    }),
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
    say: () => ({
      title: strings.keeping.backups.title,
      sentence: strings.keeping.backups.advice,
      also: textsOf(strings.keeping.backups),
    }),
  },
  keep: {
    group: 'archive',
    holds: ['keepMonths', 'keepMediaMonths'],
    say: () => ({
      title: strings.keeping.keep.title,
      sentence: strings.keeping.keep.advice,
      also: textsOf(strings.keeping.keep),
    }),
  },
  'media-cache': {
    group: 'archive',
    holds: ['mediaCacheMb'],
    say: () => ({
      title: strings.media.cache.title,
      sentence: strings.media.cache.advice,
      also: textsOf(strings.media.cache),
    }),
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
    say: () => ({
      title: strings.updates.title,
      sentence: strings.updates.sentence,
      also: textsOf(strings.updates),
    }),
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

/** A card of the settings that other screens lead to. */
export type SettingsPlace = keyof typeof entries;

export const settingsPlaces = Object.keys(entries) as readonly SettingsPlace[];

/** A card as it is found: in the language spoken now. */
export type SettingsCard = Said & {
  readonly place: SettingsPlace;
  readonly group: SettingsGroup;
  readonly holds: readonly (keyof Settings)[];
  /** Words nobody sees, that people look for all the same. */
  readonly keywords: string;
};

export function settingsCard(place: SettingsPlace): SettingsCard {
  const { group, holds = [], say }: Entry = entries[place];
  return { place, group, holds, ...say(), keywords: page.keywords[place] };
}

/** Every card, in the order of the page. */
export function settingsCards(): readonly SettingsCard[] {
  return settingsPlaces.map(settingsCard);
}
