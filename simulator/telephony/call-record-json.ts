import type { CallRecord, Party } from '../state/types.ts';
import type { World } from '../world.ts';
import { extensionUri, iso } from '../world.ts';

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
    ...common(record),
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
    ...(record.listedAt === undefined ? {} : { lastModifiedTime: iso(record.listedAt) }),
    ...(view === 'Detailed' ? detailed(world, record) : {}),
  };
}

function common(record: CallRecord): object {
  return {
    startTime: iso(record.startedAt),
    ...(record.durationMs === undefined
      ? {}
      : { duration: Math.round(record.durationMs / 1_000), durationMs: record.durationMs }),
    type: 'Voice',
    ...(record.internalType === undefined ? {} : { internalType: record.internalType }),
    direction: record.direction,
    action: record.action,
    ...(record.result === undefined ? {} : { result: record.result }),
    ...(record.reason === undefined ? {} : { reason: record.reason }),
    ...(record.reasonDescription === undefined
      ? {}
      : { reasonDescription: record.reasonDescription }),
    to: toPartyJson(record.to),
    from: toPartyJson(record.from),
    transport: record.transport,
  };
}

function detailed(world: World, record: CallRecord): object {
  const leg = {
    ...common(record),
    legType: legTypeOf(record),
    master: true,
    telephonySessionId: record.telephonySessionId,
    extension: { uri: extensionUri(world), id: world.state.profile.extensionId },
  };
  return { billing: { costIncluded: 0, costPurchased: 0 }, finished: true, legs: [leg] };
}

function legTypeOf(record: CallRecord): string {
  if (record.action === 'RingOut Web') return 'RingOutWebToSubscriber';
  if (record.transport === 'VoIP') return 'SipToPstnUnmetered';
  return record.direction === 'Inbound' ? 'Accept' : 'PstnToSip';
}

function toPartyJson(party: Party): object {
  return { ...party };
}
