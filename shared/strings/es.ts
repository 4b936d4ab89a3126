import { en } from './en.ts';
import { actions } from './es/actions.ts';
import { palette } from './es/palette.ts';
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
import { localApi } from './es/local-api.ts';
import { settingsPage } from './es/settings-page.ts';
import { desktop } from './es/desktop.ts';
import { updates } from './es/updates.ts';
import type { Words } from './words.ts';

/** Every word Sidetone says, in Spanish. */
export const es: Words = {
  ...en,
  desktop,
  actions,
  palette,
  app,
  attachments,
  pageLinks,
  away,
  backfill,
  callLists,
  calls,
  cards,
  commands,
  composer,
  contactImport,
  contacts,
  localApi,
  settingsPage,
  updates,
};
