import { actions } from './es/actions.ts';
import { app } from './es/app.ts';
import { attachments, pageLinks } from './es/attachments.ts';
import { away, backfill } from './es/backfill.ts';
import { callLists } from './es/call-lists.ts';
import { calls } from './es/calls.ts';
import { cards } from './es/cards.ts';
import { commands } from './es/commands.ts';
import { composer } from './es/composer.ts';
import { contactImport } from './es/contact-import.ts';
import { contacts } from './es/contacts.ts';
import { desktop } from './es/desktop.ts';
import { diagnostics } from './es/diagnostics.ts';
import { dialogs } from './es/dialogs.ts';
import { emoji } from './es/emoji.ts';
import { failureWords } from './es/failures.ts';
import { files } from './es/files.ts';
import { findingWords } from './es/findings.ts';
import { followUps } from './es/follow-ups.ts';
import { guards } from './es/guards.ts';
import { history } from './es/history.ts';
import { incoming } from './es/incoming.ts';
import { keeping } from './es/keeping.ts';
import { links } from './es/links.ts';
import { localApi } from './es/local-api.ts';
import { media } from './es/media.ts';
import { messages } from './es/messages.ts';
import { notes } from './es/notes.ts';
import { notifications } from './es/notifications.ts';
import { onboarding } from './es/onboarding.ts';
import { palette } from './es/palette.ts';
import { phone } from './es/phone.ts';
import { quick } from './es/quick.ts';
import { search } from './es/search.ts';
import { sending } from './es/sending.ts';
import { separate } from './es/separate.ts';
import { settingsPage } from './es/settings-page.ts';
import { settings } from './es/settings.ts';
import { shortcut } from './es/shortcut.ts';
import { signInPage } from './es/sign-in-page.ts';
import { spelling } from './es/spelling.ts';
import { status } from './es/status.ts';
import { templates } from './es/templates.ts';
import { textRefusals } from './es/text-refusals.ts';
import { textRules } from './es/text-rules.ts';
import { threads } from './es/threads.ts';
import { timeline } from './es/timeline.ts';
import { updates } from './es/updates.ts';
import { usual } from './es/usual.ts';
import { voicemail } from './es/voicemail.ts';
import { webhooks } from './es/webhooks.ts';
import type { Words } from './words.ts';

/** Every word Sidetone says, in Spanish. */
export const es: Words = {
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
  failures: failureWords,
  files,
  findings: findingWords,
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
  templates,
  textRefusals,
  textRules,
  threads,
  timeline,
  updates,
  usual,
  voicemail,
  webhooks,
};
