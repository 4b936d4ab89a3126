import { failure } from '../../../../shared/failure.ts';
import { isZone } from '../../../../shared/local-time.ts';
import { fail, ok } from '../../../../shared/result.ts';
import type { Archive } from '../../db/define-query.ts';
import type { Events } from '../../events.ts';
import type { Handlers } from '../../rpc/router.ts';

import { getTimeZone, setTimeZone } from './queries.ts';
import type { Outlooks } from './service.ts';

/** Answers what a call would be, and where someone is. */
export function createOutlookHandlers(deps: {
  readonly outlooks: Pick<Outlooks, 'of'>;
  readonly archive: Archive;
  readonly events: Pick<Events, 'changed'>;
}): Handlers<'calls.outlook' | 'calls.set-time-zone' | 'calls.get-time-zone'> {
  const { outlooks, archive, events } = deps;
  return {
    'calls.outlook': async ({ number }) => ok(await outlooks.of(number)),
    'calls.get-time-zone': async ({ contactId }) =>
      ok(await archive.read(getTimeZone, { contactId })),
    'calls.set-time-zone': async ({ contactId, zone }) => {
      if (zone !== null && !isZone(zone)) {
        return fail(failure('invalid', 'bridge.invalid-input', { field: 'zone' }));
      }
      const input = { contactId, zone: zone ?? undefined };
      if (!(await archive.write(setTimeZone, input))) {
        return fail(failure('not-found', 'contact.gone'));
      }
      events.changed({ area: 'contacts' });
      return ok();
    },
  };
}
