import { app } from './en/app.ts';
import { calls } from './en/calls.ts';
import { contacts } from './en/contacts.ts';
import { failureWords } from './en/failures.ts';
import { messages } from './en/messages.ts';
import { onboarding } from './en/onboarding.ts';
import { settings } from './en/settings.ts';
import { status } from './en/status.ts';

/** Every word the window shows, in English. */
export const en = {
  app,
  calls,
  contacts,
  messages,
  onboarding,
  settings,
  status,
  failures: failureWords,
} as const;
