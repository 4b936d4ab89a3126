import { describe, expect, it } from 'vitest';
import {
  deviceReader,
  forwardingNumberReader,
  phoneNumberReader,
  readDefaultCallerId,
  readExtension,
  readUserPermissions,
} from '../../../main/core/ringcentral/schemas-account.ts';
import {
  directoryReader,
  personalContactReader,
} from '../../../main/core/ringcentral/schemas-contacts.ts';
import {
  callReader,
  messageReader,
  readRingOutStatus,
} from '../../../main/core/ringcentral/schemas-records.ts';
import { hasNextPage, readSyncPage } from '../../../main/core/ringcentral/schemas.ts';

const message = {
  id: 3_062_994_036_017,
  type: 'SMS',
  direction: 'Inbound',
  creationTime: '2026-03-02T15:00:00.000Z',
};
const call = {
  id: 'HRDtdGPAOCDJdJ',
  sessionId: 12_043_490_004,
  startTime: '2026-03-02T15:00:00.000Z',
  direction: 'Outbound',
  type: 'Voice',
  action: 'RingOut Web',
};
const nobody = { phoneNumber: undefined, extensionNumber: undefined, name: undefined };

describe('a page of records', () => {
  it('goes on past one that cannot be read, and names it', () => {
    const answer = {
      records: [message, { ...message, id: 7, creationTime: 'yesterday' }, null, { id: '8' }],
      syncInfo: { syncToken: 'next', syncType: 'ISync' },
    };
    const page = readSyncPage(answer, messageReader);
    expect(page.records.map(({ id }) => id)).toEqual(['3062994036017']);
    expect(page.unreadable.map(({ id }) => id)).toEqual(['7', '(no id)', '8']);
    expect(page.unreadable[0]?.reason).toBe('creationTime: custom');
    expect(JSON.stringify(page.unreadable)).not.toContain('yesterday');
    expect(page.syncToken).toBe('next');
  });

  it('keeps apart what the server has deleted', () => {
    const records = [
      { id: 1, availability: 'Deleted' },
      { ...message, availability: 'Purged' },
    ];
    const page = readSyncPage({ records, syncInfo: {} }, messageReader);
    expect(page).toMatchObject({ records: [], unreadable: [], syncToken: undefined });
    expect(page.deleted).toEqual([
      { id: '1', availability: 'Deleted' },
      { id: '3062994036017', availability: 'Purged' },
    ]);
  });

  it.each([[undefined], ['<html>'], [{ records: 5 }], [{ records: [] }]])(
    'that is none throws: %j',
    (answer) => {
      expect(() => readSyncPage(answer, messageReader)).toThrow();
    },
  );

  it('knows the page after it by its link alone', () => {
    expect(hasNextPage({ navigation: { nextPage: { uri: 'https://…' } } })).toBe(true);
    expect(hasNextPage({ navigation: { firstPage: { uri: 'https://…' } } })).toBe(false);
    expect(hasNextPage({})).toBe(false);
  });
});

describe('a message', () => {
  it('is read with next to nothing in it', () => {
    const at = Date.parse(message.creationTime);
    expect(messageReader.read(message)).toEqual({
      id: '3062994036017',
      type: 'SMS',
      direction: 'Inbound',
      readStatus: 'Read',
      messageStatus: 'Unknown',
      availability: 'Alive',
      subject: '',
      createdAt: at,
      modifiedAt: at,
      from: nobody,
      to: [],
      conversationId: undefined,
      attachments: [],
      deliveryErrorCode: undefined,
    });
  });

  it('is known by the text of its conversation’s id, which no number can hold', () => {
    const raw = `{"conversationId":8234962969801171948,"conversation":{"id":"8234962969801171948"}}`;
    const read = messageReader.read({ ...message, ...(JSON.parse(raw) as object) });
    expect(read.conversationId).toBe('8234962969801171948');
    const number = JSON.parse('{"conversationId":8234962969801171948}') as object;
    expect(messageReader.read({ ...message, ...number }).conversationId).toBeUndefined();
  });

  it('loses an odd field, not itself', () => {
    const odd = {
      subject: null,
      from: 5,
      to: 'everyone',
      readStatus: '?',
      deliveryErrorCode: 5,
      attachments: [
        { id: 1 },
        {
          id: 2,
          uri: 'https://…',
          type: 'MmsAttachment',
          size: '9',
        },
      ],
    };
    expect(messageReader.read({ ...message, ...odd })).toMatchObject({
      subject: '',
      from: nobody,
      to: [],
      readStatus: 'Read',
      deliveryErrorCode: undefined,
      attachments: [
        {
          id: '2',
          type: 'MmsAttachment',
          sizeBytes: undefined,
        },
      ],
    });
  });
});

describe('a call record', () => {
  it('may lack numbers, result and duration', () => {
    expect(callReader.read(call)).toMatchObject({
      id: 'HRDtdGPAOCDJdJ',
      sessionId: '12043490004',
      result: undefined,
      durationSeconds: undefined,
      from: nobody,
      to: nobody,
      isDeleted: false,
    });
  });

  it('may be all that is left of a deleted one', () => {
    expect(callReader.readGone?.({ id: 'x', deleted: true })).toEqual({
      id: 'x',
      availability: 'Deleted',
    });
    expect(callReader.readGone?.({ ...call, deleted: true })).toBeUndefined();
    expect(callReader.read({ ...call, deleted: true }).isDeleted).toBe(true);
  });
});

describe('a RingOut', () => {
  it('is read with words nobody has heard of, and without a status', () => {
    const status = { callStatus: 'New', callerStatus: 'InProgress' };
    expect(readRingOutStatus({ id: 'Y3Mx', status })).toEqual({
      id: 'Y3Mx',
      callStatus: 'New',
      callerStatus: 'InProgress',
      calleeStatus: 'Unknown',
    });
    expect(readRingOutStatus({ id: 5 })).toMatchObject({ id: '5', callStatus: 'Unknown' });
  });
});

describe('the account', () => {
  it('names a person by what there is', () => {
    expect(readExtension({ id: 7, contact: { firstName: 'Dana', lastName: 'Whitlock' } })).toEqual({
      id: '7',
      extensionNumber: undefined,
      name: 'Dana Whitlock',
      company: undefined,
      email: undefined,
      homeCountry: undefined,
    });
    expect(readExtension({ id: 7, extensionNumber: 101 }).name).toBe('101');
    expect(readExtension({ id: 7 }).name).toBe('7');
  });

  it('reads numbers, phones and lines', () => {
    expect(
      phoneNumberReader.read({ phoneNumber: '+15125550123', features: ['SmsSender'] }),
    ).toEqual({
      id: undefined,
      number: '+15125550123',
      label: undefined,
      type: undefined,
      isTollFree: false,
      country: undefined,
      usageType: 'Unknown',
      isPrimary: false,
      features: ['SmsSender'],
    });
    expect(
      forwardingNumberReader.read({ id: '1', phoneNumber: '+15125550177', type: 'Mobile' }),
    ).toEqual({
      id: '1',
      number: '+15125550177',
      label: 'Mobile',
      type: 'Mobile',
      deviceId: undefined,
    });
    const lines = [{ phoneInfo: { phoneNumber: '+15125550123' } }, {}, { phoneInfo: {} }];
    expect(deviceReader.read({ id: 5, phoneLines: lines, model: { name: 'Desk 5' } })).toEqual({
      id: '5',
      name: 'Desk 5',
      type: 'OtherPhone',
      status: undefined,
      numbers: ['+15125550123'],
    });
  });

  it('finds the caller ID of RingOut, if it shows one', () => {
    const callerId = { type: 'PhoneNumber', phoneInfo: { phoneNumber: '+15125550123' } };
    const byFeature = [{ feature: 'CallFlip' }, { feature: 'RingOut', callerId }];
    expect(readDefaultCallerId({ byFeature })).toBe('+15125550123');
    expect(
      readDefaultCallerId({ byFeature: [{ feature: 'RingOut', callerId: { type: 'Blocked' } }] }),
    ).toBeUndefined();
    expect(readDefaultCallerId({})).toBeUndefined();
  });
});

describe('people', () => {
  it('of the address book keep every number as it was typed', () => {
    const contact = {
      id: 9,
      firstName: 'Maria',
      lastName: 'Delgado',
      mobilePhone: '(512) 555-0134',
      homePhone: ' ',
      businessFax: '+15125550135',
      otherPhone: '+15125550136 ext 2',
    };
    expect(personalContactReader.read(contact)).toMatchObject({
      name: 'Maria Delgado',
      numbers: [
        { label: 'mobile', typed: '(512) 555-0134' },
        { label: 'other', typed: '+15125550136 ext 2' },
        { label: 'businessFax', typed: '+15125550135' },
      ],
    });
    expect(personalContactReader.read({ id: 9, company: 'Harbor Title' }).name).toBe(
      'Harbor Title',
    );
    expect(personalContactReader.readGone?.({ id: 9, availability: 'Deleted' })?.id).toBe('9');
  });

  it('of the company who cannot be reached are left out', () => {
    expect(directoryReader.readGone?.({ id: '5', status: 'NotActivated' })?.id).toBe('5');
    expect(directoryReader.readGone?.({ id: '5', status: 'Enabled' })).toBeUndefined();
    const phoneNumbers = [{ phoneNumber: '+15125550124' }, null, { type: 'VoiceFax' }];
    expect(
      directoryReader.read({ id: '5', firstName: 'Ty', extensionNumber: '102', phoneNumbers }),
    ).toMatchObject({
      name: 'Ty',
      numbers: [
        { label: 'direct', typed: '+15125550124', extensionNumber: undefined },
        { label: 'extension', typed: '102', extensionNumber: '102' },
      ],
    });
  });
});

describe('an authz profile', () => {
  it('becomes the names of the user’s permissions', () => {
    const permission = (id: unknown) => ({
      permission: { id, assignable: true },
      scopes: ['Self'],
    });
    expect(
      readUserPermissions({
        permissions: [permission('OutboundSMS'), permission(7), null, permission('ReadMessages')],
      }),
    ).toEqual(['OutboundSMS', 'ReadMessages']);
    expect(() => readUserPermissions({})).toThrow();
  });
});
