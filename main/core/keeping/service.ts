import type { Notice } from '../../../shared/model/app.ts';
import type { KeptArchive } from '../db/define-query.ts';
import type { Events } from '../events.ts';
import type { OutgoingFiles } from '../files/service.ts';
import type { Media } from '../media/service.ts';
import type { Ports } from '../ports.ts';
import type { SettingsService } from '../settings/service.ts';
import { createBackups, type Backups } from './backups/service.ts';
import { createTakingIn, type TakingIn } from './backups/taking-in.ts';
import { createErasure, type Erasure } from './erasure/service.ts';
import { createExports, type Exports } from './exports/service.ts';
import { createRetention } from './retention/service.ts';

/** How the archive is kept, carried elsewhere and emptied. */
export type Keeping = {
  readonly backups: Backups;
  readonly takingIn: TakingIn;
  readonly exports: Exports;
  readonly erasure: Erasure;
  start(): void;
  /** Begins nothing more; what runs ends with the archive. */
  stop(): void;
};

export function createKeeping(deps: {
  readonly ports: Ports;
  readonly archive: KeptArchive;
  readonly events: Events;
  readonly settings: SettingsService;
  readonly media: Media;
  readonly files: Pick<OutgoingFiles, 'removeUnnamed'>;
  readonly tell: (notice: Notice) => Promise<void>;
  readonly getClockAheadMs: () => number | undefined;
}): Keeping {
  const backups = createBackups(deps);
  const exports = createExports(deps);
  const retention = createRetention(deps);
  let stopListening = (): void => undefined;
  const erasure = createErasure({ ...deps, backups });
  return {
    backups,
    takingIn: createTakingIn({ ...deps, backups }),
    exports,
    erasure,
    start() {
      backups.start();
      retention.start();
      erasure
        .finishLeft()
        .catch((error: unknown) =>
          deps.ports.log.error('whether an erasure was left is not known', error),
        );
      stopListening = deps.events.on((event) => {
        const isChosen =
          event.name === 'changed' && event.topics.some(({ area }) => area === 'settings');
        if (isChosen) retention.look();
      });
    },
    stop() {
      stopListening();
      backups.stop();
      exports.stop();
      retention.stop();
    },
  };
}
