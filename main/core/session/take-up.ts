import type { Ports } from '../ports.ts';
import type { RingCentralClient } from '../ringcentral/api.ts';
import type { Account } from './account.ts';
import { isArchiveOf, type ArchiveOwner, type Home } from './archive-owner.ts';
import { toSignInFacts, type KeptCredentials } from './kept.ts';
import { readAccount, type ReadingOutcome } from './read-account.ts';
import type { Standing } from './standing.ts';

/** How long a start waits to learn whose tokens the vault holds, when the archive cannot say. */
const patienceMs = 5_000;

/**
 * Takes up the session of the last time. Answers whether someone is signed in here, and whether
 * the account has just been read.
 */
export async function takeUp(deps: {
  readonly ports: Pick<Ports, 'clock' | 'demo' | 'log'>;
  readonly client: RingCentralClient;
  readonly account: Account;
  readonly kept: KeptCredentials;
  readonly owner: ArchiveOwner;
  readonly standing: Standing;
}): Promise<'no' | 'yes' | 'yes, and read'> {
  const { account, client, standing } = deps;
  const { demo } = deps.ports;
  const isResumed = await client.resume();
  if (demo && !(isResumed && client.serverUrl === demo.serverUrl)) return 'no';
  if (!isResumed) {
    standing.become(account.isKnown() ? 'expired' : 'signed-out');
    return 'no';
  }
  const { archiveOf } = account.facts;
  const isUnsettled = account.facts.isUnsettled === true || areOfAnother(client, archiveOf);
  if (account.isKnown() && !isUnsettled) return 'yes';
  // A new archive, a sign-in that was cut short, or tokens that name another account than the
  // archive does: whose they are, only RingCentral knows.
  standing.waitFor({ step: 'server' });
  const { reading } = await within(patienceMs, deps.ports, readAccount(client));
  if (reading) {
    const home = await settle(deps, reading);
    if (home === 'here' && hasTokens(client)) return 'yes, and read';
  } else if (!isUnsettled || archiveOf === undefined) {
    if (hasTokens(client)) return 'yes';
  } else {
    // They may be another account's, and are not to fill this one's archive. They stay in the vault.
    await client.release();
  }
  standing.become(account.isKnown() ? 'expired' : 'signed-out');
  return 'no';
}

/** RingCentral may have ended the session while the account was read. */
function hasTokens({ serverUrl }: RingCentralClient): boolean {
  return serverUrl !== undefined;
}

/** Whether the tokens name another account than the one the archive was filled from. */
function areOfAnother(
  { serverUrl, ownerId }: RingCentralClient,
  archiveOf: string | undefined,
): boolean {
  if (archiveOf === undefined || serverUrl === undefined || ownerId === undefined) return false;
  return !isArchiveOf(archiveOf, serverUrl, ownerId);
}

/** Finds the account's archive; undefined when that could not be opened or written. */
async function settle(
  deps: {
    readonly ports: Pick<Ports, 'log'>;
    readonly kept: KeptCredentials;
    readonly owner: ArchiveOwner;
  },
  reading: NonNullable<ReadingOutcome['reading']>,
): Promise<Home | undefined> {
  const last = deps.kept.get();
  try {
    const settled = await deps.owner.settle(reading, last && { lastSignIn: toSignInFacts(last) });
    return settled.ok ? settled.value : undefined;
  } catch (error) {
    deps.ports.log.error('the account could not be written down', error);
    return undefined;
  }
}

/** The work's answer, or, after so long or when it breaks, none; it goes on by itself. */
async function within(
  ms: number,
  { clock, log }: Pick<Ports, 'clock' | 'log'>,
  work: Promise<ReadingOutcome>,
): Promise<Partial<ReadingOutcome>> {
  let callOff = (): void => undefined;
  const late = new Promise<Partial<ReadingOutcome>>((resolve) => {
    callOff = clock.schedule(ms, () => resolve({}));
  });
  try {
    return await Promise.race([work, late]);
  } catch (error) {
    log.error('the account could not be read', error);
    return {};
  } finally {
    callOff();
  }
}
