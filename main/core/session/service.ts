import { failure, type Failure } from '../../../shared/failure.ts';
import type { CallerIdChoice, PhoneChoice } from '../../../shared/model/calls.ts';
import type { CountryCode, E164 } from '../../../shared/model/ids.ts';
import type { SenderChoice, SenderView } from '../../../shared/model/messages.ts';
import type {
  ImportDraft,
  ImportOutcome,
  SessionView,
  StatusView,
} from '../../../shared/model/session.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Archive } from '../db/define-query.ts';
import type { Events } from '../events.ts';
import { toArchiveFailure } from '../failure-error.ts';
import type { Ports } from '../ports.ts';
import type { RingCentralClient } from '../ringcentral/api.ts';
import type { SettingsService } from '../settings/service.ts';
import { createAccount } from './account.ts';
import { createAccountWatch } from './account-watch.ts';
import { createArchiveOwner } from './archive-owner.ts';
import { createDemoEntry } from './demo.ts';
import * as derive from './facts.ts';
import type { AccountFacts } from './facts.ts';
import { createImports } from './import.ts';
import { createKept, toWayAgain } from './kept.ts';
import { toOwnSenders } from './own-numbers.ts';
import { createSignInDesk } from './sign-in.ts';
import { leave } from './sign-out.ts';
import { createStanding } from './standing.ts';
import { takeUp } from './take-up.ts';
import { createVaultWatch } from './vault-watch.ts';
import { signedInStanding, toSessionView, type SeenStanding } from './view.ts';
import { parseApp, type TypedApp } from './way.ts';

export type SessionPorts = Pick<
  Ports,
  | 'clock'
  | 'random'
  | 'log'
  | 'secrets'
  | 'profiles'
  | 'archives'
  | 'opener'
  | 'environment'
  | 'demo'
>;

/** A sign-in as it was typed. */
export type TypedSignIn = TypedApp &
  ({ readonly method: 'browser' } | { readonly method: 'jwt'; readonly jwt: string });

/** Who is signed in, what they may do, and whether RingCentral can be reached. */
export type Session = {
  /**
   * Loads what was known last time and takes up the stored tokens; asks RingCentral afterwards. May
   * be called again when it has failed.
   */
  start(): Promise<void>;
  /** Gives up a sign-in under way, forgets drafts of imports, and reads nothing more. */
  stop(): void;
  /** The computer woke up or the network came back: try now. */
  resume(): void;
  getView(): SessionView;
  /** The view, or, while the archive is shut, why: who was signed in is written there. */
  requireView(): Result<SessionView>;
  requireStatus(): Result<StatusView>;
  /** The archive cannot be opened: until `start` there is nobody to show. */
  shut(trouble: Failure): void;
  listPhones(): Promise<readonly PhoneChoice[]>;
  listCallerIds(): Promise<readonly CallerIdChoice[]>;
  listSenders(): Promise<readonly SenderChoice[]>;
  /** Whether pictures and files go out from a number (RingCentral's MmsSender feature). */
  canSendMedia(from: E164): boolean;
  /** Every number of the extension, and why no texts go out from it. */
  listOwnSenders(): readonly SenderView[];
  /** Every number of the extension, whatever it may be used for. */
  listOwnNumbers(): readonly E164[];
  homeCountry(): CountryCode;
  isSignedIn(): boolean;
  /** Fails with `session.signed-out`, `-still-signing-in`, `-expired`, or why RingCentral ended it. */
  requireSignedIn(): Result<void>;
  /** Fails with why no call can be placed: nobody is signed in, a permission or a phone is missing. */
  requireCanCall(): Result<void>;
  /** Hears that requests may begin: after a sign-in, and at a start with stored tokens. */
  onSignedIn(listener: () => void): () => void;
  signIn(typed: TypedSignIn): Promise<Result<SessionView>>;
  /** The way it was done last; fails with `session.nothing-kept`. */
  signInAgain(): Promise<Result<SessionView>>;
  cancelSignIn(): Promise<void>;
  openSignInPage(): Promise<Result<void>>;
  readImport(text: string): Result<ImportDraft>;
  /** What the environment holds, while nobody has ever signed in here. */
  findImport(): ImportDraft | undefined;
  useImport(id: string, allowOtherHost?: boolean): Promise<Result<ImportOutcome>>;
  /** Fails with `session.archive-not-erased`; signed out is everyone all the same. */
  signOut(options: { readonly eraseArchive: boolean }): Promise<Result<void>>;
  startDemo(): Promise<Result<void>>;
  leaveDemo(): Promise<Result<void>>;
};

export type SessionDeps = {
  readonly ports: SessionPorts;
  readonly client: RingCentralClient;
  readonly archive: Archive;
  readonly events: Events;
  readonly settings: Pick<SettingsService, 'get' | 'set' | 'forgetNumbers' | 'policy'>;
  /** Removes the backups of the archive that is about to be erased; makes no more. */
  readonly eraseBackups: () => Promise<Result<void>>;
};

/** Builds the session; it asks nobody anything before `start`. */
export function createSession(deps: SessionDeps): Session {
  const { ports, client, events, settings } = deps;
  const { clock, log } = ports;
  const account = createAccount({ archive: deps.archive, clock, events });
  const kept = createKept(ports.secrets, log);
  const standing = createStanding(events);
  const owner = createArchiveOwner({ ports, client, account, kept });
  const parts = { ports, client, account, kept, owner, standing };
  const watch = createAccountWatch(parts);
  const listeners = new Set<() => void>();
  let archiveTrouble: Failure | undefined;

  const changed = (): void => events.changed({ area: 'session' });
  const announce = (): void => listeners.forEach((tell) => tell());
  const viewOf = (facts: AccountFacts, at: SeenStanding): SessionView =>
    toSessionView({
      facts,
      unread: account.unread,
      kept: kept.get(),
      standing: at,
      client,
      ports,
    });
  const getView = (): SessionView => viewOf(account.facts, standing);

  const desk = createSignInDesk({
    ...parts,
    serverUrls: settings.policy.serverUrls,
    port: () => settings.get().signInPort,
    viewOf: (facts) => viewOf(facts, signedInStanding),
    onSignedIn() {
      watch.goOn();
      announce();
    },
  });
  const demo = createDemoEntry(ports, desk);
  const imports = createImports({ ports, settings, desk });

  const begin = async (): Promise<void> => {
    const isIn = await takeUp(parts);
    if (isIn === 'no') return ports.demo && demo.enter();
    standing.become('signed-in');
    announce();
    if (isIn === 'yes') watch.readNow();
    else watch.goOn();
  };

  const vault = createVaultWatch({
    ports,
    isWanted: () => standing.state === 'expired',
    async ask() {
      if (!(await client.resume())) return;
      await kept.load();
      // Somebody may sign in or out by now.
      if (standing.state === 'expired') await begin();
    },
  });

  client.push.onChange(changed);
  client.onStatus(() => {
    if (standing.state === 'signed-in') watch.catchUp();
    changed();
  });
  client.onExpired((reason) => {
    if (ports.demo) return demo.enter();
    log.warn('RingCentral has ended the session', { code: reason.code });
    standing.noteEnd(reason);
    if (standing.state !== 'signed-in') return;
    watch.stop();
    standing.become('expired');
  });

  const shut = (trouble: Failure): void => {
    archiveTrouble = trouble;
    changed();
  };

  /** Who signs in is written into the archive: without one nobody can. */
  const whileOpen = async <T>(work: () => Promise<Result<T>>): Promise<Result<T>> =>
    archiveTrouble ? fail(archiveTrouble) : work();

  return {
    async start() {
      await account.load().catch((error: unknown) => {
        // Nobody signs in to an archive that could not say whose it is.
        shut(toArchiveFailure(error));
        throw error;
      });
      await kept.load();
      archiveTrouble = undefined;
      // When it is tried once more, somebody may have signed in by now.
      if (standing.state !== 'signed-in') await begin();
      vault.begin();
    },
    stop() {
      void desk.giveUp();
      vault.stop();
      demo.stop();
      imports.stop();
      watch.stop();
    },
    resume() {
      vault.askNow();
      if (standing.state !== 'signed-in') return;
      client.retry();
      watch.readNow();
    },
    getView,
    requireView: () => (archiveTrouble ? fail(archiveTrouble) : ok(getView())),
    requireStatus() {
      if (archiveTrouble) return fail(archiveTrouble);
      const { fromNumber, serverUrl, state } = getView();
      return ok({
        enabled: account.isKnown(),
        authenticated: state === 'signed-in',
        fromNumber,
        serverUrl,
      });
    },
    shut,
    listPhones: async () => derive.toPhones(account.facts),
    listCallerIds: async () => derive.toCallerIds(account.facts),
    listSenders: async () => derive.toSenders(account.facts),
    canSendMedia: (from) => derive.canSendMedia(account.facts, from),
    listOwnSenders: () => toOwnSenders(account.facts),
    listOwnNumbers: () => derive.toOwnNumbers(account.facts),
    homeCountry: () => derive.toHomeCountry(account.facts),
    isSignedIn: () => standing.state === 'signed-in',
    requireSignedIn: standing.require,
    requireCanCall() {
      const { canCall } = getView();
      return canCall.can ? ok() : fail(canCall.failure);
    },
    onSignedIn(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    signIn: (typed) =>
      whileOpen(async () => {
        const app = parseApp(typed);
        if (!app.ok) return app;
        const { method } = typed;
        return method === 'jwt'
          ? desk.signIn({ ...app.value, method, jwt: typed.jwt })
          : desk.signIn({ ...app.value, method });
      }),
    signInAgain: () =>
      whileOpen(async () => {
        const way = toWayAgain(kept.get(), account.facts.lastSignIn);
        return way ? desk.signIn(way) : fail(failure('auth', 'session.nothing-kept'));
      }),
    cancelSignIn: desk.giveUp,
    openSignInPage: desk.openPageAgain,
    readImport: imports.read,
    findImport() {
      const { archiveOf, lastSignIn } = account.facts;
      const isFirst = !ports.demo && !archiveTrouble && !account.isKnown();
      return isFirst && !archiveOf && !lastSignIn && !kept.get() ? imports.find() : undefined;
    },
    useImport: (id, allowOtherHost) => whileOpen(() => imports.use(id, allowOtherHost)),
    async signOut({ eraseArchive }) {
      // At once, so that nothing more is sent; and again, should someone just have come in.
      standing.become('signed-out');
      await desk.giveUp();
      watch.stop();
      standing.become('signed-out');
      return leave({ ...parts, settings, eraseBackups: deps.eraseBackups }, eraseArchive);
    },
    startDemo: () => ports.profiles.switchTo('demo'),
    leaveDemo: () => ports.profiles.switchTo('own'),
  };
}
