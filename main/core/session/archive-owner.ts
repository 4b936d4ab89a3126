import { ok, type Result } from '../../../shared/result.ts';
import type { Ports } from '../ports.ts';
import type { RingCentralClient } from '../ringcentral/api.ts';
import type { Account } from './account.ts';
import type { AccountFacts } from './facts.ts';
import type { KeptCredentials } from './kept.ts';
import type { AccountReading } from './read-account.ts';

/** Whether an account is at home in this archive, or another core goes on with its own. */
export type Home = 'here' | 'elsewhere';

/** Sees to it that no archive is filled from two accounts. */
export type ArchiveOwner = {
  /**
   * Writes what was read of the account signed in to its archive: this one, or, when that is
   * another account's, one that takes over with the tokens in the vault. Fails when it could not
   * take over; nobody is signed in then.
   */
  settle(reading: AccountReading, news?: Partial<AccountFacts>): Promise<Result<Home>>;
};

/** An account by server and extension: extension ids of two servers may be the same. */
export function toAccountKey(serverUrl: string, extensionId: string): string {
  return `${new URL(serverUrl).host}/${extensionId}`;
}

/** Whether an archive that was filled from one account (`archiveOf`) is this extension's. */
export function isArchiveOf(archiveOf: string, serverUrl: string, extensionId: string): boolean {
  // Archives of an older Sidetone name the extension alone; there was one server then.
  return archiveOf === toAccountKey(serverUrl, extensionId) || archiveOf === extensionId;
}

/** Builds it around the account whose archive is open. */
export function createArchiveOwner(deps: {
  readonly ports: Pick<Ports, 'archives' | 'demo' | 'log'>;
  readonly client: RingCentralClient;
  readonly account: Account;
  readonly kept: KeptCredentials;
}): ArchiveOwner {
  const { account, client, kept } = deps;
  const { archives, demo, log } = deps.ports;

  const isAtHome = (key: string, extensionId: string): boolean => {
    const { archiveOf } = account.facts;
    if (archiveOf === key) {
      // Noted again, in case the register of archives was lost: no other account may have this one.
      archives.claim(key);
      return true;
    }
    // Archives of an older Sidetone name the extension alone; there was one server then.
    const isFree = archiveOf === undefined || archiveOf === extensionId;
    return isFree && archives.claim(key);
  };

  const handOver = async (key: string): Promise<Result<Home>> => {
    log.info('another account has signed in: its own archive takes over');
    await client.release();
    const switched = await archives.switchTo(key);
    if (switched.ok) return ok('elsewhere');
    log.warn('the archive of another account could not be opened', {
      code: switched.failure.code,
    });
    await client.resume();
    await Promise.all([client.signOut(), kept.forget()]);
    return switched;
  };

  return {
    async settle(reading, news) {
      const { serverUrl = '' } = client;
      const { id } = reading.extension;
      // The demo account has a profile of its own, and a server whose address changes.
      if (demo) {
        await account.apply(reading, { serverUrl, ...news });
        return ok('here');
      }
      const key = toAccountKey(serverUrl, id);
      if (!isAtHome(key, id)) return handOver(key);
      await account.apply(reading, { serverUrl, archiveOf: key, isUnsettled: undefined, ...news });
      return ok('here');
    },
  };
}
