import { recording, transcription } from '../messages/voicemail.ts';
import { createRandom } from '../random.ts';
import type { Random } from '../random.ts';
import type { Ids } from '../state/ids.ts';
import { createIds } from '../state/ids.ts';
import type { Contact, Counters, Message, State } from '../state/types.ts';
import { makeConfidentialApp, makeDemoApp } from './apps.ts';
import { makeCalls } from './calls.ts';
import { colleagues, demoPassword, profile, userPermissions } from './company.ts';
import { makeConversations } from './conversations.ts';
import type { Person } from './people.ts';
import { people } from './people.ts';
import { placeOf } from './places.ts';
import { strangers } from './strangers.ts';
import type { VoicemailScript } from './voicemails.ts';
import { defaultBusinessHours, defaultCallerBlocking, defaultTemplates } from './settings.ts';
import { voicemails } from './voicemails.ts';
import { days, workTime } from './workday.ts';

/** The demo account as it is when it is made at `now`; the same seed gives the same account. */
export function makeDemoState(seed: number, now: number): State {
  const random = createRandom(seed);
  const counters: Counters = {
    message: 3_062_991_000_017,
    session: 12_039_160_004,
    contact: 3_633_140_020,
    presence: 1,
  };
  const ids = createIds(counters, random);
  const texts = makeConversations({ now, random, ids, profile });
  const recorded = voicemails.map((script) => makeVoicemail(script, now, random, ids));
  const calls = makeCalls({ now, random, ids, profile }, recorded);
  return {
    version: 1,
    seed,
    createdAt: now,
    randomPosition: random.position(),
    syncEpoch: 1,
    counters,
    ports: undefined,
    profile: structuredClone(profile),
    client: makeDemoApp(seed),
    otherApps: [makeConfidentialApp(seed)],
    password: demoPassword,
    access: 'open',
    userPermissions: [...userPermissions],
    sessions: [],
    messages: [...texts, ...recorded],
    calls,
    contacts: people.map((person) => makeContact(person, now, random, ids)),
    colleagues: structuredClone([...colleagues]),
    callerBlocking: defaultCallerBlocking(),
    businessHours: defaultBusinessHours(),
    templates: defaultTemplates(),
    consents: [],
    callerIds: {},
    internationalCalling: true,
    presence: {
      userStatus: 'Available',
      dndStatus: 'TakeAllCalls',
      message: undefined,
      allowSeeMyPresence: true,
      ringOnMonitoredCall: false,
      pickUpCallsOnHold: false,
    },
  };
}

function makeContact(person: Person, now: number, random: Random, ids: Ids): Contact {
  const { firstName, lastName, company, jobTitle, notes } = person;
  const mailbox = `${firstName}.${lastName}`.normalize('NFD').replace(/[^A-Za-z.]/g, '');
  const fields = {
    firstName,
    lastName,
    company,
    jobTitle,
    notes,
    email: `${mailbox.toLowerCase()}@mail.example`,
    mobilePhone: person.mobile,
    businessPhone: person.business,
    homePhone: person.home,
  };
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return {
    id: ids.contact(),
    availability: 'Alive',
    modifiedAt: Math.round(now - days(60 + random.next() * 300)),
    fields: Object.fromEntries(given),
  };
}

function makeVoicemail(script: VoicemailScript, now: number, random: Random, ids: Ids): Message {
  const phoneNumber = numberOf(script.from);
  const location = placeOf(phoneNumber);
  const createdAt = workTime(now, script.daysAgo, random);
  const id = ids.message();
  return {
    id,
    type: 'VoiceMail',
    direction: 'Inbound',
    readStatus: script.unread ? 'Unread' : 'Read',
    status: 'Received',
    availability: 'Alive',
    subject: '',
    createdAt,
    modifiedAt: createdAt,
    from: { phoneNumber, ...(location === undefined ? {} : { location }) },
    to: [{ name: `${profile.firstName} ${profile.lastName}` }],
    attachments: [recording(id, script.seconds), transcription(id, script.transcript)],
    transcriptionStatus: 'Completed',
  };
}

function numberOf(from: string): string {
  const person = people.find(({ lastName }) => lastName === from);
  const stranger = strangers.find(({ number }) => number === from);
  const number = person?.mobile ?? stranger?.number;
  if (number === undefined) throw new Error(`Nobody in the demo data is called ${from}.`);
  return number;
}
