import type { Random } from '../random.ts';
import type { Ids } from '../state/ids.ts';
import type { CallRecord, Message, Party, Profile } from '../state/types.ts';
import { recordingId } from '../telephony/recordings.ts';
import { colleagues } from './company.ts';
import { people } from './people.ts';
import { placeOf } from './places.ts';
import { strangers } from './strangers.ts';
import { minutes, workTime } from './workday.ts';

export const CALL_COUNT = 300;
const DAYS = 60;
const LISTED_AFTER_MS = 20_000;

type Outcome = {
  readonly weight: number;
  readonly direction: CallRecord['direction'];
  readonly action: string;
  readonly result: string;
  /** Longest call, in minutes. */
  readonly longest: number;
  readonly reason?: string;
};

/** How a broker's calls end, out of a hundred. */
const OUTCOMES: readonly Outcome[] = [
  outcome(31, 'Outbound', 'VoIP Call', 'Call connected', 24),
  outcome(11, 'Outbound', 'RingOut Web', 'Call connected', 18),
  outcome(8, 'Outbound', 'VoIP Call', 'No Answer', 0.5, 'No Answer'),
  outcome(2, 'Outbound', 'RingOut Web', 'No Answer', 0.5, 'No Answer'),
  outcome(3, 'Outbound', 'VoIP Call', 'Busy', 0.2, 'Line Busy'),
  outcome(2, 'Outbound', 'VoIP Call', 'Hang Up', 0.2, 'Hang Up'),
  outcome(1, 'Outbound', 'VoIP Call', 'Wrong Number', 0.1, 'Wrong Number'),
  outcome(1, 'Outbound', 'VoIP Call', 'Rejected', 0.2, 'Calls Not Accepted'),
  outcome(25, 'Inbound', 'Phone Call', 'Accepted', 22),
  outcome(11, 'Inbound', 'Phone Call', 'Missed', 0.6, 'No Answer'),
  outcome(2, 'Inbound', 'Phone Call', 'Answered Elsewhere', 0.3),
  outcome(2, 'Inbound', 'Phone Call', 'Rejected', 0.2),
  outcome(1, 'Inbound', 'Phone Call', 'Blocked', 0.1, 'Number Blocked'),
];

function outcome(
  weight: number,
  direction: Outcome['direction'],
  action: string,
  result: string,
  longest: number,
  reason?: string,
): Outcome {
  return { weight, direction, action, result, longest, ...(reason ? { reason } : {}) };
}

type Maker = {
  readonly now: number;
  readonly random: Random;
  readonly ids: Ids;
  readonly profile: Profile;
};

/** Three hundred calls of the last two months; each voicemail has the call that left it. */
export function makeCalls(maker: Maker, voicemails: readonly Message[]): CallRecord[] {
  const withVoicemail = voicemails.map((message) => voicemailCall(maker, message));
  const others = Array.from({ length: CALL_COUNT - withVoicemail.length }, (_, index) =>
    oneCall(maker, (index * DAYS) / CALL_COUNT),
  );
  return [...withVoicemail, ...others.flat()].sort((a, b) => a.startedAt - b.startedAt);
}

function oneCall(maker: Maker, daysAgo: number): readonly CallRecord[] {
  const { now, random } = maker;
  const chosen = weighted(OUTCOMES, random);
  const startedAt = workTime(now, Math.floor(daysAgo), random);
  const length = minutes(chosen.longest) * (0.05 + 0.95 * random.next() ** 2);
  // The call must be over and in the log by now.
  const durationMs = Math.round(Math.min(length, Math.max(0, now - startedAt - minutes(1))));
  const own = ownParty(maker);
  const other = chosen.action === 'RingOut Web' ? outside(random) : anyone(random, chosen);
  const outbound = chosen.direction === 'Outbound';
  const record = finished(maker, startedAt, durationMs, {
    direction: chosen.direction,
    action: chosen.action,
    transport: chosen.action === 'VoIP Call' ? 'VoIP' : 'PSTN',
    from: outbound ? own : other,
    to: outbound ? other : own,
    result: chosen.result,
    ...(chosen.reason === undefined ? {} : { reason: chosen.reason }),
    ...(chosen.action === 'RingOut Web' ? { internalType: 'RingOut' } : {}),
  });
  return chosen.action === 'RingOut Web' ? [record, ownLegOf(maker, record)] : [record];
}

/**
 * The inbound half of a RingOut: the own phone rang a little earlier (RingCentral's samples of
 * active calls).
 */
function ownLegOf(maker: Maker, outbound: CallRecord): CallRecord {
  const earlierMs = maker.random.integer(4_000, 14_000);
  const leg = finished(
    maker,
    outbound.startedAt - earlierMs,
    (outbound.durationMs ?? 0) + earlierMs,
    {
      direction: 'Inbound',
      action: 'Phone Call',
      transport: 'PSTN',
      from: outbound.to,
      to: outbound.from,
      result: 'Accepted',
    },
  );
  const distance = 1_000 * maker.random.integer(1, 4);
  // The outbound half carries the recording.
  const { recording: _recording, ...unrecorded } = leg;
  return { ...unrecorded, sessionId: String(Number(outbound.sessionId) + distance) };
}

function voicemailCall(maker: Maker, message: Message): CallRecord {
  const durationMs = ((message.attachments[0]?.vmDuration ?? 0) + 22) * 1_000;
  const record = finished(maker, message.createdAt - durationMs, durationMs, {
    direction: 'Inbound',
    action: 'Phone Call',
    transport: 'PSTN',
    from: message.from,
    to: ownParty(maker),
    result: 'Voicemail',
  });
  return { ...record, voicemailId: message.id };
}

type Details = Omit<
  CallRecord,
  'id' | 'sessionId' | 'telephonySessionId' | 'partyId' | 'startedAt' | 'durationMs'
>;

function finished(
  { ids }: Maker,
  startedAt: number,
  durationMs: number,
  details: Details,
): CallRecord {
  const endedAt = startedAt + durationMs;
  return recorded({
    id: ids.callRecord(),
    ...ids.telephonySession(),
    startedAt,
    durationMs,
    endedAt,
    listedAt: endedAt + LISTED_AFTER_MS,
    ...details,
  });
}

const ANSWERED = new Set(['Call connected', 'Accepted']);
const SHORTEST_RECORDING_S = 30;

/** Every third longer conversation was recorded, some of them by hand. */
function recorded(record: CallRecord): CallRecord {
  const seconds = Math.round((record.durationMs ?? 0) / 1_000);
  const draw = (Number(record.sessionId) / 10_000) % 9;
  const isRecorded = ANSWERED.has(record.result ?? '') && Math.floor(draw) % 3 === 0;
  if (!isRecorded || seconds < SHORTEST_RECORDING_S) return record;
  return {
    ...record,
    recording: {
      id: recordingId(record),
      type: Math.floor(draw) === 0 ? 'OnDemand' : 'Automatic',
      seconds,
      readyAt: record.listedAt ?? 0,
    },
  };
}

function ownParty({ profile, random }: Maker): Party {
  const number = random.next() < 0.8 ? profile.numbers[0] : profile.numbers[1];
  return {
    phoneNumber: number?.phoneNumber ?? '',
    name: `${profile.firstName} ${profile.lastName}`,
    extensionId: String(profile.extensionId),
    location: 'Austin, TX',
  };
}

/** Mostly people outside; some colleagues by extension, and a few who hide their number. */
function anyone(random: Random, { direction, result }: Outcome): Party {
  const roll = random.next();
  if (roll < 0.08 && result !== 'Wrong Number') {
    const colleague = random.pick(colleagues);
    const name = colleague.name ?? `${colleague.firstName} ${colleague.lastName}`;
    return { extensionNumber: colleague.extensionNumber, extensionId: colleague.id, name };
  }
  if (roll > 0.97 && direction === 'Inbound') return { name: 'Anonymous' };
  return outside(random);
}

function outside(random: Random): Party {
  // Squaring favours the first people: some are called far more often than others.
  const index = Math.floor(random.next() ** 1.6 * people.length);
  const person = people[index];
  if (random.next() < 0.2 || !person) return partyOf(random.pick(strangers).number);
  const number = random.next() < 0.2 ? (person.business ?? person.home) : undefined;
  return partyOf(number ?? person.mobile);
}

function partyOf(phoneNumber: string): Party {
  const location = placeOf(phoneNumber);
  return { phoneNumber, ...(location === undefined ? {} : { location }) };
}

function weighted(outcomes: readonly Outcome[], random: Random): Outcome {
  let roll = random.next() * outcomes.reduce((sum, { weight }) => sum + weight, 0);
  for (const candidate of outcomes) {
    roll -= candidate.weight;
    if (roll < 0) return candidate;
  }
  return random.pick(outcomes);
}
