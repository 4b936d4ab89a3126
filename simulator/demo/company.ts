import type { Colleague, Profile } from '../state/types.ts';

/** The signed-in user of the demo account: a mortgage broker's extension. */
export const profile: Profile = {
  accountId: 400_130_762_008,
  extensionId: 400_130_763_008,
  extensionNumber: '101',
  firstName: 'Dana',
  lastName: 'Whitlock',
  jobTitle: 'Senior Mortgage Broker',
  email: 'dana.whitlock@harborlight.example',
  companyName: 'Harborlight Lending',
  timeZone: 'America/Chicago',
  numbers: [
    {
      id: 298_900_123,
      phoneNumber: '+15125550123',
      usageType: 'DirectNumber',
      paymentType: 'Local',
      type: 'VoiceFax',
      label: 'Direct line',
      location: 'Austin, TX',
      primary: true,
      features: ['CallerId', 'SmsSender', 'MmsSender'],
    },
    {
      id: 298_900_148,
      phoneNumber: '+15125550148',
      usageType: 'DirectNumber',
      paymentType: 'Local',
      type: 'VoiceFax',
      label: 'Refinance line',
      location: 'Austin, TX',
      features: ['CallerId', 'SmsSender'],
    },
    {
      // Not registered for texting yet: it can only call.
      id: 298_900_116,
      phoneNumber: '+17375550116',
      usageType: 'DirectNumber',
      paymentType: 'Local',
      type: 'VoiceOnly',
      label: 'Open house line',
      location: 'Austin, TX',
      features: ['CallerId'],
    },
    {
      id: 298_900_100,
      phoneNumber: '+15125550100',
      usageType: 'MainCompanyNumber',
      paymentType: 'Local',
      type: 'VoiceFax',
      location: 'Austin, TX',
      features: ['CallerId'],
    },
    {
      id: 298_900_111,
      phoneNumber: '+18005550111',
      usageType: 'CompanyNumber',
      paymentType: 'TollFree',
      type: 'VoiceFax',
      label: 'Toll-free',
      features: ['CallerId', 'SmsSender'],
    },
  ],
  forwarding: [
    {
      id: '417276300006',
      phoneNumber: '+15125550177',
      label: 'My mobile',
      type: 'Mobile',
      flipNumber: '2',
    },
    {
      id: '417276290004',
      phoneNumber: '+15125550123',
      label: 'Desk phone',
      type: 'PhoneLine',
      flipNumber: '1',
      deviceId: '38923006',
    },
    {
      id: '417276310007',
      phoneNumber: '+17375550181',
      label: 'Work, north office',
      type: 'Work',
      flipNumber: '3',
    },
    {
      // Nobody is at home during the day: this phone rings without an answer.
      id: '417276280004',
      phoneNumber: '+15125550192',
      label: 'Home',
      type: 'Home',
      flipNumber: '4',
    },
  ],
  devices: [
    {
      id: '38923006',
      type: 'HardPhone',
      name: 'Desk phone',
      model: 'Polycom VVX 450',
      serial: '64167F000142',
      status: 'Online',
      phoneNumber: '+15125550123',
    },
    {
      id: '38924007',
      type: 'SoftPhone',
      name: 'RingCentral for Mac',
      status: 'Offline',
    },
  ],
};

/** What the demo user signs in with, on the page and with the password grant. */
export const demoPassword = 'demo-password';

export const userPermissions: readonly string[] = [
  'OutboundSMS',
  'ReadMessages',
  'EditMessages',
  'ReadMessageContent',
  'ReadCallLog',
  'ReadCompanyInfo',
  'ReadExtensions',
  'ReadUserPhoneNumbers',
  'ReadUserForwardingFlipNumbers',
  'ReadUserDevices',
  'ReadCallerIDSettings',
  'ReadPersonalContacts',
  'EditPersonalContacts',
  'ReadPresenceStatus',
  'EditPresenceStatus',
  'InternalSMS',
  'EditCallLog',
  'ReadCallRecording',
  'ReadBlockedNumbers',
  'EditBlockedNumbers',
  'EditCallerIDSettings',
  'EditUserAnsweringRules',
  'DomesticCalls',
  'InternationalCalls',
];

type Row = readonly [
  first: string,
  last: string,
  jobTitle: string,
  department: string,
  ending: string,
];

const ROWS: readonly Row[] = [
  ['Marcus', 'Bell', 'Branch Manager', 'Lending', '02'],
  ['Priya', 'Raman', 'Loan Processor', 'Processing', '03'],
  ['Tomás', 'Ibarra', 'Loan Officer', 'Lending', '04'],
  ['Grace', 'Okonkwo', 'Underwriter', 'Underwriting', '05'],
  ['Hannah', 'Lindqvist', 'Closing Coordinator', 'Closing', '06'],
  ['Kenji', 'Watanabe', 'Loan Officer', 'Lending', '07'],
  ['Leila', 'Haddad', 'Compliance Analyst', 'Compliance', '08'],
  ['Owen', 'McCarthy', 'Junior Loan Officer', 'Lending', '09'],
  ['Rosa', 'Villanueva', 'Loan Processor', 'Processing', '10'],
  ['Samuel', 'Abebe', 'IT Support', 'Operations', '12'],
  ['Yvonne', 'Tran', 'Receptionist', 'Operations', '13'],
  ['Wyatt', 'Greene', 'Marketing Manager', 'Marketing', '14'],
];

/** Twelve colleagues with extensions 102 to 113, and the processing queue. */
export const colleagues: readonly Colleague[] = [
  ...ROWS.map(([firstName, lastName, jobTitle, department, ending], index): Colleague => {
    const mailbox = `${firstName}.${lastName}`.normalize('NFD').replace(/[^A-Za-z.]/g, '');
    return {
      id: String(400_130_764_008 + index * 1_000),
      type: 'User',
      extensionNumber: String(102 + index),
      firstName,
      lastName,
      jobTitle,
      department,
      email: `${mailbox.toLowerCase()}@harborlight.example`,
      directNumber: `+151255501${ending}`,
    };
  }),
  {
    id: '400130790008',
    type: 'Department',
    extensionNumber: '200',
    name: 'Processing queue',
    email: 'processing@harborlight.example',
  },
];
