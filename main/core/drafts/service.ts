import type { Draft, DraftKey } from '../../../shared/model/drafts.ts';
import type { Archive } from '../db/define-query.ts';
import type { Events } from '../events.ts';
import type { Clock } from '../ports.ts';
import { getDraft, setDraft, type DraftChange } from './queries.ts';

export type Drafts = {
  get(key: DraftKey): Promise<Draft>;
  /** It is on disk when this resolves. */
  set(change: DraftChange): Promise<void>;
};

/** What is written and not sent, kept over restarts. */
export function createDrafts(deps: {
  readonly archive: Archive;
  readonly clock: Clock;
  readonly events: Pick<Events, 'changed'>;
}): Drafts {
  const { archive, clock, events } = deps;
  return {
    get: (key) => archive.read(getDraft, { key }),
    async set(change) {
      const { isNews } = await archive.write(setDraft, { ...change, at: clock.now() });
      // The list of conversations says that there is a draft: with every few letters it need not.
      if (isNews) events.changed({ area: 'drafts', key: change.key }, { area: 'threads' });
      else events.changed({ area: 'drafts', key: change.key });
    },
  };
}
