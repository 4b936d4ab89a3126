import type { RingCentralApi } from './api.ts';
import { createConsents } from './endpoints-consents.ts';
import { createAddressBook, listDirectory } from './endpoints-contacts.ts';
import { openMedia } from './endpoints-media.ts';
import { createCallLog, createMessages } from './endpoints-records.ts';
import { createTelephony } from './endpoints-telephony.ts';
import { createTemplates } from './endpoints-templates.ts';
import { listAll } from './listing.ts';
import type { Outcome } from './outcome.ts';
import { extension } from './paths.ts';
import type { Requester, StreamRequester } from './requester.ts';
import {
  deviceReader,
  forwardingNumberReader,
  phoneNumberReader,
  readDefaultCallerId,
  readExtension,
  readSmsRegistration,
  readUserPermissions,
} from './schemas-account.ts';
import { readRingOutStatus } from './schemas-records.ts';
import type { RecordReader } from './schemas.ts';

/** RingOut is answered when the phone is told to ring; a longer wait is of no use to a caller. */
const callTimeoutMs = 20_000;
/** The endpoints in use, each with its lane and area. */
export function createApi(send: Requester, stream: StreamRequester): RingCentralApi {
  return {
    ringOut: createRingOut(send),
    messages: createMessages(send),
    callLog: createCallLog(send),
    addressBook: createAddressBook(send),
    consents: createConsents(send),
    directory: { list: () => listDirectory(send) },
    media: { open: (uri, options) => openMedia(stream, uri, options) },
    telephony: createTelephony(send),
    templates: createTemplates(send),
    account: createAccount(send),
  };
}

function createRingOut(send: Requester): RingCentralApi['ringOut'] {
  const timeoutMs = callTimeoutMs;
  const one = (id: string): string => `${extension}/ring-out/${encodeURIComponent(id)}`;
  return {
    place: ({ from, to, callerId }, givenUp) =>
      send({
        method: 'POST',
        path: `${extension}/ring-out`,
        body: {
          from: { phoneNumber: from },
          to: { phoneNumber: to },
          ...(callerId !== undefined && { callerId: { phoneNumber: callerId } }),
          playPrompt: false,
        },
        lane: 'call',
        area: 'call',
        timeoutMs,
        givenUp,
        parse: readRingOutStatus,
      }),
    getStatus: (id) =>
      send({
        method: 'GET',
        path: one(id),
        lane: 'call',
        area: 'call-status',
        timeoutMs,
        parse: readRingOutStatus,
      }),
    cancel: (id) =>
      send({
        method: 'DELETE',
        path: one(id),
        lane: 'call',
        area: 'call-status',
        timeoutMs,
        parse: nothing,
      }),
  };
}

function createAccount(send: Requester): RingCentralApi['account'] {
  const get = <T>(path: string, parse: (answer: unknown) => T): Promise<Outcome<T>> =>
    send({ method: 'GET', path, lane: 'user', area: 'other', parse });
  const list = async <T>(name: string, reader: RecordReader<T>): Promise<Outcome<readonly T[]>> => {
    const pages = await listAll(send, { path: `${extension}/${name}`, lane: 'user', reader });
    return pages.kind === 'ok' ? { kind: 'ok', value: pages.value.records } : pages;
  };
  return {
    getExtension: () => get(extension, readExtension),
    listPhoneNumbers: () => list('phone-number', phoneNumberReader),
    getSmsRegistration: (id) =>
      get(
        `${extension}/phone-number/${encodeURIComponent(id)}/sms-configuration`,
        readSmsRegistration,
      ),
    listForwardingNumbers: () => list('forwarding-number', forwardingNumberReader),
    listDevices: () => list('device', deviceReader),
    getDefaultCallerId: () => get(`${extension}/caller-id`, readDefaultCallerId),
    listUserPermissions: () => get(`${extension}/authz-profile`, readUserPermissions),
  };
}

const nothing = (): void => undefined;
