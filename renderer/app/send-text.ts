import type { CallInput, CallOutput } from '../../shared/contract/index.ts';
import type { SendTime, TextQuestion } from '../../shared/model/drafts.ts';
import type { ClientId, E164, FileId, ThreadId } from '../../shared/model/ids.ts';
import type { Result } from '../../shared/result.ts';
import { call } from './bridge.ts';

/** Whom a text is for: a thread that is there, or numbers as typed. */
export type TextTo = { readonly threadId: ThreadId } | { readonly numbers: readonly string[] };

/** A text under an id of the window's: sent again under the same id it is the same text. */
export type OutgoingText = {
  readonly clientId: ClientId;
  readonly to: TextTo;
  readonly text: string;
  /** Undefined: the thread's number, or the user's usual one. */
  readonly from?: E164 | undefined;
  readonly files?: readonly FileId[];
  readonly sendAt?: SendTime | undefined;
  /** What the user has said yes to, and why. */
  readonly confirmed?: readonly TextQuestion[];
  readonly reason?: string | undefined;
};

export function newClientId(): ClientId {
  return crypto.randomUUID() as ClientId;
}

/** Hands a text to main, which has it on disk when it answers. */
export function sendText(text: OutgoingText): Promise<Result<CallOutput<'messages.send'>>> {
  const { to, files = [], confirmed = [], ...rest } = text;
  return call('messages.send', {
    ...rest,
    to: toInput(to),
    files: [...files],
    confirmed: [...confirmed],
  });
}

/** Whom a text is for, as a call takes it. */
export function toInput(to: TextTo): CallInput<'messages.send'>['to'] {
  return 'threadId' in to ? to : { numbers: [...to.numbers] };
}
