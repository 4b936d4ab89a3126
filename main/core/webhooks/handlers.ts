import { ok } from '../../../shared/result.ts';
import type { Handlers } from '../rpc/router.ts';
import type { Webhooks } from './service.ts';

export type WebhookCall =
  | 'webhooks.list'
  | 'webhooks.add'
  | 'webhooks.change'
  | 'webhooks.renew-secret'
  | 'webhooks.remove'
  | 'webhooks.test';

/** Answers the contract's `webhooks.*`. */
export function createWebhookHandlers(webhooks: Webhooks): Handlers<WebhookCall> {
  return {
    'webhooks.list': async () => ok(await webhooks.list()),
    'webhooks.add': (input) => webhooks.add(input),
    'webhooks.change': ({ webhookId, ...input }) => webhooks.change(webhookId, input),
    'webhooks.renew-secret': ({ webhookId }) => webhooks.renewSecret(webhookId),
    'webhooks.remove': async ({ webhookId }) => ok(await webhooks.remove(webhookId)),
    'webhooks.test': ({ webhookId }) => webhooks.test(webhookId),
  };
}
