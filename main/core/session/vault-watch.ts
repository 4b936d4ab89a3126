import type { Ports } from '../ports.ts';

/** The first wait before the vault is asked again; it doubles. */
const firstMs = 10_000;
const longestMs = 5 * 60_000;

/** Asks the vault again when it gave no tokens at the start: a key ring may be unlocked later. */
export type VaultWatch = {
  /** Asks from time to time while it is wanted. */
  begin(): void;
  /** Asks now. */
  askNow(): void;
  stop(): void;
};

/** Builds it; `ask` takes up what the vault holds by now, and does nothing when that is nothing. */
export function createVaultWatch(deps: {
  readonly ports: Pick<Ports, 'clock' | 'log'>;
  readonly isWanted: () => boolean;
  readonly ask: () => Promise<void>;
}): VaultWatch {
  const { clock, log } = deps.ports;
  let cancel = (): void => undefined;
  let isStopped = false;

  const run = async (): Promise<void> => {
    if (isStopped || !deps.isWanted()) return;
    try {
      await deps.ask();
    } catch (error) {
      log.error('the session could not be taken up from the vault', error);
    }
  };
  const plan = (waitMs: number): void => {
    cancel();
    if (isStopped || !deps.isWanted()) return;
    cancel = clock.schedule(waitMs, () => {
      void run().then(() => plan(Math.min(longestMs, waitMs * 2)));
    });
  };

  return {
    begin: () => plan(firstMs),
    askNow: () => void run(),
    stop() {
      isStopped = true;
      cancel();
    },
  };
}
