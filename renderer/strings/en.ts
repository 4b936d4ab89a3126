import { app } from './en/app.ts';
import { calls } from './en/calls.ts';
import { contacts } from './en/contacts.ts';
import { diagnostics } from './en/diagnostics.ts';
import { failureWords } from './en/failures.ts';
import { findingWords } from './en/findings.ts';
import { messages } from './en/messages.ts';
import { onboarding } from './en/onboarding.ts';
import { settings } from './en/settings.ts';
import { status } from './en/status.ts';

/** Every word the window shows, in English. */
export const en = {
  app,
  calls,
  contacts,
  diagnostics,
  messages,
  onboarding,
  settings,
  status,
  failures: failureWords,
  findings: findingWords,
} as const;
