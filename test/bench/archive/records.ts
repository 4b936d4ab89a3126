import type { CountryCode, E164 } from '../../../shared/model/ids.ts';
import type {
  ServerCall,
  ServerContact,
  ServerMessage,
  ServerParty,
} from '../../../main/core/ringcentral/records.ts';
import { createRandom, type Random } from '../../../simulator/random.ts';
import { createVocabulary, makeName, makeText, zipf } from './words.ts';

/** Raise it when other records come out: archives made before are then made again. */
export const generatorVersion = 1;

export const peopleCount = 5_000;
/** Of ten records, six are texts and four are calls. */
export const textShare = 0.6;

const seed = 20_260_302;
/** A Monday noon in Austin; the archive reaches back from here. */
const newest = Date.UTC(2026, 2, 2, 18);
const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;
/** Between records of one kind in working hours: a busy desk over some eight years. */
const textGapMs = 2.6 * 60_000;
const callGapMs = 3.9 * 60_000;

export const ownNumber = '+15125550123' as E164;
/** Whose archive it is, as mapping needs to know it. */
export const home = { ownNumbers: [ownNumber], country: 'US' as CountryCode };

const areas = `201 202 203 205 206 207 208 209 210 212 213 214 215 216 217 218 219 224 225 228 229
  231 234 239 240 248 251 252 253 254 256 260 262 267 269 270 276 281 301 302 303 304 305 307 308
  309 310 312 313 314 315 316 317 318 319 320 321 323 325 330 331 334 336 337 347 351 352`
  .trim()
  .split(/\s+/);

export type Person = {
  readonly name: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly company: string | undefined;
  readonly numbers: readonly E164[];
};

/** The same five thousand people every time; one in four has two numbers, some share one. */
export function makePeople(): readonly Person[] {
  const random = createRandom(seed);
  let given = 0;
  const nextNumber = (): E164 => {
    const area = areas[Math.floor(given / 100)] ?? '512';
    const number = `+1${area}55501${String(given % 100).padStart(2, '0')}` as E164;
    given += 1;
    return number;
  };
  return Array.from({ length: peopleCount }, () => {
    const [firstName, lastName] = [makeName(random), makeName(random)];
    const numbers = [random.next() < 0.98 ? nextNumber() : (`+15125550100` as E164)];
    if (random.next() < 0.25) numbers.push(nextNumber());
    const company = random.next() < 0.3 ? `${makeName(random)} ${makeName(random)} LLC` : undefined;
    return { name: `${firstName} ${lastName}`, firstName, lastName, company, numbers };
  });
}

/** The address book's entry of a person. */
export function toServerContact(person: Person, index: number): ServerContact {
  const { name, firstName, lastName, company, numbers } = person;
  return {
    id: String(600_000 + index),
    name,
    firstName,
    lastName,
    company,
    jobTitle: undefined,
    email: `${firstName.toLowerCase()}.${index}@mail.example`,
    remarks: undefined,
    availability: 'Alive',
    numbers: numbers.map((typed, place) => ({
      label: place === 0 ? 'mobile' : 'business',
      typed,
      extensionNumber: undefined,
    })),
  };
}

/** Texts without end, newest first: an archive of a certain size is where somebody stops. */
export function* makeTexts(people: readonly Person[]): Generator<ServerMessage> {
  const random = createRandom(seed + 1);
  const vocabulary = createVocabulary(createRandom(seed + 2));
  const mention = (): string => people[zipf(random, people.length)]?.firstName ?? 'Sam';
  let at = newest;
  for (let n = 0; ; n += 1) {
    at = earlier(random, at, textGapMs);
    const index = zipf(random, people.length);
    const isInbound = random.next() < 0.5;
    const others = [partyOf(people[index], random)];
    if (random.next() < 0.02) others.push(partyOf(people[(index * 7 + 1) % people.length], random));
    const me = party(ownNumber, undefined);
    const [first = me, ...rest] = others;
    const isFailed = !isInbound && random.next() < 0.01;
    yield {
      id: String(9_000_000_000_000 - n),
      type: 'SMS',
      direction: isInbound ? 'Inbound' : 'Outbound',
      readStatus: isInbound && n < 400 && random.next() < 0.1 ? 'Unread' : 'Read',
      messageStatus: isInbound ? 'Received' : isFailed ? 'DeliveryFailed' : 'Delivered',
      availability: 'Alive',
      subject: makeText(random, vocabulary, mention),
      createdAt: at,
      modifiedAt: at + 2_000,
      from: isInbound ? first : me,
      to: isInbound ? [me, ...rest] : others,
      conversationId: conversationOf(others),
      attachments: [],
      deliveryErrorCode: undefined,
      transcriptionStatus: undefined,
    };
  }
}

/** Records of calls without end, newest first; one outbound call in seven is a RingOut with two records. */
export function* makeCalls(people: readonly Person[]): Generator<ServerCall> {
  const random = createRandom(seed + 3);
  let at = newest;
  for (let n = 0; ; n += 1) {
    at = earlier(random, at, callGapMs);
    const other = partyOf(people[zipf(random, people.length)], random);
    const call = makeCall(random, { n, at, other });
    yield call;
    if (call.action === 'RingOut Web') yield toOwnLeg(call);
  }
}

function makeCall(
  random: Random,
  { n, at, other }: { n: number; at: number; other: ServerParty },
): ServerCall {
  const isInbound = random.next() < 0.45;
  const isRingOut = !isInbound && random.next() < 0.15;
  const isAnswered = random.next() < 0.7;
  const result = isAnswered
    ? isInbound
      ? 'Accepted'
      : 'Call connected'
    : isInbound
      ? random.pick(['Missed', 'Missed', 'Voicemail'])
      : random.pick(['No Answer', 'Busy', 'Hang Up']);
  const me = party(ownNumber, 'Robin Adler');
  return {
    id: `C${9_000_000_000 - n}`,
    sessionId: String(800_000_000_000 - n * 20_000),
    telephonySessionId: `s-${800_000_000_000 - n * 20_000}`,
    startedAt: at,
    direction: isInbound ? 'Inbound' : 'Outbound',
    type: 'Voice',
    action: isRingOut ? 'RingOut Web' : isInbound ? 'Phone Call' : 'VoIP Call',
    result,
    durationSeconds: isAnswered ? random.integer(5, 1_800) : random.integer(3, 40),
    from: isInbound ? other : me,
    to: isInbound ? me : other,
    isDeleted: false,
    recording: undefined,
    voicemailId: undefined,
  };
}

/** The record of the leg to the user's own phone (RingCentral's samples of active calls). */
function toOwnLeg(call: ServerCall): ServerCall {
  return {
    ...call,
    id: `${call.id}-2`,
    sessionId: String(Number(call.sessionId) - 1_000),
    telephonySessionId: `${call.telephonySessionId}-2`,
    startedAt: call.startedAt - 4_000,
    direction: 'Inbound',
    action: 'Phone Call',
    from: party(call.to.phoneNumber, undefined),
    to: party(ownNumber, undefined),
  };
}

/** A working moment before `at`: nights, and most of the weekend, are quiet. */
function earlier(random: Random, at: number, gapMs: number): number {
  const next = Math.floor(at + Math.log(1 - random.next()) * gapMs) - 1;
  const sinceMidnight = next % dayMs;
  // 13 to 1 UTC are working hours in Texas.
  const isNight = sinceMidnight > hourMs && sinceMidnight < 13 * hourMs;
  const day = new Date(next).getUTCDay();
  const isQuiet = isNight || ((day === 0 || day === 6) && random.next() < 0.98);
  if (!isQuiet) return next;
  const midnight = next - sinceMidnight;
  return isNight ? midnight + hourMs - random.integer(0, 60_000) : midnight - 1;
}

function partyOf(person: Person | undefined, random: Random): ServerParty {
  const numbers = person?.numbers ?? [];
  const number = random.next() < 0.8 ? numbers[0] : (numbers[1] ?? numbers[0]);
  return party(number, person?.name);
}

function party(phoneNumber: string | undefined, name: string | undefined): ServerParty {
  return { phoneNumber, extensionNumber: undefined, name };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : 1;
}

function conversationOf(others: readonly ServerParty[]): string {
  const numbers = others.map(({ phoneNumber }) => phoneNumber?.slice(2) ?? '').toSorted(compare);
  return `77${numbers.join('0')}`;
}
