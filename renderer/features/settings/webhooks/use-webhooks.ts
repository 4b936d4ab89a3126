import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CallInput } from '../../../../shared/contract/index.ts';
import type { WebhookId } from '../../../../shared/model/ids.ts';
import { ask } from '../../../app/bridge.ts';

const key = ['webhooks', 'list'] as const;

/** The addresses that are told of events. */
export function useWebhooks() {
  return useQuery({ queryKey: key, queryFn: () => ask('webhooks.list', undefined) });
}

/** What can be done with them; the list follows. */
export function useChangeWebhooks() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: key });
  const usual = { networkMode: 'always', onSettled } as const;
  return {
    add: useMutation({
      ...usual,
      mutationFn: (input: CallInput<'webhooks.add'>) => ask('webhooks.add', input),
    }),
    change: useMutation({
      ...usual,
      mutationFn: (input: CallInput<'webhooks.change'>) => ask('webhooks.change', input),
    }),
    renew: useMutation({
      ...usual,
      mutationFn: (webhookId: WebhookId) => ask('webhooks.renew-secret', { webhookId }),
    }),
    remove: useMutation({
      ...usual,
      mutationFn: (webhookId: WebhookId) => ask('webhooks.remove', { webhookId }),
    }),
    test: useMutation({
      ...usual,
      mutationFn: (webhookId: WebhookId) => ask('webhooks.test', { webhookId }),
    }),
  };
}
