import { z } from 'zod';
import type {
  ActiveCall,
  CallerIdChoice,
  CallRow,
  DeviceCall,
  PhoneChoice,
} from '../model/calls.ts';
import type { Page } from '../model/app.ts';
import type { CallId } from '../model/ids.ts';
import { call } from './define.ts';
import { callId, e164, nothing, page, phoneId, typedNumber } from './fields.ts';
import { callFilter } from './history.ts';

export const callsContract = {
  'calls.list-phones': call(nothing).returns<readonly PhoneChoice[]>(),
  'calls.list-caller-ids': call(nothing).returns<readonly CallerIdChoice[]>(),
  /** Places a RingOut call. Answers once the attempt is on disk; the rest comes as events. */
  'calls.dial': call(
    z.strictObject({
      number: typedNumber,
      phoneId: phoneId.optional(),
      callerId: e164.optional(),
      /** The user was asked about a short number and wants to call it. */
      confirmed: z.boolean().optional(),
    }),
  ).returns<{ readonly callId: CallId }>(),
  'calls.cancel': call(z.strictObject({ callId })).returns<void>(),
  /** The calls of the bar: being placed, running, or ended and not yet dismissed. */
  'calls.list-active': call(nothing).returns<readonly ActiveCall[]>(),
  'calls.dismiss': call(z.strictObject({ callId })).returns<void>(),
  /** Newest first. */
  'calls.list': call(page.extend({ filter: callFilter.optional() })).returns<Page<CallRow>>(),
  'calls.get': call(z.strictObject({ callId })).returns<CallRow | undefined>(),
  /** Hands a number to the device's own dialer, or says to show it large. */
  'calls.call-with-device': call(z.strictObject({ number: typedNumber })).returns<DeviceCall>(),
};
