import { failure, type Failure } from '../../../shared/failure.ts';
import type { CallerIdChoice, PhoneChoice } from '../../../shared/model/calls.ts';
import type { CountryCode, E164 } from '../../../shared/model/ids.ts';
import type { SenderChoice } from '../../../shared/model/messages.ts';
import type { Capability, SessionState, SessionView } from '../../../shared/model/session.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Archive } from '../db/define-query.ts';
import type { Events } from '../events.ts';
import type { Ports } from '../ports.ts';
import type { Credentials, RingCentralClient } from '../ringcentral/api.ts';
import { judgeSignInFailure, parseServerUrl } from '../ringcentral/hosts.ts';
import * as derive from './facts.ts';
import { noFacts, type AccountFacts, type Unread } from './facts.ts';
import { readFacts, writeFacts } from './queries.ts';
import { readAccount } from './read-account.ts';

/** Phones go online and offline, numbers gain features: the account is read again this often. */
const rereadMs = 15 * 60_000;
/** A reading that failed is repeated after this long, or as soon as RingCentral is back. */
const rereadSoonMs = 60_000;
const demoRetryMs = 2_000;

export type SessionPorts = Pick<
  Ports,
  'clock' | 'random' | 'log' | 'secrets' | 'profiles' | 'demo'
>;

/** Told to whoever has to begin when someone is signed in. */
export type SignedIn = {
  /** Another extension than the one the archive was filled from. */
  readonly isOtherAccount: boolean;
};

/** Who is signed in, what they may do, and whether RingCentral can be reached. */
export type Session = {
  /** Loads what was known last time and takes up the stored tokens; asks RingCentral afterwards. */
  start(): Promise<void>;
  stop(): void;
  /** The computer woke up or the network came back: try now. */
  resume(): void;
  getView(): SessionView;
  /** The view, or, while the archive is shut, why: who was signed in is written there. */
  requireView(): Result<SessionView>;
  /** The archive cannot be opened: until `start` there is nobody to show. */
  shut(trouble: Failure): void;
  listPhones(): Promise<readonly PhoneChoice[]>;
  listCallerIds(): Promise<readonly CallerIdChoice[]>;
  listSenders(): Promise<readonly SenderChoice[]>;
  /** Every number of the extension, whatever it may be used for. */
  listOwnNumbers(): readonly E164[];
  homeCountry(): CountryCode;
  isSignedIn(): boolean;
  /** Fails with `session.signed-out` or `session.expired`. */
  requireSignedIn(): Result<void>;
  /** Hears that requests may begin: after a sign-in, and at a start with stored tokens. */
  onSignedIn(listener: (signedIn: SignedIn) => void): () => void;
  signIn(credentials: Credentials): Promise<Result<SessionView>>;
  signOut(): Promise<void>;
  startDemo(): Promise<Result<void>>;
  leaveDemo(): Promise<Result<void>>;
};

/** Builds the session; it asks nobody anything before `start`. */
export function createSession(deps: {
  readonly ports: SessionPorts;
  readonly client: RingCentralClient;
  readonly archive: Archive;
  readonly events: Events;
}): Session {
  const { ports, client, archive, events } = deps;
  const { clock, log } = ports;
  const listeners = new Set<(signedIn: SignedIn) => void>();
  let facts: AccountFacts = noFacts;
  let unread: Unread = {};
  let state: SessionState = 'signed-out';
  let cancelReading = (): void => undefined;
  let isReadingDue = false;
  let isStopped = false;
  let archiveTrouble: Failure | undefined;

  const changed = (): void => events.changed({ area: 'session' });
  const become = (next: SessionState): void => {
    state = next;
    changed();
  };
  const remember = async (news: Partial<AccountFacts>): Promise<void> => {
    await archive.write(writeFacts, { facts: news, at: clock.now() });
    facts = { ...facts, ...news };
    events.changed({ area: 'session' }, { area: 'phones' }, { area: 'senders' });
  };

  /** Reads the account and plans the next reading; answers what is in the way. */
  const read = async (): Promise<Failure | undefined> => {
    cancelReading();
    const reading = await readAccount(client.api.account);
    if (isStopped || state === 'signed-out') return reading.trouble;
    isReadingDue = reading.trouble !== undefined;
    planReading(isReadingDue ? rereadSoonMs : rereadMs);
    if (reading.trouble) return reading.trouble;
    unread = reading.unread;
    await remember(reading.facts);
    return undefined;
  };
  const readInBackground = (): void => {
    read().catch((error: unknown) => {
      if (!isStopped) log.error('the account could not be written down', error);
    });
  };
  const planReading = (ms: number): void => {
    cancelReading();
    if (!isStopped) cancelReading = clock.schedule(ms, readInBackground);
  };

  const signIn = async (credentials: Credentials): Promise<Result<SessionView>> => {
    become('signing-in');
    try {
      const trouble = await enter(credentials);
      if (trouble) return fail(trouble);
      const { serverUrl } = credentials;
      const { archiveOf: before, extension } = facts;
      await remember({ serverUrl, archiveOf: extension?.id });
      become('signed-in');
      const isOtherAccount = before !== undefined && before !== extension?.id;
      listeners.forEach((listener) => listener({ isOtherAccount }));
      return ok(getView());
    } finally {
      // Refused, or broken on the way: a vault or an archive that cannot be written.
      if (state === 'signing-in') become(isKnown() ? 'expired' : 'signed-out');
    }
  };

  /** Gets tokens and reads the account: signed in is who can be named. */
  const enter = async (credentials: Credentials): Promise<Failure | undefined> => {
    const outcome = await client.signIn(credentials);
    if (outcome.kind !== 'ok') return judgeSignInFailure(outcome.failure, credentials.serverUrl);
    const trouble = await read();
    if (trouble) {
      cancelReading();
      await client.signOut();
    }
    return trouble;
  };

  const signInToDemo = async (attempt = 0): Promise<void> => {
    const { demo } = ports;
    if (!demo || isStopped) return;
    const result = await signIn({ ...demo, clientSecret: undefined });
    if (result.ok || isStopped) return;
    log.warn('the demo account did not let us in', { code: result.failure.code });
    const waitMs = demoRetryMs * 2 ** Math.min(attempt, 5);
    cancelReading = clock.schedule(waitMs, () => enterDemo(attempt + 1));
  };
  const enterDemo = (attempt?: number): void => {
    signInToDemo(attempt).catch((error: unknown) => log.error('the demo sign-in broke', error));
  };

  /** Someone was signed in and never signed out: their archive stays open to them without tokens. */
  const isKnown = (): boolean => facts.extension !== undefined;

  const takeUp = async (): Promise<void> => {
    const isResumed = await client.resume();
    const { demo } = ports;
    if (demo && !(isResumed && client.serverUrl === demo.serverUrl)) return enterDemo();
    if (!isResumed) return become(isKnown() ? 'expired' : 'signed-out');
    become('signed-in');
    listeners.forEach((listener) => listener({ isOtherAccount: false }));
    readInBackground();
  };

  const expire = (): void => {
    if (ports.demo) return enterDemo();
    cancelReading();
    become('expired');
  };

  const hearStatus = (): void => {
    if (isReadingDue && state === 'signed-in' && client.getConnection().state === 'online') {
      isReadingDue = false;
      readInBackground();
    }
    changed();
  };

  const capability = (judge: typeof derive.toCanCall): Capability => {
    const allowed = requireSignedIn();
    return allowed.ok ? judge(facts, unread) : { can: false, failure: allowed.failure };
  };

  const requireSignedIn = (): Result<void> => {
    if (state === 'signed-in') return ok();
    const message = state === 'expired' ? 'session.expired' : 'session.signed-out';
    return fail(failure('auth', message));
  };

  const getView = (): SessionView => ({
    state,
    demo: ports.demo !== undefined,
    serverUrl: client.serverUrl ?? facts.serverUrl,
    account: derive.toAccountView(facts),
    fromNumber: derive.toFromNumber(facts),
    connection: client.getConnection(),
    pausedGroups: client.getPausedGroups(),
    secretsStanding: ports.secrets.standing,
    canCall: capability(derive.toCanCall),
    canText: capability(derive.toCanText),
  });

  client.onStatus(hearStatus);
  client.onExpired(expire);

  return {
    async start() {
      facts = { ...noFacts, ...(await archive.read(readFacts, undefined)) };
      archiveTrouble = undefined;
      await takeUp();
    },
    stop() {
      isStopped = true;
      cancelReading();
    },
    resume() {
      if (state !== 'signed-in') return;
      client.retry();
      readInBackground();
    },
    getView,
    requireView: () => (archiveTrouble ? fail(archiveTrouble) : ok(getView())),
    shut(trouble) {
      archiveTrouble = trouble;
      changed();
    },
    listPhones: async () => derive.toPhones(facts),
    listCallerIds: async () => derive.toCallerIds(facts),
    listSenders: async () => derive.toSenders(facts),
    listOwnNumbers: () => derive.toOwnNumbers(facts),
    homeCountry: () => derive.toHomeCountry(facts),
    isSignedIn: () => state === 'signed-in',
    requireSignedIn,
    onSignedIn(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async signIn(credentials) {
      if (archiveTrouble) return fail(archiveTrouble);
      const server = parseServerUrl(credentials.serverUrl);
      if (!server.ok) return server;
      return signIn({ ...credentials, serverUrl: server.value });
    },
    async signOut() {
      cancelReading();
      become('signed-out');
      await client.signOut();
      await remember({ ...noFacts, archiveOf: facts.archiveOf });
      unread = {};
    },
    startDemo: () => ports.profiles.switchTo('demo'),
    leaveDemo: () => ports.profiles.switchTo('own'),
  };
}
