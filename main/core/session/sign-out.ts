import { failure } from '../../../shared/failure.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Ports } from '../ports.ts';
import type { RingCentralClient } from '../ringcentral/api.ts';
import type { Account } from './account.ts';
import type { SettingsService } from '../settings/service.ts';
import type { KeptCredentials } from './kept.ts';

/**
 * Ends the session at RingCentral, empties the vault and forgets the account: each whether or not
 * the others worked. Texts that wait stay in the archive; when that is erased, they go with it, and
 * so do its backups.
 */
export async function leave(
  deps: {
    readonly ports: Pick<Ports, 'archives' | 'log'>;
    readonly client: RingCentralClient;
    readonly account: Account;
    readonly kept: KeptCredentials;
    readonly eraseBackups: () => Promise<Result<void>>;
    /** Which of the account's numbers were chosen is kept beside the archive. */
    readonly settings: Pick<SettingsService, 'forgetNumbers'>;
  },
  eraseArchive: boolean,
): Promise<Result<void>> {
  const { client, account, kept } = deps;
  const { archives, log } = deps.ports;
  // First: whose they are is known by the account, which is forgotten with the rest.
  const withBackups = eraseArchive ? await deps.eraseBackups() : ok();
  const withNumbers = eraseArchive ? deps.settings.forgetNumbers() : ok();
  const steps = await Promise.allSettled([client.signOut(), kept.forget(), account.forget()]);
  for (const step of steps) {
    if (step.status === 'rejected') log.error('signing out met an obstacle', step.reason);
  }
  if (eraseArchive) {
    const erased = await archives.erase();
    const left = [erased, withBackups, withNumbers].find(({ ok: isErased }) => !isErased);
    if (left?.ok === false) {
      const { code } = left.failure;
      return fail(failure('internal', 'session.archive-not-erased', { code }));
    }
  }
  const [tokens, credentials, facts] = steps;
  // What the vault still holds would sign in again at the next start; the archive, if it is gone,
  // holds nothing more.
  for (const step of eraseArchive ? [tokens, credentials] : [tokens, credentials, facts]) {
    if (step.status === 'rejected') throw step.reason;
  }
  return ok();
}
