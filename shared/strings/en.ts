import { actions } from './en/actions.ts';
import { app } from './en/app.ts';
import { attachments, pageLinks } from './en/attachments.ts';
import { away, backfill } from './en/backfill.ts';
import { callLists } from './en/call-lists.ts';
import { calls } from './en/calls.ts';
import { cards } from './en/cards.ts';
import { commands } from './en/commands.ts';
import { composer } from './en/composer.ts';
import { contactImport } from './en/contact-import.ts';
import { contacts } from './en/contacts.ts';
import { desktop } from './en/desktop.ts';
import { diagnostics } from './en/diagnostics.ts';
import { dialogs } from './en/dialogs.ts';
import { failureWords } from './en/failures.ts';
import { files } from './en/files.ts';
import { findingWords } from './en/findings.ts';
import { emoji } from './en/emoji.ts';
import { followUps } from './en/follow-ups.ts';
import { guards } from './en/guards.ts';
import { history } from './en/history.ts';
import { incoming } from './en/incoming.ts';
import { keeping } from './en/keeping.ts';
import { links } from './en/links.ts';
import { localApi } from './en/local-api.ts';
import { media } from './en/media.ts';
import { messages } from './en/messages.ts';
import { notes } from './en/notes.ts';
import { notifications } from './en/notifications.ts';
import { onboarding } from './en/onboarding.ts';
import { palette } from './en/palette.ts';
import { phone } from './en/phone.ts';
import { quick } from './en/quick.ts';
import { search } from './en/search.ts';
import { sending } from './en/sending.ts';
import { separate } from './en/separate.ts';
import { settings } from './en/settings.ts';
import { settingsPage } from './en/settings-page.ts';
import { shortcut } from './en/shortcut.ts';
import { signInPage } from './en/sign-in-page.ts';
import { spelling } from './en/spelling.ts';
import { status } from './en/status.ts';
import { textRefusals } from './en/text-refusals.ts';
import { textRules } from './en/text-rules.ts';
import { templates } from './en/templates.ts';
import { threads } from './en/threads.ts';
import { timeline } from './en/timeline.ts';
import { updates } from './en/updates.ts';
import { usual } from './en/usual.ts';
import { voicemail } from './en/voicemail.ts';
import { webhooks } from './en/webhooks.ts';

/** Every word the window shows, in English. */
export const en = {
  actions,
  app,
  attachments,
  away,
  backfill,
  callLists,
  calls,
  cards,
  commands,
  composer,
  contactImport,
  contacts,
  desktop,
  diagnostics,
  dialogs,
  emoji,
  files,
  followUps,
  guards,
  history,
  incoming,
  keeping,
  links,
  localApi,
  media,
  messages,
  notes,
  notifications,
  onboarding,
  pageLinks,
  palette,
  phone,
  quick,
  search,
  sending,
  separate,
  settings,
  settingsPage,
  shortcut,
  signInPage,
  spelling,
  status,
  textRefusals,
  textRules,
  templates,
  threads,
  timeline,
  updates,
  usual,
  voicemail,
  webhooks,
  failures: failureWords,
  findings: findingWords,
} as const;
