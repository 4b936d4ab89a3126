import { failure, type Failure } from '../../../shared/failure.ts';
import type { CallOutcome, CallRow } from '../../../shared/model/calls.ts';
import type {
  CallId,
  ClientId,
  CountryCode,
  MessageId,
  PhoneId,
  ThreadId,
} from '../../../shared/model/ids.ts';
import type { MessageStatus, MessageView, ThreadView } from '../../../shared/model/messages.ts';
import type { Party } from '../../../shared/model/people.ts';
import type { AccountView } from '../../../shared/model/session.ts';
import { healthyReport } from './check-report.ts';
import type { FakeWorld } from './fake-world.ts';
import { noGuards } from './guards.ts';
import { blocked, contacts, minute, numberOf, opening, partyOf } from './people.ts';
import { noShortcut } from './shortcut-answers.ts';
import { situations } from './situations.ts';
import { settingsFile } from './settings-answers.ts';
import { usualSettings } from './usual-settings.ts';

const kinds: readonly (readonly [CallRow['direction'], CallOutcome])[] = [
  ['outbound', 'connected'],
  ['inbound', 'missed'],
  ['inbound', 'connected'],
  ['outbound', 'no-answer'],
  ['inbound', 'voicemail'],
  ['outbound', 'connected'],
  ['outbound', 'failed'],
  ['inbound', 'connected'],
  ['outbound', 'busy'],
  ['outbound', 'cancelled'],
  ['inbound', 'blocked'],
  ['outbound', 'unknown'],
  ['outbound', 'handed-over'],
];

function history(count: number): readonly CallRow[] {
  return Array.from({ length: count }, (_, index): CallRow => {
    const [direction, outcome] = kinds[index % kinds.length]!;
    return {
      id: `c-${index}` as CallId,
      direction,
      outcome,
      party: index % 11 === 10 ? blocked : partyOf((index * 7) % 36),
      startedAt: opening - 12 * minute - index * 97 * minute,
      durationSeconds: outcome === 'connected' ? 17 + ((index * 137) % 4200) : undefined,
      failure: outcome === 'failed' ? failure('rejected', 'call.to-refused') : undefined,
      isNew: outcome === 'missed' && index < 10,
      keyIn: undefined,
      voicemailId: undefined,
      recording: undefined,
      noteOutcome: index % 17 === 0 ? 'Reached' : undefined,
    };
  });
}

const lines = [
  'Morning! Did the appraisal come back?',
  'It did, 412. Lender is happy with it.',
  'Great. Then we can lock the rate today?',
  'Yes. 6.125 for 45 days, no points. I will send the disclosure by noon and you can sign it on your phone.',
  'Perfect, thank you so much 🙌',
  'One more thing: can you send the last two pay stubs? A photo is fine as long as all four corners are visible.',
  'Sure, tonight.',
  'Got them, all good.',
];

function texts(
  threadId: ThreadId,
  party: Party,
  count: number,
  isGroup: boolean,
): readonly MessageView[] {
  return Array.from({ length: count }, (_, index): MessageView => {
    const age = index;
    const isOwn = index % 8 === 0 || index % 8 === 3 || index % 8 === 4;
    const status: MessageStatus = isOwn ? (index === 0 ? 'sent' : 'delivered') : 'received';
    return {
      id: `${threadId}-m${index}` as MessageId,
      threadId,
      clientId: undefined,
      direction: isOwn ? 'outbound' : 'inbound',
      from: isGroup && index % 3 === 1 ? partyOf(4) : party,
      text: lines[(lines.length - 1 - (index % lines.length)) % lines.length]!,
      status,
      createdAt: opening - 25 * minute - age * (index % 5 === 4 ? 600 : 11) * minute,
      isRead: true,
      attachments:
        index === 2
          ? [
              {
                id: 'a',
                mediaId: 'attachment-2-a',
                contentType: 'image/jpeg',
                fileName: 'stub.jpg',
                sizeBytes: 120_000,
                size: { width: 480, height: 320 },
              },
            ]
          : [],
      failure: undefined,
      waiting: undefined,
    };
  }).toSorted((one, other) => other.createdAt - one.createdAt);
}

const reasons: Readonly<Partial<Record<MessageStatus, Failure>>> = {
  failed: failure('rejected', 'text.landline'),
  unknown: failure('rejected', 'text.outcome-unknown', { retry: 'user' }),
};

function withTrouble(list: readonly MessageView[]): readonly MessageView[] {
  const own = (text: string, status: MessageStatus, back: number): MessageView => ({
    ...list[0]!,
    id: `trouble-${status}` as MessageId,
    clientId: `client-${status}` as ClientId,
    direction: 'outbound',
    attachments: [],
    text,
    status,
    createdAt: opening - back * minute,
    failure: reasons[status],
  });
  return [
    own('On my way, 10 minutes', 'queued', 1),
    own('Did you get the rate sheet?', 'sending', 2),
    own('I can also come by on Thursday at 3.', 'unknown', 4),
    own('Closing is confirmed for the 12th.', 'failed', 6),
    ...list,
  ];
}

function threadsWith(count: number): Pick<FakeWorld, 'threads' | 'messages'> {
  const messages: Record<string, readonly MessageView[]> = {};
  const threads = Array.from({ length: count }, (_, index): ThreadView => {
    const id = `t-${index}` as ThreadId;
    const isGroup = index === 3;
    const list = texts(id, partyOf(index), index === 0 ? 240 : 5 + (index % 6), isGroup);
    const all = index === 1 ? withTrouble(list) : list;
    messages[id] = all;
    const last = all[0]!;
    const shift = index * 190 * minute;
    return {
      id,
      parties: isGroup
        ? [partyOf(3), partyOf(4), partyOf(12)]
        : [partyOf(index === 5 ? 40 : index)],
      ownNumber: numberOf(90),
      lastMessage: {
        direction: last.direction,
        text: index % 2 === 0 ? last.text : lines[index % lines.length]!,
        status: index === 1 ? 'failed' : last.status,
        createdAt: last.createdAt - shift,
        attachments: [],
      },
      unreadCount: index === 2 ? 3 : index === 6 ? 1 : 0,
      isPinned: false,
      isMuted: index === 7,
      isDone: false,
      draft: undefined,
      scheduledCount: 0,
    };
  });
  return { threads, messages };
}

const robin: AccountView = {
  extensionId: '101',
  name: 'Robin Vance',
  extensionNumber: '101',
  company: 'Vance Mortgage',
  homeCountry: 'US' as CountryCode,
};

/** A believable account, in one of the situations a picture is wanted of. */
export function createWorld(scene: string): FakeWorld {
  const world: FakeWorld = {
    session: {
      state: 'signed-in',
      demo: true,
      serverUrl: 'http://127.0.0.1:8123',
      account: robin,
      fromNumber: numberOf(90),
      connection: { state: 'online' },
      pausedGroups: [],
      secretsStanding: 'session-only',
      signIn: undefined,
      lastSignIn: undefined,
      push: { state: 'connected', sinceAt: opening - 40 * minute },
      clockAheadMs: undefined,
      canCall: { can: true },
      canText: { can: true },
      canReadTexts: { can: true },
      canReadCalls: { can: true },
      canReadContacts: { can: true },
      canEditContacts: { can: true },
      canPlayRecordings: { can: true },
      canPlayVoicemail: { can: true },
      canHangUp: { can: true },
      canSetPresence: { can: true },
    },
    settings: usualSettings,
    locked: [],
    settingsFile,
    info: {
      version: '0.1.0',
      platform: 'linux x64',
      runtime: 'Electron 45.4.1',
      isPackaged: true,
      profileFolder: '~/.config/Sidetone/demo',
    },
    notices: [],
    phones: [
      {
        id: 'd1' as PhoneId,
        label: 'Desk',
        number: numberOf(91),
        kind: 'desk',
        status: 'online',
        isDefault: true,
      },
      {
        id: 'd2' as PhoneId,
        label: 'Softphone',
        number: numberOf(92),
        kind: 'app',
        status: 'offline',
        isDefault: false,
      },
      {
        id: 'f1' as PhoneId,
        label: 'Mobile',
        number: numberOf(93),
        kind: 'mobile',
        status: 'unknown',
        isDefault: false,
      },
    ],
    senders: [
      { number: numberOf(90), label: 'Direct', isDefault: true },
      { number: numberOf(94), label: 'Office', isDefault: false },
    ],
    active: [],
    calls: history(300),
    manyCalls: undefined,
    reads: [],
    ...threadsWith(60),
    contacts: contacts.toSorted((one, other) => one.name.localeCompare(other.name)),
    away: undefined,
    hangs: [],
    fails: {},
    guards: { ...noGuards },
    device: 'show-number',
    signedIn: { account: robin, fromNumber: numberOf(90) },
    comeBack: undefined,
    environment: undefined,
    asked: [],
    links: {
      standings: { tel: 'other', callto: 'none', sms: 'other' },
      otherName: 'Softphone',
      way: 'register',
      platform: 'linux',
      canGiveBack: true,
      wasAsked: true,
    },
    shortcut: noShortcut,
    report: healthyReport,
  };
  situations[scene]?.(world);
  return world;
}
