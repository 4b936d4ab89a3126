import { describe, expect, it } from 'vitest';
import type { CountryCode, E164 } from '../../../shared/model/ids.ts';
import type {
  ServerCall,
  ServerMessage,
  ServerParty,
} from '../../../main/core/ringcentral/records.ts';
import { toOutcome, toSyncedCall } from '../../../main/core/sync/calls/mapping.ts';
import { toSyncedContact } from '../../../main/core/sync/contacts/mapping.ts';
import { toSyncedText } from '../../../main/core/sync/messages/mapping.ts';
import { startOfTests as t0 } from '../support/manual-clock.ts';

const US = 'US' as CountryCode;
const me = '+15125550123';
const home = { ownNumbers: [me as E164, '+15125550148' as E164], country: US };
const party = (phoneNumber?: string, more: Partial<ServerParty> = {}): ServerParty => ({
  phoneNumber,
  extensionNumber: undefined,
  name: undefined,
  ...more,
});
const known = (number: string, name?: string) => ({ number, extensionNumber: undefined, name });

const message: ServerMessage = {
  id: '1',
  type: 'SMS',
  direction: 'Inbound',
  readStatus: 'Unread',
  messageStatus: 'Received',
  availability: 'Alive',
  subject: 'Hello',
  createdAt: t0,
  modifiedAt: t0 + 1,
  from: party('+12125550142'),
  to: [party(me)],
  conversationId: '8234962969801171948',
  attachments: [],
  deliveryErrorCode: undefined,
  transcriptionStatus: undefined,
};
const outbound: ServerMessage = {
  ...message,
  direction: 'Outbound',
  from: party(me),
  to: [party('+12125550142')],
  readStatus: 'Unread',
};
const read = (more: Partial<ServerMessage>) => toSyncedText({ ...message, ...more }, home);
const readOut = (more: Partial<ServerMessage>) => toSyncedText({ ...outbound, ...more }, home);

describe('a text of the message store', () => {
  it('from someone', () => {
    expect(read({})).toEqual({
      serverId: '1',
      direction: 'inbound',
      status: 'received',
      failure: undefined,
      body: 'Hello',
      ownNumber: me,
      parties: [known('+12125550142')],
      isRead: false,
      fromNumber: '+12125550142',
      fromName: undefined,
      createdAt: t0,
      modifiedAt: t0 + 1,
      conversationId: '8234962969801171948',
      attachments: [],
    });
  });

  it('to a group belongs to the one of the user’s numbers that is in it', () => {
    const to = [party('+12125550143'), party('+15125550148'), party('+12125550144')];
    expect(read({ to })).toMatchObject({
      ownNumber: '+15125550148',
      parties: [known('+12125550142'), known('+12125550143'), known('+12125550144')],
    });
  });

  it('from a short code or a colleague has no number to answer', () => {
    expect(read({ from: party('24273') })?.parties).toEqual([
      { number: undefined, extensionNumber: undefined, name: '24273' },
    ]);
    const colleague = party(undefined, { extensionNumber: '102', name: 'Ty' });
    expect(read({ from: colleague })?.parties).toEqual([
      { number: undefined, extensionNumber: '102', name: 'Ty' },
    ]);
  });

  it('in national form is in E.164 too', () => {
    expect(read({ from: party('2125550142') })?.fromNumber).toBe('+12125550142');
  });

  it('to oneself has oneself in it', () => {
    expect(readOut({ to: [party(me)] })?.parties).toEqual([known(me)]);
  });

  it('of no number of the user’s is none', () => {
    expect(readOut({ from: party() })).toBeUndefined();
    expect(toSyncedText({ ...message, to: [] }, { ownNumbers: [], country: US })).toBeUndefined();
    expect(read({ to: [] })?.ownNumber).toBe(me);
  });

  it.each([
    ['Queued', 'sent'],
    ['Sent', 'sent'],
    ['Delivered', 'delivered'],
    ['DeliveryFailed', 'failed'],
    ['SendingFailed', 'failed'],
    ['SomethingNew', 'sent'],
  ])('that went out and is %s is %s', (messageStatus, status) => {
    expect(readOut({ messageStatus })).toMatchObject({
      direction: 'outbound',
      status,
      isRead: true,
    });
  });

  it('to a group says whom it did not reach, whatever is said of the whole', () => {
    const to = (...states: readonly (string | undefined)[]) =>
      states.map((messageStatus, n) =>
        Object.assign(party(`+1512555013${n}`), messageStatus && { messageStatus }),
      );
    const partly = readOut({
      messageStatus: 'Delivered',
      to: to('Delivered', 'DeliveryFailed', 'SendingFailed', undefined),
    });
    expect(partly).toMatchObject({
      status: 'failed',
      failure: {
        message: 'text.not-to-all',
        retry: 'never',
        params: { numbers: '(512) 555-0131, (512) 555-0132' },
      },
    });
    const none = readOut({
      messageStatus: 'DeliveryFailed',
      deliveryErrorCode: 'SMS-UP-410',
      to: to('DeliveryFailed', 'DeliveryFailed'),
    });
    expect(none).toMatchObject({ status: 'failed', failure: { message: 'text.landline' } });
    const all = readOut({ messageStatus: 'Sent', to: to('Sent', 'Delivered') });
    expect(all).toMatchObject({ status: 'sent', failure: undefined });
  });

  it('that was not delivered says why', () => {
    expect(
      readOut({ messageStatus: 'DeliveryFailed', deliveryErrorCode: 'SMS-UP-410' })?.failure,
    ).toMatchObject({ code: 'SMS-UP-410', message: 'text.landline' });
    expect(
      readOut({ messageStatus: 'Delivered', deliveryErrorCode: 'SMS-UP-410' })?.failure,
    ).toBeUndefined();
  });

  it('has its words once, not as an attachment again', () => {
    const file = (type: string) => ({
      id: type,
      uri: '',
      type,
      contentType: '',
      fileName: undefined,
      sizeBytes: undefined,
      durationSeconds: undefined,
      size: undefined,
    });
    const attachments = [file('Text'), file('MmsAttachment')];
    expect(read({ attachments })?.attachments).toEqual([file('MmsAttachment')]);
  });
});

const call: ServerCall = {
  id: 'c',
  sessionId: '5',
  telephonySessionId: 's-1',
  startedAt: t0,
  direction: 'Inbound',
  type: 'Voice',
  action: 'Phone Call',
  result: 'Accepted',
  durationSeconds: 3.4,
  from: party('2125550142'),
  to: party('anonymous'),
  isDeleted: false,
  recording: undefined,
  voicemailId: undefined,
};

describe('a record of the call log', () => {
  it('keeps numbers in E.164 where they are numbers', () => {
    expect(toSyncedCall(call, US)).toMatchObject({
      direction: 'inbound',
      from: known('+12125550142'),
      to: known('anonymous'),
      durationSeconds: 3,
    });
  });

  it('of a fax is none', () => {
    expect(toSyncedCall({ ...call, type: 'Fax' }, US)).toBeUndefined();
  });

  it.each([
    ['outbound', undefined, 'in-progress'],
    ['outbound', 'In Progress', 'in-progress'],
    ['outbound', 'Call connected', 'connected'],
    ['outbound', 'No Answer', 'no-answer'],
    ['outbound', 'Busy', 'busy'],
    ['outbound', 'Wrong Number', 'failed'],
    ['outbound', 'Hang Up', 'cancelled'],
    ['outbound', 'Stopped', 'cancelled'],
    ['outbound', 'Rejected', 'rejected'],
    ['outbound', 'International Disabled', 'failed'],
    ['outbound', 'No Calling Credit', 'failed'],
    ['outbound', 'Blocked', 'blocked'],
    ['outbound', 'constructor', 'unknown'],
    ['inbound', 'Accepted', 'connected'],
    ['inbound', 'Answered Elsewhere', 'connected'],
    ['inbound', 'Missed', 'missed'],
    ['inbound', 'Hang Up', 'missed'],
    ['inbound', 'Voicemail', 'voicemail'],
    ['inbound', 'Rejected', 'rejected'],
    ['inbound', 'Blocked', 'blocked'],
    ['inbound', 'Unknown', 'unknown'],
  ] as const)('%s with %s was %s', (direction, result, outcome) => {
    expect(toOutcome({ direction, result })).toBe(outcome);
  });
});

describe('a contact', () => {
  it('has every number in E.164 beside what was typed', () => {
    const contact = {
      id: '9',
      name: 'Ty',
      company: undefined,
      jobTitle: undefined,
      email: undefined,
      firstName: undefined,
      lastName: undefined,
      remarks: undefined,
      availability: 'Alive',
      numbers: [
        {
          label: 'mobile',
          typed: '(212) 555-0142',
          extensionNumber: undefined,
        },
        {
          label: 'home',
          typed: 'ask Ada',
          extensionNumber: undefined,
        },
        {
          label: 'extension',
          typed: '102',
          extensionNumber: '102',
        },
      ],
    };
    const { numbers, source } = toSyncedContact(contact, 'company', US);
    expect(source).toBe('company');
    expect(numbers.map(({ number }) => number)).toEqual(['+12125550142', undefined, undefined]);
  });
});
