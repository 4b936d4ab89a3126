import type { z } from 'zod';
import { appContract } from './app.ts';
import { callListsContract } from './call-lists.ts';
import { callsContract } from './calls.ts';
import { cardsContract } from './cards.ts';
import { contactsContract } from './contacts.ts';
import type { CallDefinition } from './define.ts';
import { diagnosticsContract } from './diagnostics.ts';
import { draftsContract } from './drafts.ts';
import { historyContract } from './history.ts';
import { keepingContract } from './keeping.ts';
import { linksContract } from './links.ts';
import { localApiContract } from './local-api.ts';
import { messagesContract } from './messages.ts';
import { notesContract } from './notes.ts';
import { notificationsContract } from './notifications.ts';
import { presenceContract } from './presence.ts';
import { searchContract } from './search.ts';
import { settingsContract } from './settings.ts';
import { separateContract } from './separate.ts';
import { sessionContract } from './session.ts';
import { templatesContract } from './templates.ts';
import { updatesContract } from './updates.ts';
import { voicemailContract } from './voicemail.ts';
import { webhooksContract } from './webhooks.ts';

/** Every call a window may make. What is not here cannot be asked. */
export const contract = {
  ...appContract,
  ...settingsContract,
  ...sessionContract,
  ...diagnosticsContract,
  ...callsContract,
  ...callListsContract,
  ...cardsContract,
  ...linksContract,
  ...localApiContract,
  ...messagesContract,
  ...draftsContract,
  ...templatesContract,
  ...separateContract,
  ...notificationsContract,
  ...presenceContract,
  ...contactsContract,
  ...historyContract,
  ...notesContract,
  ...voicemailContract,
  ...searchContract,
  ...keepingContract,
  ...webhooksContract,
  ...updatesContract,
};

export type Contract = typeof contract;
export type CallName = keyof Contract;

type InputSchema<Name extends CallName> =
  Contract[Name] extends CallDefinition<infer Input, unknown> ? Input : never;

/** What a caller passes: before defaults and brands. */
export type CallInput<Name extends CallName> = z.input<InputSchema<Name>>;
/** What a handler receives: parsed. */
export type ParsedInput<Name extends CallName> = z.output<InputSchema<Name>>;
export type CallOutput<Name extends CallName> =
  Contract[Name] extends CallDefinition<z.ZodType, infer Output> ? Output : never;

/** The largest input of a call that does not say otherwise. The longest text is a quarter of it. */
const usualBytes = 1024 * 1024;

/** How large the input of a call may be, in bytes of its structured clone, whatever its name. */
export function largestInput(name: unknown): number {
  if (typeof name !== 'string' || !Object.hasOwn(contract, name)) return usualBytes;
  const definition: CallDefinition<z.ZodType, unknown> = contract[name as CallName];
  return definition.maxBytes ?? usualBytes;
}

export type { AppEvent, Topic, TopicArea, WindowPart } from './events.ts';
