import { describe, expect, it } from 'vitest';
import {
  noFacts,
  toAccountView,
  toCallerIds,
  toFromNumber,
  toHomeCountry,
  toOwnNumbers,
  toPhones,
  toSenders,
  type AccountFacts,
} from '../../../main/core/session/facts.ts';

const number = (typed: string, features: readonly string[], more: object = {}) => ({
  number: typed,
  label: undefined,
  usageType: 'DirectNumber',
  isPrimary: false,
  features,
  ...more,
});
const direct = number('+15125550123', ['CallerId', 'SmsSender'], { isPrimary: true });
const second = number('+15125550148', ['SmsSender', 'CallerId'], { label: 'Refinance line' });
const mainLine = number('+15125550100', ['CallerId']);

const forwarding = (id: string, typed: string, type: string, deviceId?: string) => ({
  id,
  number: typed,
  label: `My ${type}`,
  type,
  deviceId,
});
const device = (id: string, type: string, status: 'Online' | 'Offline', numbers: string[]) => ({
  id,
  name: `Device ${id}`,
  type,
  status,
  numbers,
});

const facts: AccountFacts = {
  ...noFacts,
  extension: {
    id: '7',
    extensionNumber: '101',
    name: 'Dana Whitlock',
    company: 'Harborlight Lending',
    email: undefined,
    homeCountry: 'us',
  },
  phoneNumbers: [second, mainLine, direct],
  forwardingNumbers: [
    forwarding('1', '+15125550123', 'PhoneLine', '5'),
    forwarding('2', '(512) 555-0177', 'Mobile'),
  ],
  devices: [
    device('5', 'HardPhone', 'Offline', ['+15125550123']),
    device('6', 'SoftPhone', 'Online', ['+17375550181']),
  ],
  callerId: '+15125550148',
};

describe('the account', () => {
  it('is named, with its country in capitals', () => {
    expect(toAccountView(facts)).toEqual({
      extensionId: '7',
      name: 'Dana Whitlock',
      extensionNumber: '101',
      company: 'Harborlight Lending',
      homeCountry: 'US',
    });
    expect(toAccountView(noFacts)).toBeUndefined();
  });

  it.each([undefined, '', 'USA', 'u1'])(
    'with the country %j is taken for American',
    (homeCountry) => {
      const { extension } = facts;
      expect(
        toHomeCountry({ ...facts, extension: extension && { ...extension, homeCountry } }),
      ).toBe('US');
    },
  );
});

describe('the user’s numbers', () => {
  it('send texts with the primary one unless it cannot', () => {
    expect(toSenders(facts).map(({ number: n, isDefault }) => [n, isDefault])).toEqual([
      ['+15125550148', false],
      ['+15125550123', true],
    ]);
    expect(toSenders({ ...facts, phoneNumbers: [second, mainLine] })).toMatchObject([
      { number: '+15125550148', label: 'Refinance line', isDefault: true },
    ]);
  });

  it('are shown by calls as RingCentral is set up', () => {
    expect(toCallerIds(facts).map(({ number: n, isDefault }) => [n, isDefault])).toEqual([
      ['+15125550148', true],
      ['+15125550100', false],
      ['+15125550123', false],
    ]);
  });

  it('are all known, and one stands for the user', () => {
    expect(toOwnNumbers(facts)).toHaveLength(3);
    expect(toFromNumber(facts)).toBe('+15125550123');
    expect(toFromNumber({ ...facts, phoneNumbers: [mainLine] })).toBe('+15125550100');
    expect(toFromNumber(noFacts)).toBeUndefined();
  });
});

describe('the user’s phones', () => {
  it('are forwarding numbers and device lines, each once, the first that is not offline usual', () => {
    expect(toPhones(facts)).toEqual([
      {
        id: 'forwarding-1',
        number: '+15125550123',
        label: 'My PhoneLine',
        kind: 'desk',
        status: 'offline',
        isDefault: false,
      },
      {
        id: 'forwarding-2',
        number: '+15125550177',
        label: 'My Mobile',
        kind: 'mobile',
        status: 'unknown',
        isDefault: true,
      },
      {
        id: 'device-6-+17375550181',
        number: '+17375550181',
        label: 'Device 6',
        kind: 'app',
        status: 'online',
        isDefault: false,
      },
    ]);
  });

  it('have one usual even when all are offline', () => {
    const phones = toPhones({
      ...facts,
      forwardingNumbers: [],
      devices: [device('5', 'HardPhone', 'Offline', ['+15125550123'])],
    });
    expect(phones).toMatchObject([{ status: 'offline', isDefault: true }]);
  });

  it('leave out what is no number', () => {
    expect(
      toPhones({ ...facts, devices: [], forwardingNumbers: [forwarding('3', '101', 'Other')] }),
    ).toEqual([]);
  });
});
