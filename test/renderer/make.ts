import type { ActiveCall, CallRow } from '../../shared/model/calls.ts';
import type {
  CallId,
  ClientId,
  CountryCode,
  E164,
  MessageId,
  ThreadId,
} from '../../shared/model/ids.ts';
import type { MessageView, ThreadView } from '../../shared/model/messages.ts';
import type { Party } from '../../shared/model/people.ts';
import type { SessionView } from '../../shared/model/session.ts';

export const home = 'US' as CountryCode;
export const threadId = 't-1' as ThreadId;
export const clientId = (text: string): ClientId => text as ClientId;

/** An instant in the local time zone, as the window shows it. */
export const at = (day: number, hour: number, minute = 0): number =>
  new Date(2026, 10, day, hour, minute).getTime();

export function party(changes: Partial<Party> = {}): Party {
  return {
    contactId: undefined,
    name: 'Ada Brook',
    company: undefined,
    number: '+14155550101' as E164,
    extensionNumber: undefined,
    ...changes,
  };
}

export function callRow(id: string, changes: Partial<CallRow> = {}): CallRow {
  return {
    id: id as CallId,
    direction: 'outbound',
    outcome: 'connected',
    party: party(),
    startedAt: at(22, 9, 41),
    durationSeconds: 252,
    failure: undefined,
    keyIn: undefined,
    isNew: false,
    voicemailId: undefined,
    recording: undefined,
    noteOutcome: undefined,
    ...changes,
  };
}

export function activeCall(changes: Partial<ActiveCall> = {}): ActiveCall {
  return {
    id: 'c-1' as CallId,
    state: 'requesting',
    party: party(),
    typed: '415 555 0101',
    keyIn: undefined,
    phone: { label: 'Desk', number: '+16505550102' as E164 },
    yourLeg: 'waiting',
    theirLeg: 'waiting',
    startedAt: at(22, 9),
    connectedAt: undefined,
    endedAt: undefined,
    canCancel: true,
    isCancelling: false,
    actions: [],
    isOnHold: false,
    isMuted: false,
    callerId: undefined,
    failure: undefined,
    ...changes,
  };
}

export function message(id: string, changes: Partial<MessageView> = {}): MessageView {
  return {
    id: id as MessageId,
    threadId,
    clientId: undefined,
    direction: 'inbound',
    from: party(),
    text: id,
    status: 'received',
    createdAt: at(22, 9),
    isRead: true,
    attachments: [],
    failure: undefined,
    waiting: undefined,
    ...changes,
  };
}

export function thread(changes: Partial<ThreadView> = {}): ThreadView {
  return {
    id: threadId,
    parties: [party()],
    ownNumber: '+16505550100' as E164,
    lastMessage: undefined,
    unreadCount: 0,
    isPinned: false,
    isMuted: false,
    isDone: false,
    draft: undefined,
    scheduledCount: 0,
    ...changes,
  };
}

export function session(changes: Partial<SessionView> = {}): SessionView {
  return {
    state: 'signed-in',
    demo: false,
    serverUrl: 'https://platform.ringcentral.com',
    account: {
      extensionId: '101',
      name: 'Robin Vance',
      extensionNumber: '101',
      company: undefined,
      homeCountry: home,
    },
    fromNumber: undefined,
    connection: { state: 'online' },
    pausedGroups: [],
    secretsStanding: 'os',
    signIn: undefined,
    lastSignIn: undefined,
    push: { state: 'connected', sinceAt: at(22, 9) },
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
    ...changes,
  };
}
