import fc from 'fast-check';
import { createEventReader } from '../../main/core/ringcentral/push-events.ts';
import {
  parseFrame,
  readConnectionDetails,
  readErrorCode,
  readSubscription,
  toHeaders,
} from '../../main/core/ringcentral/push-wire.ts';
import { holds, requireCleanPrototype, type Runs } from './check.ts';
import { hostileJson, mutated } from './hostile.ts';

const ours = 'subscription-1';
const extension = '/restapi/v1.0/account/1/extension/2';

const meta = fc.constantFrom<unknown>(
  { type: 'ServerNotification', messageId: 'm-1', status: 200, wsc: { token: 't', sequence: 1 } },
  { type: 'ConnectionDetails', messageId: 'm-2', status: 200, wsc: { token: 't', sequence: 1 } },
  { type: 'ClientRequest', messageId: 'm-3', status: 429, headers: { 'Retry-After': '30' } },
  { type: 'Error', status: 403 },
  { type: 'Heartbeat', messageId: 'm-4' },
);

const party = {
  id: 'p-1',
  extensionId: '2',
  direction: 'Inbound',
  status: { code: 'Proceeding', reason: 'AttendedTransfer', rcc: false },
  from: { phoneNumber: '+12125550142', name: 'Ada' },
  to: { phoneNumber: '+12125550100', extensionId: '2' },
  muted: false,
  ringOutRole: 'Initiator',
};
const bodies = fc.constantFrom<object>(
  event(`${extension}/message-store/instant?type=SMS`, { id: '1', subject: 'Hello' }),
  event(`${extension}/message-store`, { changes: [{ type: 'SMS', newCount: 1 }] }),
  event(`${extension}/voicemail`, { id: '1' }),
  event('/restapi/v1.0/account/1/directory/entries', {}),
  event(`${extension}/telephony/sessions`, {
    sequence: 3,
    sessionId: '1',
    telephonySessionId: 's-1',
    eventTime: '2026-03-11T15:00:00Z',
    parties: [party],
  }),
  event(`${extension}/presence?detailedTelephonyState=true`, {
    sequence: 4,
    telephonyStatus: 'Ringing',
    dndStatus: 'TakeAllCalls',
    presenceStatus: 'Available',
    activeCalls: [
      {
        id: 'c-1',
        direction: 'Inbound',
        telephonyStatus: 'Ringing',
        from: '+12125550142',
        to: '+12125550100',
        sessionId: '1',
        telephonySessionId: 's-1',
        partyId: 'p-1',
        startTime: '2026-03-11T15:00:00Z',
      },
    ],
  }),
);

const events = fc
  .tuple(bodies, fc.uuid())
  .map(([each, uuid]): unknown => Object.assign({}, { uuid }, each));

const frame = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(mutated(meta, hostileJson), mutated(events, hostileJson)) },
  { weight: 1, arbitrary: hostileJson },
);
/** As it comes over the wire: mostly whole, sometimes cut off. */
const text = fc
  .tuple(frame, fc.option(fc.nat({ max: 400 }), { freq: 6 }))
  .map(([value, cut]) => (JSON.stringify(value) ?? '').slice(0, cut ?? undefined));

const kinds = new Set(['messages', 'voicemail', 'directory', 'presence', 'telephony']);

/** Reads so many frames of a socket, one after the other as one connection would; answers how many. */
export function fuzzFrames({ runs, seed }: Runs): number {
  const reader = createEventReader();
  return holds(
    'frame',
    text,
    (raw) => {
      const read = parseFrame(raw);
      if (read === undefined) return;
      const details = readConnectionDetails(read.body);
      if (!Number.isFinite(details.recoveryTimeoutMs)) throw new Error('recovers for ever');
      readErrorCode(read.body);
      readSubscription(read.body);
      for (const [, value] of toHeaders(read.meta.headers)) {
        if (/[\r\n]/.test(value)) throw new Error('a header with a line end');
      }
      const hint = reader.read(read.body, ours);
      if (hint !== undefined && !kinds.has(hint.kind)) throw new Error('a hint at nothing');
      requireCleanPrototype();
    },
    { runs, seed },
  );
}

function event(name: string, body: unknown): object {
  return { event: name, subscriptionId: ours, timestamp: '2026-03-11T15:00:00Z', body };
}
