import type { AppInfo, Notice } from '../../../shared/model/app.ts';
import type { Archive } from '../db/define-query.ts';
import type { Events } from '../events.ts';
import type { Clock, Log } from '../ports.ts';
import { addNotice, dismissNotice, listNotices } from './queries.ts';

export type Diagnostics = {
  readonly info: AppInfo;
  /** Tells the user, now and after a restart; while the archive is shut, for this run only. */
  add(notice: Notice): Promise<void>;
  listNotices(): Promise<readonly Notice[]>;
  dismissNotice(id: string): Promise<void>;
};

/** What this copy of Sidetone is, and what happened to the user's files. */
export function createDiagnostics(deps: {
  readonly archive: Archive;
  readonly clock: Clock;
  readonly log: Log;
  readonly events: Pick<Events, 'changed'>;
  readonly info: AppInfo;
}): Diagnostics {
  const { archive, events } = deps;
  const unkept = new Map<string, Notice>();
  return {
    info: deps.info,
    async add(notice) {
      try {
        await archive.write(addNotice, notice);
      } catch (error) {
        deps.log.error('a notice could not be kept', error);
        unkept.set(notice.id, notice);
      }
      events.changed({ area: 'notices' });
    },
    async listNotices() {
      const kept = await archive.read(listNotices, undefined);
      return [...unkept.values(), ...kept];
    },
    async dismissNotice(id) {
      if (!unkept.delete(id)) await archive.write(dismissNotice, { id, at: deps.clock.now() });
      events.changed({ area: 'notices' });
    },
  };
}
