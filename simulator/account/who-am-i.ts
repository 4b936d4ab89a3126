import { ok } from '../http/message.ts';
import type { Handler } from '../http/routes.ts';
import type { World } from '../world.ts';
import { accountUri, extensionUri, iso } from '../world.ts';
import { homeCountryJson, regionalSettingsJson } from './countries.ts';

export const getAccount: Handler = (world) => {
  const { profile } = world.state;
  const main = profile.numbers.find(({ usageType }) => usageType === 'MainCompanyNumber');
  return ok({
    uri: accountUri(world),
    id: profile.accountId,
    mainNumber: main?.phoneNumber,
    companyName: profile.companyName,
    operator: {
      uri: extensionUri(world),
      id: profile.extensionId,
      extensionNumber: profile.extensionNumber,
    },
    serviceInfo: {
      uri: `${accountUri(world)}/service-info`,
      brand: { id: '1210', name: 'RingCentral', homeCountry: homeCountryJson(world) },
      servicePlan: { id: '12345', name: 'RingEX Advanced', edition: 'Advanced' },
      billingPlan: {
        id: '8853',
        name: 'Monthly',
        durationUnit: 'Month',
        duration: 1,
        type: 'Regular',
        includedPhoneLines: 1,
      },
    },
    status: 'Confirmed',
    setupWizardState: 'Completed',
    signupInfo: {
      tosAccepted: true,
      marketingAccepted: false,
      creationTime: iso(world.state.createdAt),
    },
    regionalSettings: {
      ...regionalSettingsJson(world),
      currency: { id: 1, code: 'USD', name: 'US Dollar', symbol: '$', minorSymbol: '¢' },
    },
    federated: false,
    limits: {
      freeSoftPhoneLinesPerExtension: 1,
      meetingSize: 100,
      cloudRecordingStorage: 10,
      maxMonitoredExtensionsPerUser: 100,
      maxExtensionNumberLength: 6,
    },
  });
};

export const getExtension: Handler = (world) => {
  const { profile } = world.state;
  const direct = profile.numbers.find(({ primary }) => primary);
  const mobile = profile.forwarding.find(({ type }) => type === 'Mobile');
  return ok({
    uri: extensionUri(world),
    id: profile.extensionId,
    account: { uri: accountUri(world), id: String(profile.accountId) },
    extensionNumber: profile.extensionNumber,
    name: `${profile.firstName} ${profile.lastName}`,
    type: 'User',
    status: 'Enabled',
    contact: {
      firstName: profile.firstName,
      lastName: profile.lastName,
      company: profile.companyName,
      jobTitle: profile.jobTitle,
      email: profile.email,
      businessPhone: direct?.phoneNumber,
      mobilePhone: mobile?.phoneNumber,
      businessAddress: {
        street: '600 Congress Avenue',
        city: 'Austin',
        state: 'TX',
        zip: '78701',
        country: 'United States',
      },
      emailAsLoginName: true,
      department: 'Lending',
    },
    permissions: {
      admin: { enabled: false },
      internationalCalling: { enabled: world.state.internationalCalling },
    },
    regionalSettings: regionalSettingsJson(world),
    serviceFeatures: serviceFeatures(world),
    setupWizardState: 'Completed',
    hidden: false,
  });
};

function serviceFeatures(world: World): readonly object[] {
  const enabled = (featureName: string): object => ({ featureName, enabled: true });
  return [
    ...['SMS', 'SMSReceiving', 'MMS', 'Pager', 'PagerReceiving', 'Voicemail', 'DND', 'RingOut'].map(
      enabled,
    ),
    ...['Presence', 'CallForwarding', 'VoicemailToText'].map(enabled),
    {
      featureName: 'InternationalCalling',
      enabled: world.state.internationalCalling,
      ...(world.state.internationalCalling ? {} : { reason: 'ExtensionLimitation' }),
    },
    { featureName: 'InternationalSMS', enabled: false, reason: 'AccountLimitation' },
  ];
}

/** The user's permissions; clients read them to grey out what is not possible. */
export const getAuthzProfile: Handler = (world) =>
  ok({
    uri: `${extensionUri(world)}/authz-profile`,
    permissions: world.state.userPermissions.map((id) => permissionJson(world, id)),
  });

/** GET authz-profile/check: whether the user has the permission `permissionId`. */
export const getAuthzCheck: Handler = (world, { request }) => {
  const id = request.query.get('permissionId') ?? '';
  const successful = world.state.userPermissions.includes(id);
  return ok({
    uri: `${extensionUri(world)}/authz-profile/check?permissionId=${encodeURIComponent(id)}`,
    successful,
    ...(successful ? { details: permissionJson(world, id) } : {}),
  });
};

function permissionJson(world: World, id: string): object {
  const dictionary = `${world.addresses.api}/restapi/v1.0/dictionary`;
  return {
    permission: {
      uri: `${dictionary}/permission/${id}`,
      id,
      siteCompatible: 'Independent',
      readOnly: id.startsWith('Read'),
      assignable: true,
    },
    effectiveRole: { uri: `${dictionary}/user-role/3`, id: '3' },
    scopes: ['Self'],
  };
}

const FEATURES = [
  'RingOut',
  'SMSSending',
  'SMSReceiving',
  'MMSSending',
  'InternationalSMSSending',
  'ReadMessages',
  'EditMessages',
  'ReadExtensionCallLog',
  'ReadPersonalContacts',
  'EditPersonalContacts',
  'ReadPresenceStatus',
  'EditPresenceStatus',
  'ReadExtensionPhoneNumbers',
  'ReadExtensionDevices',
  'ReadOutboundCallerId',
  'VoicemailToText',
  'CallControl',
];

export const getFeatures: Handler = (world, { request }) => {
  const wanted = request.query.getAll('featureId');
  const availableOnly = request.query.get('availableOnly') === 'true';
  const available = (id: string): boolean =>
    id === 'InternationalSMSSending'
      ? world.state.profile.numbers.some((own) => own.features.includes('InternationalSmsSender'))
      : FEATURES.includes(id);
  return ok({
    records: FEATURES.filter((id) => wanted.length === 0 || wanted.includes(id))
      .filter((id) => !availableOnly || available(id))
      .map((id) =>
        available(id)
          ? { id, available: true }
          : {
              id,
              available: false,
              reason: {
                code: 'AccountLimitation',
                message: 'The feature is turned off for the current account',
              },
            },
      ),
  });
};
