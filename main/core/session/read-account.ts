import type { Failure } from '../../../shared/failure.ts';
import type { RingCentralApi } from '../ringcentral/api.ts';
import type { Outcome } from '../ringcentral/outcome.ts';
import type { AccountFacts, Unread } from './facts.ts';

export type AccountReading = {
  /** What RingCentral told; the rest stays as it was. */
  readonly facts: Partial<AccountFacts>;
  /** What it refused to tell, and why. */
  readonly unread: Unread;
  /** Set when not even the extension could be read: the reading says nothing about the account. */
  readonly trouble: Failure | undefined;
};

/** Reads the extension and what it may call and text with; five Light requests. */
export async function readAccount(api: RingCentralApi['account']): Promise<AccountReading> {
  const extension = await api.getExtension();
  if (extension.kind !== 'ok') return { facts: {}, unread: {}, trouble: extension.failure };
  const [phoneNumbers, forwardingNumbers, devices, callerId] = await Promise.all([
    api.listPhoneNumbers(),
    api.listForwardingNumbers(),
    api.listDevices(),
    api.getDefaultCallerId(),
  ]);
  return {
    facts: {
      extension: extension.value,
      ...take('phoneNumbers', phoneNumbers),
      ...take('forwardingNumbers', forwardingNumbers),
      ...take('devices', devices),
      ...(callerId.kind === 'ok' && { callerId: callerId.value ?? '' }),
    },
    unread: {
      ...refusalOf('phoneNumbers', phoneNumbers),
      ...refusalOf('forwardingNumbers', forwardingNumbers),
      ...refusalOf('devices', devices),
    },
    trouble: undefined,
  };
}

function take<Name extends keyof AccountFacts, T>(
  name: Name,
  outcome: Outcome<T>,
): { readonly [name: string]: T } {
  return outcome.kind === 'ok' ? { [name]: outcome.value } : {};
}

function refusalOf(name: keyof AccountFacts, outcome: Outcome<unknown>): Unread {
  return outcome.kind === 'refused' ? { [name]: outcome.failure } : {};
}
