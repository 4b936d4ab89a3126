import type { ClientId, ThreadId } from '../../shared/model/ids.ts';
import type { Result } from '../../shared/result.ts';
import { call } from './bridge.ts';

/** A text under an id of the window's: sent again under the same id it is the same text. */
export type OutgoingText = {
  readonly clientId: ClientId;
  readonly to: { readonly threadId: ThreadId } | { readonly numbers: readonly string[] };
  readonly text: string;
};

export function newClientId(): ClientId {
  return crypto.randomUUID() as ClientId;
}

/** Hands a text to main, which has it on disk when it answers. */
export function sendText({
  clientId,
  to,
  text,
}: OutgoingText): Promise<Result<{ readonly threadId: ThreadId }>> {
  return call('messages.send', {
    clientId,
    to: 'threadId' in to ? to : { numbers: [...to.numbers] },
    text,
  });
}
