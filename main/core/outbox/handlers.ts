import { ok } from '../../../shared/result.ts';
import type { Handlers } from '../rpc/router.ts';
import type { Outbox } from './service.ts';

/** Answers how the outbox stands. */
export function createOutboxHandlers(
  outbox: Pick<Outbox, 'getView'>,
): Handlers<'messages.get-outbox'> {
  return { 'messages.get-outbox': async () => ok(await outbox.getView()) };
}
