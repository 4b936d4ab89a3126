import type { BusinessHours, CallerBlocking, MessageTemplate } from '../state/types.ts';

/** One caller whom nobody misses. */
export function defaultCallerBlocking(): CallerBlocking {
  const phoneNumber = '+15125550193';
  return {
    mode: 'Specific',
    noCallerId: 'Allow',
    payPhones: 'Allow',
    numbers: [
      { id: blockedNumberId(phoneNumber), phoneNumber, label: 'Warranty calls', status: 'Blocked' },
    ],
  };
}

/** The number without its plus sign in base64, as RingCentral makes these ids. */
export function blockedNumberId(phoneNumber: string): string {
  return Buffer.from(phoneNumber.slice(1)).toString('base64url');
}

export function defaultBusinessHours(): BusinessHours {
  const day = [{ from: '08:30', to: '18:00' }];
  return {
    monday: day,
    tuesday: day,
    wednesday: day,
    thursday: day,
    friday: day,
    saturday: [{ from: '10:00', to: '14:00' }],
  };
}

export function defaultTemplates(): MessageTemplate[] {
  return [
    {
      id: '71820040',
      displayName: 'Documents are missing',
      text: 'Hi, this is Dana from Harborlight. I still need two documents for your file. Can you upload them today?',
    },
    {
      id: '71821040',
      displayName: 'Rate lock expires',
      text: 'Your rate lock runs out this week. Do you have a minute for a call?',
    },
    {
      id: '71822040',
      scope: 'Company',
      displayName: 'Office hours',
      text: 'Harborlight is open Monday to Friday from 8:30 to 6 and Saturday from 10 to 2.',
    },
  ];
}
