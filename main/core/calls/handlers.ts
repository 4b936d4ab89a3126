import type { CallerIdChoice, PhoneChoice } from '../../../shared/model/calls.ts';
import type { CountryCode } from '../../../shared/model/ids.ts';
import { ok } from '../../../shared/result.ts';
import type { Handlers } from '../rpc/router.ts';
import type { CallerIds } from './caller-ids/service.ts';
import type { Calls } from './service.ts';

type CallsCall =
  | 'calls.list-phones'
  | 'calls.list-caller-ids'
  | 'calls.dial'
  | 'calls.cancel'
  | 'calls.control'
  | 'calls.set-caller-id'
  | 'calls.list-country-caller-ids'
  | 'calls.forget-country-caller-id'
  | 'calls.list-active'
  | 'calls.dismiss'
  | 'calls.list'
  | 'calls.outline'
  | 'calls.get'
  | 'calls.count-new'
  | 'calls.mark-seen'
  | 'calls.call-with-device';

/** Answers the contract's `calls.*`. */
export function createCallHandlers(
  calls: Calls,
  session: {
    listPhones(): Promise<readonly PhoneChoice[]>;
    listCallerIds(): Promise<readonly CallerIdChoice[]>;
  },
  callerIds: Pick<CallerIds, 'set' | 'listCountries' | 'forgetCountry'>,
): Handlers<CallsCall> {
  return {
    'calls.list-phones': async () => ok(await session.listPhones()),
    'calls.list-caller-ids': async () => ok(await session.listCallerIds()),
    'calls.dial': (request) => calls.dial(request),
    'calls.cancel': ({ callId }) => calls.cancel(callId),
    'calls.control': ({ callId, action }) => calls.control(callId, action),
    'calls.set-caller-id': ({ number, callerId }) => callerIds.set(number, callerId ?? undefined),
    'calls.list-country-caller-ids': async () => ok(await callerIds.listCountries()),
    'calls.forget-country-caller-id': async ({ country }) => {
      await callerIds.forgetCountry(country as CountryCode);
      return ok();
    },
    'calls.list-active': () => ok(calls.listActive()),
    'calls.dismiss': ({ callId }) => calls.dismiss(callId),
    'calls.list': async (page) => ok(await calls.list(page)),
    'calls.outline': async ({ filter }) => ok(await calls.outline(filter)),
    'calls.get': async ({ callId }) => ok(await calls.get(callId)),
    'calls.count-new': async () => ok(await calls.countNew()),
    'calls.mark-seen': async () => {
      await calls.markSeen();
      return ok();
    },
    'calls.call-with-device': ({ number }) => calls.callWithDevice(number),
  };
}
