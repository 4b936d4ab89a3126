import { z } from 'zod';
import { localEventTypes } from '../model/local-events.ts';
import type { NewWebhook, WebhookResult, WebhookView } from '../model/webhooks.ts';
import { call } from './define.ts';
import { nothing, webhookId } from './fields.ts';

const url = z.string().trim().min(1).max(2_000);
const types = z.array(z.enum(localEventTypes)).min(1).max(localEventTypes.length).readonly();

export const webhooksContract = {
  'webhooks.list': call(nothing).returns<readonly WebhookView[]>(),
  /** Answers the secret it signs with, this once. */
  'webhooks.add': call(z.strictObject({ url, types })).returns<NewWebhook>(),
  'webhooks.change': call(
    z.strictObject({ webhookId, url, types, isOn: z.boolean() }),
  ).returns<WebhookView>(),
  /** Signs with another secret from now on; answers it, this once. */
  'webhooks.renew-secret': call(z.strictObject({ webhookId })).returns<NewWebhook>(),
  /** Removes it, with what it has still to be told. */
  'webhooks.remove': call(z.strictObject({ webhookId })).returns<void>(),
  /** Tells it of nothing but a test, now. */
  'webhooks.test': call(z.strictObject({ webhookId })).returns<WebhookResult>(),
};
