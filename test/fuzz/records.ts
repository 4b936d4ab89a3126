import fc from 'fast-check';
import { callReader, messageReader } from '../../main/core/ringcentral/schemas-records.ts';
import {
  directoryReader,
  personalContactReader,
} from '../../main/core/ringcentral/schemas-contacts.ts';
import { readSyncPage, type RecordReader } from '../../main/core/ringcentral/schemas.ts';
import { toSyncedCall } from '../../main/core/sync/calls/mapping.ts';
import { toSyncedContact } from '../../main/core/sync/contacts/mapping.ts';
import { toSyncedText } from '../../main/core/sync/messages/mapping.ts';
import { toSyncedVoicemail } from '../../main/core/sync/messages/voicemail.ts';
import type { CountryCode, E164 } from '../../shared/model/ids.ts';
import { holds, requireCleanPrototype, type Runs } from './check.ts';
import { hostileJson, mutated } from './hostile.ts';

const country = 'US' as CountryCode;
const home = { ownNumbers: ['+12125550100' as E164], country };

const message = {
  id: 4_000_001,
  uri: 'https://platform.ringcentral.com/restapi/v1.0/account/1/extension/2/message-store/4000001',
  type: 'SMS',
  direction: 'Inbound',
  readStatus: 'Unread',
  messageStatus: 'Received',
  availability: 'Alive',
  subject: 'Hello',
  creationTime: '2026-03-11T15:00:00.000Z',
  lastModifiedTime: '2026-03-11T15:00:01.000Z',
  from: { phoneNumber: '+12125550142', name: 'Ada' },
  to: [{ phoneNumber: '+12125550100', messageStatus: 'Delivered' }],
  conversation: { id: '8234962969801171948' },
  attachments: [
    {
      id: 1,
      uri: 'https://media.ringcentral.com/a/1',
      type: 'MmsAttachment',
      contentType: 'image/png',
    },
  ],
  vmTranscriptionStatus: 'Completed',
};
const call = {
  id: 'call-1',
  sessionId: '700',
  telephonySessionId: 's-1',
  startTime: '2026-03-11T15:00:00.000Z',
  duration: 61,
  type: 'Voice',
  direction: 'Outbound',
  action: 'RingOut Web',
  result: 'Call connected',
  from: { phoneNumber: '+12125550100' },
  to: { phoneNumber: '+12125550142', name: 'Ada' },
  recording: { id: 'r-1', contentUri: 'https://media.ringcentral.com/r/1' },
};
const contact = {
  id: 9,
  availability: 'Alive',
  firstName: 'Ada',
  lastName: 'Byron',
  company: 'Engines',
  email: 'ada@example.com',
  homePhone: '(212) 555-0142',
  mobilePhone: '+12125550143',
};
const colleague = {
  id: '10',
  type: 'User',
  firstName: 'Bob',
  lastName: 'Stone',
  extensionNumber: '101',
  status: 'Enabled',
  phoneNumbers: [{ phoneNumber: '+12125550144', type: 'VoiceFax', usageType: 'DirectNumber' }],
};

/** Reads so many pages of each kind of record and turns them into rows; answers how many pages. */
export function fuzzRecords({ runs, seed }: Runs): number {
  const each = { runs: Math.ceil(runs / 4), seed };
  return (
    holds(
      'messages',
      pagesOf(message),
      (page) => {
        for (const record of readPage(page, messageReader)) {
          requirePlain(toSyncedText(record, home));
          requirePlain(toSyncedVoicemail(record, home));
        }
      },
      each,
    ) +
    holds(
      'calls',
      pagesOf(call),
      (page) => {
        for (const record of readPage(page, callReader))
          requirePlain(toSyncedCall(record, country));
      },
      each,
    ) +
    holds(
      'contacts',
      pagesOf(contact),
      (page) => {
        for (const record of readPage(page, personalContactReader))
          requirePlain(toSyncedContact(record, 'personal', country));
      },
      each,
    ) +
    holds(
      'directory',
      pagesOf(colleague),
      (page) => {
        for (const record of readPage(page, directoryReader))
          requirePlain(toSyncedContact(record, 'company', country));
      },
      each,
    )
  );
}

/** A page as a server would send it that has gone wrong, or means harm. */
function pagesOf(record: object): fc.Arbitrary<unknown> {
  const records = fc.array(mutated(fc.constant<unknown>(record), hostileJson), { maxLength: 4 });
  return records.map((list): unknown =>
    JSON.parse(JSON.stringify({ records: list, syncInfo: { syncToken: 't' } })),
  );
}

/** Every record of a page is read, gone, or unreadable: none is lost without a trace. */
function readPage<T>(page: unknown, reader: RecordReader<T>): readonly T[] {
  const { records, deleted, unreadable } = readSyncPage(page, reader);
  const all = (page as { readonly records: readonly unknown[] }).records;
  if (records.length + deleted.length + unreadable.length !== all.length)
    throw new Error('a record got lost');
  requireCleanPrototype();
  return records;
}

/** What goes into the archive: numbers that are finite, and only what crosses to a worker. */
function requirePlain(row: unknown): void {
  structuredClone(row);
  const look = (value: unknown): void => {
    if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('no number');
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(look);
  };
  look(row);
}
