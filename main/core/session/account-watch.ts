import type { Ports } from '../ports.ts';
import type { RingCentralClient } from '../ringcentral/api.ts';
import type { ArchiveOwner } from './archive-owner.ts';
import { readAccount } from './read-account.ts';
import type { Standing } from './standing.ts';

/** Phones go online and offline, numbers gain features: the account is read again this often. */
const rereadMs = 15 * 60_000;
/** A reading that failed is repeated after this long, or as soon as RingCentral is back. */
const rereadSoonMs = 60_000;

/** Reads the account again while someone is signed in. */
export type AccountWatch = {
  /** Reads it now, and from then on. */
  readNow(): void;
  /** It has just been read: goes on from there. */
  goOn(): void;
  /** RingCentral may be back: a reading that failed is repeated. */
  catchUp(): void;
  stop(): void;
};

/** Builds it; it asks nothing by itself before the first call. */
export function createAccountWatch(deps: {
  readonly ports: Pick<Ports, 'clock' | 'log'>;
  readonly client: RingCentralClient;
  readonly owner: ArchiveOwner;
  readonly standing: Standing;
}): AccountWatch {
  const { client, owner, standing } = deps;
  const { clock, log } = deps.ports;
  let cancel = (): void => undefined;
  let isDue = false;
  /** What a reading finds counts only while nobody has stopped or begun another. */
  let turn = 0;

  const stop = (): void => {
    turn += 1;
    isDue = false;
    cancel();
  };
  const plan = (ms: number): void => {
    cancel();
    cancel = clock.schedule(ms, readNow);
  };

  const read = async (): Promise<void> => {
    stop();
    const mine = turn;
    const { reading } = await readAccount(client);
    if (mine !== turn || standing.state !== 'signed-in') return;
    isDue = reading === undefined;
    plan(isDue ? rereadSoonMs : rereadMs);
    if (!reading) return;
    const settled = await owner.settle(reading);
    if (settled.ok && settled.value === 'here') return;
    stop();
    standing.become('expired');
  };

  function readNow(): void {
    const began = turn + 1;
    read().catch((error: unknown) => {
      if (turn === began) log.error('the account could not be written down', error);
    });
  }

  return {
    readNow,
    goOn() {
      stop();
      plan(rereadMs);
    },
    catchUp() {
      if (isDue && client.getConnection().state === 'online') readNow();
    },
    stop,
  };
}
