import { failure } from '../../shared/failure.ts';
import type { EpochMs } from '../../shared/model/ids.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Archives, Log } from '../core/ports.ts';
import type { ArchiveRegister } from './archive-register.ts';
import type { ProfileName } from './shell-state.ts';

/** Where a core stands with its host. */
export type Standing = 'starting' | 'answering' | 'replaced';

export type ArchivesTools = {
  readonly profile: ProfileName;
  readonly register: ArchiveRegister;
  readonly log: Log;
  readonly now: () => EpochMs;
  /** Where the core that these archives are for stands now. */
  readonly standing: () => Standing;
  /** Runs a change of cores after those that were asked for before it. */
  readonly inTurn: <T>(change: () => Promise<T>) => Promise<T>;
  /** Opens a core on the file that the register names now; it takes over while this one retires. */
  readonly replaceBeside: () => Promise<void>;
  /** Closes this core, runs `between`, and opens another; calls wait meanwhile. */
  readonly replaceAfter: (between: () => void) => Promise<void>;
};

const refused = (): Result<never> => fail(failure('internal', 'internal'));

/** The archives of a profile as one of its cores sees them. */
export function createArchives(tools: ArchivesTools): Archives {
  const { register, standing, inTurn, log } = tools;
  const file = register.open;
  // The demo account is one account, though its server has another port at every start.
  const nameOf = (account: string): string => (tools.profile === 'demo' ? 'demo' : account);

  const switchNow = async (account: string): Promise<Result<void>> => {
    if (standing() === 'replaced') return refused();
    try {
      // Noted first: the vault holds the other account's session already, and after a crash the
      // next start has to open the archive that goes with it.
      register.turnTo(nameOf(account));
      if (register.open === file) await tools.replaceAfter(() => undefined);
      else await tools.replaceBeside();
      return ok();
    } catch (error) {
      log.error('the other account’s archive could not be opened', error);
      register.turnBack(file);
      return refused();
    }
  };

  const eraseNow = async (): Promise<Result<void>> => {
    if (standing() === 'replaced') return refused();
    let isErased = false;
    try {
      register.beginErasing();
      await tools.replaceAfter(() => {
        isErased = register.finishErasing();
      });
    } catch (error) {
      log.error('the archive could not be erased in order', error);
    }
    return isErased ? ok() : fail(failure('internal', 'session.archive-not-erased'));
  };

  const replaceNow = async (incoming: string): Promise<Result<void>> => {
    if (standing() === 'replaced') return refused();
    let isReplaced = false;
    try {
      await tools.replaceAfter(() => {
        try {
          register.replaceOpen(incoming, tools.now());
          isReplaced = true;
        } catch (error) {
          // The archive that was there is there again, and a new core goes on with it.
          log.error('an archive could not take the place of another', error);
        }
      });
    } catch (error) {
      log.error('no core could go on with the archive', error);
    }
    return isReplaced ? ok() : fail(failure('internal', 'backup.not-restored'));
  };

  return {
    file,
    claim: (account) => standing() !== 'replaced' && register.claim(nameOf(account)),
    async switchTo(account) {
      const switching = inTurn(() => switchNow(account));
      // A core that is still starting cannot wait for the one that follows it.
      return standing() === 'starting' ? ok() : switching;
    },
    replaceWith: (incoming) => inTurn(() => replaceNow(incoming)),
    erase: () => inTurn(eraseNow),
  };
}
