import { describe, expect, it } from 'vitest';
import { failure } from '../../../shared/failure.ts';
import { toAbilities, toCanCall, toCanText } from '../../../main/core/session/abilities.ts';
import { noFacts, type AccountFacts } from '../../../main/core/session/facts.ts';

const number = (features: readonly string[]) => ({
  number: '+15125550123',
  label: undefined,
  usageType: 'DirectNumber',
  isPrimary: true,
  features,
});

/** An account with a phone and a number that texts. */
const facts: AccountFacts = {
  ...noFacts,
  phoneNumbers: [number(['CallerId', 'SmsSender'])],
  forwardingNumbers: [
    { id: '1', number: '+15125550177', label: 'Mobile', type: 'Mobile', deviceId: undefined },
  ],
  devices: [],
};

const everyAppPermission = [
  'RingOut',
  'SMS',
  'ReadMessages',
  'ReadCallLog',
  'ReadContacts',
  'Contacts',
  'ReadCallRecording',
  'CallControl',
  'EditPresence',
];
const everyUserPermission = [
  'OutboundSMS',
  'ReadMessages',
  'ReadMessageContent',
  'ReadCallLog',
  'ReadCallRecording',
  'ReadPersonalContacts',
  'EditPersonalContacts',
];
const allowed: AccountFacts = {
  ...facts,
  appPermissions: everyAppPermission,
  userPermissions: everyUserPermission,
};

/** The names of what cannot be done, and why. */
function missing(of: AccountFacts) {
  return Object.entries(toAbilities(of, {})).flatMap(([name, each]) =>
    each.can ? [] : [[name, each.failure.message, each.failure.params?.['permission']]],
  );
}

describe('what an account can do', () => {
  const refused = failure('rejected', 'permission.app-missing', { code: 'CMN-401' });

  it('is all of it with every permission, and while nothing is known', () => {
    expect(missing(allowed)).toEqual([]);
    expect(missing(facts)).toEqual([]);
    expect(missing(noFacts)).toEqual([]);
  });

  it.each([
    ['RingOut', 'canCall'],
    ['SMS', 'canText'],
    ['ReadMessages', 'canReadTexts', 'canPlayVoicemail'],
    ['ReadCallLog', 'canReadCalls'],
    ['ReadCallRecording', 'canPlayRecordings'],
    ['Contacts', 'canEditContacts'],
    ['CallControl', 'canHangUp'],
    ['EditPresence', 'canSetPresence'],
  ])('lacks what needs it when the app lacks %s', (permission, ...abilities) => {
    const appPermissions = everyAppPermission.filter((each) => each !== permission);
    expect(missing({ ...allowed, appPermissions })).toEqual(
      abilities.map((ability) => [ability, 'permission.app-missing', permission]),
    );
  });

  it.each([
    ['OutboundSMS', 'canText'],
    ['ReadMessages', 'canReadTexts'],
    ['ReadCallLog', 'canReadCalls'],
    ['ReadPersonalContacts', 'canReadContacts'],
    ['EditPersonalContacts', 'canEditContacts'],
    ['ReadMessageContent', 'canPlayVoicemail'],
    ['ReadCallRecording', 'canPlayRecordings'],
  ])('lacks one thing when the user lacks %s', (permission, ability) => {
    const userPermissions = everyUserPermission.filter((each) => each !== permission);
    expect(missing({ ...allowed, userPermissions })).toEqual([
      [ability, 'permission.user-missing', permission],
    ]);
  });

  it('reads the address book under either name, and writes it under one', () => {
    const without = (name: string) => everyAppPermission.filter((each) => each !== name);
    expect(missing({ ...allowed, appPermissions: without('ReadContacts') })).toEqual([]);
    const neither = without('Contacts').filter((each) => each !== 'ReadContacts');
    expect(missing({ ...allowed, appPermissions: neither }).map(([name]) => name)).toEqual([
      'canReadContacts',
      'canEditContacts',
    ]);
  });

  it('is the same under the older names of permissions', () => {
    const older = new Map([
      ['ReadMessages', 'Messages'],
      ['ReadCallLog', 'CallLog'],
    ]);
    const appPermissions = everyAppPermission.map((name) => older.get(name) ?? name);
    expect(missing({ ...allowed, appPermissions })).toEqual([]);
  });

  it('lacks a phone or a number that can text', () => {
    const bare = { ...allowed, phoneNumbers: [number(['CallerId'])], forwardingNumbers: [] };
    expect(missing(bare)).toEqual([
      ['canCall', 'call.no-phone', undefined],
      ['canText', 'text.no-sender', undefined],
    ]);
  });

  it('is hidden by numbers that may not be read', () => {
    expect(toCanCall(noFacts, { forwardingNumbers: refused })).toEqual({
      can: false,
      failure: refused,
    });
    expect(toCanText(noFacts, { phoneNumbers: refused })).toEqual({ can: false, failure: refused });
  });
});
