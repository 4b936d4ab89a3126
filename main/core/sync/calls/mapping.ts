import type { CallOutcome } from '../../../../shared/model/calls.ts';
import type { CountryCode, EpochMs } from '../../../../shared/model/ids.ts';
import { toE164 } from '../../../../shared/phone/parse.ts';
import type { ServerCall, ServerParty } from '../../ringcentral/records.ts';

/** One side of a call record; `number` is E.164 where it can be, else as the server wrote it. */
export type RecordParty = {
  readonly number: string | undefined;
  readonly extensionNumber: string | undefined;
  readonly name: string | undefined;
};

/** A record of the call log in the archive's terms; one call can have two of them. */
export type SyncedCallRecord = {
  readonly serverId: string;
  readonly sessionId: string;
  readonly telephonySessionId: string | undefined;
  readonly direction: 'inbound' | 'outbound';
  readonly action: string;
  readonly result: string | undefined;
  readonly from: RecordParty;
  readonly to: RecordParty;
  readonly startedAt: EpochMs;
  readonly durationSeconds: number | undefined;
  readonly isDeleted: boolean;
  readonly recording: { readonly id: string; readonly uri: string } | undefined;
  /** The message-store id of the voicemail that was left. */
  readonly voicemailId: string | undefined;
};

/** The archive's form of a record; undefined for what is no call (a fax). */
export function toSyncedCall(
  record: ServerCall,
  country: CountryCode,
): SyncedCallRecord | undefined {
  if (record.type !== 'Voice') return undefined;
  return {
    serverId: record.id,
    sessionId: record.sessionId,
    telephonySessionId: record.telephonySessionId,
    direction: record.direction === 'Inbound' ? 'inbound' : 'outbound',
    action: record.action,
    result: record.result,
    from: toRecordParty(record.from, country),
    to: toRecordParty(record.to, country),
    startedAt: record.startedAt,
    durationSeconds:
      record.durationSeconds === undefined ? undefined : Math.round(record.durationSeconds),
    isDeleted: record.isDeleted,
    recording: record.recording,
    voicemailId: record.voicemailId,
  };
}

function toRecordParty(party: ServerParty, country: CountryCode): RecordParty {
  const { phoneNumber: typed, extensionNumber, name } = party;
  const number = typed === undefined ? undefined : (toE164(typed, country) ?? typed);
  return { number, extensionNumber, name };
}

const outboundOutcomes = new Map<string, CallOutcome>([
  ['Call connected', 'connected'],
  ['Accepted', 'connected'],
  ['911', 'connected'],
  ['933', 'connected'],
  ['Voicemail', 'voicemail'],
  ['Sent to Voicemail', 'voicemail'],
  ['No Answer', 'no-answer'],
  ['Missed', 'no-answer'],
  ['Busy', 'busy'],
  ['Rejected', 'rejected'],
  ['Declined', 'rejected'],
  ['Hang Up', 'cancelled'],
  ['Stopped', 'cancelled'],
  ['Abandoned', 'cancelled'],
  ['Blocked', 'blocked'],
]);

const inboundOutcomes = new Map<string, CallOutcome>([
  ['Accepted', 'connected'],
  ['Call connected', 'connected'],
  ['Received', 'connected'],
  ['Answered Elsewhere', 'connected'],
  ['Missed', 'missed'],
  ['No Answer', 'missed'],
  ['Answered Not Accepted', 'missed'],
  ['Hang Up', 'missed'],
  ['Abandoned', 'missed'],
  ['Callback requested', 'missed'],
  ['Reply', 'missed'],
  ['Busy', 'busy'],
  ['Voicemail', 'voicemail'],
  ['Sent to Voicemail', 'voicemail'],
  ['Rejected', 'rejected'],
  ['Declined', 'rejected'],
  ['Blocked', 'blocked'],
]);

/** How a call ends that came in and that nobody took: it is new until the user has looked. */
export const missedOutcomes: readonly CallOutcome[] = ['missed', 'voicemail', 'busy'];

/** Results in which the call never came about (RingCentral's guide to the call log). */
const failures: ReadonlySet<string> = new Set([
  'Call Failed',
  'Call Failure',
  'Carrier is not active',
  'EDGE trunk misconfigured',
  'IP Phone Offline',
  'Internal Error',
  'International Disabled',
  'International Restricted',
  'No Calling Credit',
  'Not Allowed',
  'Phone Login',
  'Restricted Number',
  'Suspended account',
  'Wrong Number',
]);

/**
 * How a call went, from RingCentral's result (its guide to the call log); without one it is still
 * running.
 */
export function toOutcome({
  direction,
  result,
}: Pick<SyncedCallRecord, 'direction' | 'result'>): CallOutcome {
  if (result === undefined || result === 'In Progress') return 'in-progress';
  if (failures.has(result)) return 'failed';
  return (direction === 'inbound' ? inboundOutcomes : outboundOutcomes).get(result) ?? 'unknown';
}
