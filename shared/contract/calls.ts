import { z } from 'zod';
import {
  callActions,
  callQuestions,
  type ActiveCall,
  type CallerIdChoice,
  type CallOutlook,
  type CallRow,
  type ChosenCallerId,
  type CountryCallerId,
  type DeviceCall,
  type DoNotCallEntry,
  type PhoneChoice,
} from '../model/calls.ts';
import type { Page } from '../model/app.ts';
import type { CallId } from '../model/ids.ts';
import { call } from './define.ts';
import { callId, cardId, contactId, e164, nothing, page, phoneId, typedNumber } from './fields.ts';
import { callFilter } from './history.ts';

export const callsContract = {
  'calls.list-phones': call(nothing).returns<readonly PhoneChoice[]>(),
  'calls.list-caller-ids': call(nothing).returns<readonly CallerIdChoice[]>(),
  /** Places a RingOut call. Answers once the attempt is on disk; the rest comes as events. */
  'calls.dial': call(
    z.strictObject({
      number: typedNumber,
      phoneId: phoneId.optional(),
      /** Shown to the other side this time, and remembered for them. */
      callerId: e164.optional(),
      /** What the user was asked and said yes to; anything else that has to be asked is refused. */
      confirmed: z.array(z.enum(callQuestions)).max(callQuestions.length).optional(),
      /** Why it is called all the same; kept in the activity log. */
      reason: z.string().trim().max(200).optional(),
      /** Who it is, where the archive knows no name for the number: a call list does. */
      name: z.string().trim().max(200).optional(),
      /** The card it is placed from, which then follows it. */
      cardId: cardId.optional(),
    }),
  ).returns<{ readonly callId: CallId }>(),
  /** What a call to a number would be; asks RingCentral nothing. */
  'calls.outlook': call(z.strictObject({ number: typedNumber })).returns<CallOutlook>(),
  /** Call Control: refused where the permission is missing or the call is past it. */
  'calls.control': call(z.strictObject({ callId, action: z.enum(callActions) })).returns<void>(),
  /** Which number calls to someone show; null: whatever the country or the default says. */
  'calls.set-caller-id': call(
    z.strictObject({ number: typedNumber, callerId: e164.nullable() }),
  ).returns<ChosenCallerId>(),
  /** What calls to whole countries show, by country. */
  'calls.list-country-caller-ids': call(nothing).returns<readonly CountryCallerId[]>(),
  /** Calls to a country show the default again. */
  'calls.forget-country-caller-id': call(
    z.strictObject({ country: z.string().regex(/^(?:[A-Z]{2}|\+\d{1,4})$/) }),
  ).returns<void>(),
  /** Where a contact is; null: whatever their number's area says. */
  'calls.set-time-zone': call(
    z.strictObject({ contactId, zone: z.string().min(1).max(64).nullable() }),
  ).returns<void>(),
  'calls.get-time-zone': call(z.strictObject({ contactId })).returns<string | undefined>(),
  'do-not-call.list': call(page).returns<Page<DoNotCallEntry>>(),
  /** One or many numbers, in any form, one a line; all or nothing. */
  'do-not-call.add': call(
    z.strictObject({
      numbers: z.string().min(1).max(20_000),
      reason: z.string().trim().max(200).default(''),
    }),
  ).returns<{ readonly added: number }>(),
  'do-not-call.remove': call(z.strictObject({ number: e164 })).returns<void>(),
  'do-not-call.has': call(z.strictObject({ number: typedNumber })).returns<boolean>(),
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
