import type { WebhookId } from '../../../shared/model/ids.ts';
import type { WebhookView } from '../../../shared/model/webhooks.ts';
import { ok } from '../../../shared/result.ts';
import type { Answers } from './fake-world.ts';
import { opening } from './people.ts';

/** Webhooks that answer everything; and a CRM that opens. */
export function webhookAnswers(touch: () => void): Answers {
  let webhooks: readonly WebhookView[] = [];
  const secret = 'whsec_x0x0x0x0x0x0x0x0x0x0';
  return {
    'crm.open': () => ok(),
    'webhooks.list': () => ok(webhooks),
    'webhooks.add': ({ url, types }) => {
      const id = `hook-${webhooks.length}` as WebhookId;
      const more = { isOn: true, hasSecret: true, last: undefined, waiting: 0, givenUp: 0 };
      const webhook: WebhookView = { id, url, types, ...more };
      webhooks = [...webhooks, webhook];
      touch();
      return ok({ webhook, secret });
    },
    'webhooks.test': ({ webhookId }) => {
      const result = { kind: 'arrived', status: 204 } as const;
      webhooks = webhooks.map((each) =>
        each.id === webhookId ? { ...each, last: { at: opening, result } } : each,
      );
      touch();
      return ok(result);
    },
    'webhooks.remove': ({ webhookId }) => {
      webhooks = webhooks.filter(({ id }) => id !== webhookId);
      touch();
      return ok();
    },
  };
}
