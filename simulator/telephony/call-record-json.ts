import type { CallRecord, Party } from '../state/types.ts';
import type { World } from '../world.ts';
import { extensionUri, iso } from '../world.ts';
import { recordingJson } from './recordings.ts';

export type View = 'Simple' | 'Detailed';

/** A call as the call log and active-calls show it; what is unknown is left out. */
export function toCallRecordJson(world: World, record: CallRecord, view: View): object {
  const base = extensionUri(world);
  return {
    uri: `${base}/call-log/${record.id}?view=${view}`,
    id: record.id,
    sessionId: record.sessionId,
    telephonySessionId: record.telephonySessionId,
    partyId: record.partyId,
    ...common(world, record),
    ...(record.recording === undefined
      ? {}
      : { recording: recordingJson(world, record.recording) }),
    ...(record.voicemailId === undefined
      ? {}
      : {
          message: {
            id: String(record.voicemailId),
            type: 'VoiceMail',
            uri: `${base}/message-store/${record.voicemailId}`,
          },
        }),
    extension: { uri: base, id: world.state.profile.extensionId },
    ...(record.deleted ? { deleted: true } : {}),
    ...(record.listedAt === undefined
      ? {}
      : { lastModifiedTime: iso(record.changedAt ?? record.listedAt) }),
    ...(view === 'Detailed' ? detailed(world, record) : {}),
  };
}

function common(world: World, record: CallRecord): object {
  const absent = world.rules.absentCallFields;
  const { durationMs, result } = record;
  const party = (one: Party): object => toPartyJson(one, absent.includes('phoneNumber'));
  return {
    startTime: iso(record.startedAt),
    ...(durationMs === undefined || absent.includes('duration')
      ? {}
      : { duration: Math.round(durationMs / 1_000), durationMs }),
    type: 'Voice',
    ...(record.internalType === undefined ? {} : { internalType: record.internalType }),
    direction: record.direction,
    action: record.action,
    ...(result === undefined || absent.includes('result') ? {} : { result }),
    ...(record.reason === undefined ? {} : { reason: record.reason }),
    ...(record.reasonDescription === undefined
      ? {}
      : { reasonDescription: record.reasonDescription }),
    to: party(record.to),
    from: party(record.from),
    transport: record.transport,
  };
}

function toPartyJson(party: Party, hideNumber: boolean): object {
  const { phoneNumber, ...rest } = party;
  return hideNumber || phoneNumber === undefined ? rest : { phoneNumber, ...rest };
}

function detailed(world: World, record: CallRecord): object {
  const leg = {
    ...common(world, record),
    legType: legTypeOf(record),
    master: true,
    telephonySessionId: record.telephonySessionId,
    extension: { uri: extensionUri(world), id: world.state.profile.extensionId },
  };
  // A RingOut in one record: the first leg is the own phone that rings (RingCentral's samples of
  // active calls).
  const ownLeg = { ...leg, legType: 'RingOutWebToCaller', direction: 'Inbound', master: false };
  return {
    billing: { costIncluded: 0, costPurchased: 0 },
    finished: record.endedAt !== undefined,
    legs: record.bothLegs ? [leg, ownLeg] : [leg],
  };
}

function legTypeOf(record: CallRecord): string {
  if (record.action === 'RingOut Web') return 'RingOutWebToSubscriber';
  if (record.transport === 'VoIP') return 'SipToPstnUnmetered';
  return record.direction === 'Inbound' ? 'Accept' : 'PstnToSip';
}
