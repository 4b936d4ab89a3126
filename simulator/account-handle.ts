import { putColleague } from './account/directory.ts';
import { addCallLog, addContacts } from './bulk-data.ts';
import type { InboundText } from './messages/inbound-texts.ts';
import { receiveText } from './messages/inbound-texts.ts';
import { receivePager } from './messages/pager.ts';
import { addVoicemail } from './messages/voicemail.ts';
import type { SimulatorSockets } from './push/socket-handle.ts';
import { createSocketHandle } from './push/socket-handle.ts';
import type { Rules } from './rules.ts';
import { addRedirectUri } from './oauth/apps.ts';
import { endAllSessions } from './oauth/sign-in-control.ts';
import type { CallRecord, ClientApp, Colleague, Message, State } from './state/types.ts';
import { outsideParty } from './telephony/call-parties.ts';
import type { InboundCall } from './telephony/inbound-calls.ts';
import { receiveCall } from './telephony/inbound-calls.ts';
import type { World } from './world.ts';

/** The account as a test sees it: what it holds, and what happens to it from outside. */
export type SimulatorAccount = {
  /** The live state; change permissions, number features or blocked numbers here. */
  readonly state: State;
  /** Switches for behaviour that is not settled, and the size of the rate-limit buckets. */
  readonly rules: Rules;
  readonly messages: readonly Message[];
  readonly calls: readonly CallRecord[];
  /** The number new texts go to, and the one that calls show: +1 512 555 0123. */
  readonly directNumber: string;
  /** An app with a secret; `state.client` is the one without. Its JWT works for no other app. */
  readonly confidentialApp: ClientApp;
  /** What the user types on the sign-in page, and what the password grant takes. */
  readonly login: {
    readonly mainNumber: string;
    readonly extension: string;
    readonly email: string;
    readonly password: string;
  };
  /** Registers an address for the browser to come back to, of the demo app when none is named. */
  addRedirectUri(uri: string, clientId?: string): void;
  /** Somebody texts the user. */
  receiveText(inbound: InboundText): Message;
  /** Somebody calls the user; how it goes on is played out on the clock. */
  receiveCall(inbound: InboundCall): CallRecord;
  /** Somebody leaves a voicemail of `seconds`. */
  receiveVoicemail(from: string, seconds: number, transcript?: string): Message;
  /** A colleague, by extension number, sends a pager message. */
  receivePager(extensionNumber: string, text: string): Message;
  /** Somebody joins the company or changes there. */
  putColleague(colleague: Colleague): void;
  /** `count` more contacts, quickly, for tests of large address books. */
  addContacts(count: number): void;
  /** `count` more calls of the last `days` (29 when absent), quickly, for tests of long logs. */
  addCallLog(count: number, days?: number): void;
  /** What goes wrong with the WebSocket on purpose. */
  readonly sockets: SimulatorSockets;
  /** Makes every sync token handed out so far invalid. */
  expireSyncTokens(): void;
  /** Ends all OAuth sessions, as an administrator can. */
  revokeSessions(): void;
  /** Forgets rate-limit counts and penalties. */
  resetRateLimits(): void;
};

export function createAccountHandle(world: World): SimulatorAccount {
  const { state, rules } = world;
  return {
    state,
    rules,
    get messages() {
      return state.messages;
    },
    get calls() {
      return state.calls;
    },
    get directNumber() {
      return state.profile.numbers.find(({ primary }) => primary)?.phoneNumber ?? '';
    },
    confidentialApp: confidentialAppOf(state),
    login: loginOf(state),
    addRedirectUri: (uri, clientId) => addRedirectUri(world, uri, clientId),
    receiveText: (inbound) => receiveText(world, inbound),
    receiveCall: (inbound) => receiveCall(world, inbound),
    receiveVoicemail: (from, seconds, transcript) =>
      addVoicemail(world, outsideParty(from), seconds, transcript),
    receivePager: (extensionNumber, text) => receivePager(world, extensionNumber, text),
    putColleague: (colleague) => putColleague(world, colleague),
    addContacts: (count) => addContacts(world, count),
    addCallLog: (count, days) => addCallLog(world, count, days),
    sockets: createSocketHandle(world),
    expireSyncTokens() {
      state.syncEpoch += 1;
      world.changed();
    },
    revokeSessions: () => endAllSessions(world),
    resetRateLimits: () => world.limits.reset(),
  };
}

function confidentialAppOf({ otherApps }: State): ClientApp {
  const app = otherApps.find(({ secret }) => secret !== undefined);
  if (!app) throw new Error('The account has no app with a secret.');
  return app;
}

function loginOf({ profile, password }: State): SimulatorAccount['login'] {
  const main = profile.numbers.find(({ usageType }) => usageType === 'MainCompanyNumber');
  return {
    mainNumber: main?.phoneNumber ?? '',
    extension: profile.extensionNumber,
    email: profile.email,
    password,
  };
}
