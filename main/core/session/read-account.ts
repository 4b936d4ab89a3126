import type { Failure } from '../../../shared/failure.ts';
import type { RingCentralClient } from '../ringcentral/api.ts';
import type { Outcome } from '../ringcentral/outcome.ts';
import type { ServerExtension, ServerPhoneNumber } from '../ringcentral/records.ts';
import type { AccountFacts, Unread } from './facts.ts';
import { mayBeRegistered } from './own-numbers.ts';

/** What RingCentral told of an account; what it did not tell stays as it was. */
export type AccountReading = {
  readonly extension: ServerExtension;
  readonly facts: Partial<AccountFacts>;
  /** What it refused to tell, and why. */
  readonly unread: Unread;
};

export type ReadingOutcome =
  | { readonly reading: AccountReading; readonly trouble?: undefined }
  /** Not even the extension could be read: nothing is known about the account. */
  | { readonly reading?: undefined; readonly trouble: Failure };

/** An account with more numbers than this has an administrator who knows which of them text. */
const mostRegistrations = 10;

/**
 * Reads the extension and what it may do; five Light requests and a Medium one, and a Light one for
 * each number that cannot text.
 */
export async function readAccount(
  client: Pick<RingCentralClient, 'api' | 'permissions'>,
): Promise<ReadingOutcome> {
  const api = client.api.account;
  const extension = await api.getExtension();
  if (extension.kind !== 'ok') return { trouble: extension.failure };
  const [phoneNumbers, forwardingNumbers, devices, callerId, userPermissions] = await Promise.all([
    api.listPhoneNumbers(),
    api.listForwardingNumbers(),
    api.listDevices(),
    api.getDefaultCallerId(),
    api.listUserPermissions(),
  ]);
  const registrations = await readRegistrations(client, phoneNumbers);
  const facts = {
    extension: extension.value,
    appPermissions: client.permissions,
    ...take('phoneNumbers', phoneNumbers),
    ...(registrations && { smsRegistrations: registrations }),
    ...take('forwardingNumbers', forwardingNumbers),
    ...take('devices', devices),
    ...take('userPermissions', userPermissions),
    ...(callerId.kind === 'ok' && { callerId: callerId.value ?? '' }),
  };
  const unread = {
    ...refusalOf('phoneNumbers', phoneNumbers),
    ...refusalOf('forwardingNumbers', forwardingNumbers),
    ...refusalOf('devices', devices),
  };
  return { reading: { extension: extension.value, facts, unread } };
}

/** How far the registration of those numbers has come from which no texts go out. */
async function readRegistrations(
  client: Pick<RingCentralClient, 'api'>,
  phoneNumbers: Outcome<readonly ServerPhoneNumber[]>,
): Promise<AccountFacts['smsRegistrations']> {
  if (phoneNumbers.kind !== 'ok') return undefined;
  const ids = phoneNumbers.value
    .filter(mayBeRegistered)
    .flatMap(({ id }) => id ?? [])
    .slice(0, mostRegistrations);
  const read = await Promise.all(
    ids.map(async (id) => {
      const outcome = await client.api.account.getSmsRegistration(id);
      return outcome.kind === 'ok' ? [[id, outcome.value] as const] : [];
    }),
  );
  return Object.fromEntries(read.flat());
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
