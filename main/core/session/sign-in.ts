import { failure } from '../../../shared/failure.ts';
import type { SessionView } from '../../../shared/model/session.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Ports } from '../ports.ts';
import type { Credentials, RingCentralClient } from '../ringcentral/api.ts';
import { judgeSignInFailure } from '../ringcentral/hosts.ts';
import type { Account } from './account.ts';
import type { ArchiveOwner } from './archive-owner.ts';
import { openPage, waitForBrowser } from './browser-sign-in.ts';
import { noFacts, type AccountFacts } from './facts.ts';
import { toSignInFacts, type KeptCredentials } from './kept.ts';
import type { Page } from './pages.ts';
import { readAccount, type AccountReading } from './read-account.ts';
import type { Standing } from './standing.ts';
import { toCredentials, type Way } from './way.ts';

/** Where people sign in, one at a time. */
export type SignInDesk = {
  /**
   * Signs in; settled when the account has been read. `onAccount` hears of it before anything is
   * decided about archives. Fails with `session.already-signing-in` while another one is under way.
   */
  signIn(way: Way, onAccount?: (facts: AccountFacts) => void): Promise<Result<SessionView>>;
  /** Gives up a sign-in under way; resolves when nothing of it is left. */
  giveUp(): Promise<void>;
  /** Opens the page of a sign-in that waits for the browser once more. */
  openPageAgain(): Promise<Result<void>>;
};

export type SignInDeps = {
  readonly ports: Pick<Ports, 'clock' | 'log' | 'opener' | 'demo'>;
  readonly client: RingCentralClient;
  readonly account: Account;
  readonly kept: KeptCredentials;
  readonly owner: ArchiveOwner;
  readonly standing: Standing;
  /** The only servers an administrator lets people sign in at; undefined: any. */
  readonly serverUrls: readonly string[] | undefined;
  /** The loopback port the browser comes back to. */
  readonly port: () => number;
  /** What is shown of these facts, once someone is signed in. */
  readonly viewOf: (facts: AccountFacts) => SessionView;
  /** Someone is signed in here. */
  readonly onSignedIn: () => void;
};

/** Builds the desk. */
export function createSignInDesk(deps: SignInDeps): SignInDesk {
  const { account, client, kept, owner, standing, ports } = deps;
  let attempt: { readonly cancel: AbortController; readonly ended: Promise<unknown> } | undefined;

  const run = async (
    way: Way,
    cancelled: AbortSignal,
    onAccount: ((facts: AccountFacts) => void) | undefined,
  ): Promise<Result<SessionView>> => {
    if (!isAllowed(way.serverUrl)) {
      return fail(failure('rejected', 'session.server-not-allowed', { field: 'serverUrl' }));
    }
    const before = standing.state;
    standing.waitFor({ step: 'server' });
    try {
      const entered = await enter(way, cancelled);
      return entered.ok ? await moveIn(way, entered.value, onAccount) : entered;
    } finally {
      // Refused, given up, or broken on the way: a vault or an archive that cannot be written.
      if (standing.state === 'signing-in') fallBack(before === 'signed-in');
    }
  };

  /** The demo account is on this computer, whatever an administrator says of servers. */
  const isAllowed = (serverUrl: string): boolean =>
    ports.demo !== undefined || deps.serverUrls?.includes(new URL(serverUrl).origin) !== false;

  const fallBack = (wasSignedIn: boolean): void => {
    if (!wasSignedIn || client.serverUrl === undefined)
      return standing.become(account.isKnown() ? 'expired' : 'signed-out');
    standing.become('signed-in');
    deps.onSignedIn();
  };

  /** Gets what is exchanged for tokens, and exchanges it. */
  const enter = async (way: Way, cancelled: AbortSignal): Promise<Result<AccountReading>> => {
    if (way.method !== 'browser') return exchange(toCredentials(way), cancelled);
    const { serverUrl, clientId, clientSecret } = way;
    const app = { serverUrl, clientId, clientSecret };
    const onStep = standing.waitFor;
    const port = deps.port();
    const arrival = await waitForBrowser({ app, port, client, ports, cancelled, onStep });
    if (!arrival.ok) return arrival;
    standing.waitFor({ step: 'server' });
    const { grant, finish } = arrival.value;
    let page: Page = { kind: 'failed' };
    try {
      const entered = await exchange({ ...app, grant }, cancelled);
      if (entered.ok) page = { kind: 'signed-in', name: entered.value.extension.name };
      return entered;
    } finally {
      await finish(page);
    }
  };

  /** From here on the vault may hold another account's tokens, which the archive has to know. */
  const exchange = async (
    credentials: Credentials,
    cancelled: AbortSignal,
  ): Promise<Result<AccountReading>> => {
    await account.remember({ isUnsettled: true });
    // It stays when this breaks: tokens may be left in the vault then.
    const entered = await getTokens(credentials, cancelled);
    if (!entered.ok) await account.remember({ isUnsettled: undefined });
    return entered;
  };

  /** Gets tokens and reads the account: signed in is who can be named. */
  const getTokens = async (
    credentials: Credentials,
    cancelled: AbortSignal,
  ): Promise<Result<AccountReading>> => {
    const entered = await client.signIn(credentials);
    if (entered.kind !== 'ok')
      return fail(judgeSignInFailure(entered.failure, credentials.serverUrl));
    const { reading, trouble } = await readAccount(client).catch(async (error: unknown) => {
      await client.signOut();
      throw error;
    });
    if (reading && !cancelled.aborted) return ok(reading);
    await client.signOut();
    return fail(trouble ?? failure('conflict', 'session.cancelled'));
  };

  /** Finds the archive of whoever has come in. */
  const moveIn = async (
    way: Way,
    reading: AccountReading,
    onAccount: ((facts: AccountFacts) => void) | undefined,
  ): Promise<Result<SessionView>> => {
    const { serverUrl } = way;
    const lastSignIn = toSignInFacts(way);
    const facts: AccountFacts = { ...noFacts, ...reading.facts, serverUrl, lastSignIn };
    onAccount?.(facts);
    if (!ports.demo) await kept.keep(way);
    const settled = await settle(reading, ports.demo ? undefined : { lastSignIn });
    if (!settled.ok) return settled;
    if (settled.value === 'elsewhere') return ok(deps.viewOf(facts));
    standing.become('signed-in');
    ports.log.info('signed in', { method: way.method });
    deps.onSignedIn();
    return ok(deps.viewOf(account.facts));
  };

  const settle: ArchiveOwner['settle'] = async (reading, news) => {
    try {
      return await owner.settle(reading, news);
    } catch (error) {
      // Tokens of someone whom the archive does not know would outlive this.
      await client.signOut();
      throw error;
    }
  };

  return {
    async signIn(way, onAccount) {
      // Without an attempt of ours it is the session of the last time that is being taken up.
      if (attempt || standing.state === 'signing-in')
        return fail(failure('conflict', 'session.already-signing-in'));
      const cancel = new AbortController();
      const running = run(way, cancel.signal, onAccount);
      attempt = { cancel, ended: running.catch(() => undefined) };
      try {
        return await running;
      } finally {
        attempt = undefined;
      }
    },
    async giveUp() {
      attempt?.cancel.abort();
      await attempt?.ended;
    },
    async openPageAgain() {
      const { step } = standing;
      if (step?.step !== 'browser') return fail(failure('not-found', 'not-found'));
      const problem = await openPage(ports.opener, step.url);
      return problem ? fail(problem) : ok();
    },
  };
}
