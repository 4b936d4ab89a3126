import { strings } from '../../../shared/strings/strings.ts';
import { sayAll, textsOf, type Entry } from './entry.ts';

const page = strings.settingsPage;

/** The cards of the daily work: how it looks, calls, texts and what is told of. */
export const workEntries = {
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
    say: () => sayAll(page.starting, page.sentences.starting),
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
    say: () => sayAll(strings.incoming.settings, page.sentences.incoming),
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
    say: () => sayAll(strings.guards.doNotCall, strings.guards.doNotCall.about),
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
    say: () => sayAll(strings.textRules.settings, page.sentences.textRules),
  },
  'opt-outs': {
    group: 'texts',
    say: () => sayAll(strings.textRules.optOuts, strings.textRules.optOuts.about),
  },
  'text-prices': {
    group: 'texts',
    holds: ['textPrices'],
    say: () => sayAll(strings.composer.prices, page.sentences.textPrices),
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
} as const satisfies Readonly<Record<string, Entry>>;
