import Sqlite from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { failure } from '../../../shared/failure.ts';
import type { Capability } from '../../../shared/model/session.ts';
import { createContacts } from '../../../main/core/contacts/service.ts';
import type { RingCentralApi } from '../../../main/core/ringcentral/api.ts';
import type { Outcome } from '../../../main/core/ringcentral/outcome.ts';
import { openInProcessArchive } from '../../db/in-process.ts';
import { ManualClock } from '../../../simulator/server.ts';
import {
  archiveOf,
  passUntil,
  startSignedIn,
  whileTurning,
  type RunningCore,
} from '../support/core-world.ts';
import { createCountingRandom } from '../support/session.ts';
import { us } from './entries.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A whole core with people of its own and of the company, and a look behind both ends. */
export async function openSignedIn() {
  const core = await startSignedIn();
  const { simulator, profile, clock } = core;
  await passUntil(clock, async () => {
    const { items } = await core.get('contacts.list', { show: 'company' });
    const own = await core.get('contacts.list', { show: 'personal' });
    if (items.length * own.items.length === 0) throw new Error('not synced yet');
  });
  const find = async (query: string): Promise<readonly string[]> =>
    (await core.get('contacts.list', { query })).items.map(({ name }) => name);
  const entryOf = (lastName: string) =>
    simulator.account.state.contacts.find(
      ({ availability, fields }) => availability === 'Alive' && fields['lastName'] === lastName,
    );
  // What the syncs leave of the rate limits may have to be waited for.
  const call: RunningCore['call'] = (name, input) =>
    whileTurning(clock, core.call(name, input), 500);
  const get: RunningCore['get'] = (name, input) => whileTurning(clock, core.get(name, input), 500);
  return {
    core: { ...core, call, get },
    simulator,
    find,
    /** What RingCentral has of someone. */
    ofServer: (lastName: string): Fields | undefined => entryOf(lastName)?.fields,
    /** Something else writes to the entry. */
    touch(lastName: string, fields: Fields): void {
      const entry = entryOf(lastName);
      if (entry) entry.fields = { ...entry.fields, ...fields };
    },
    /** The activity log: what was done, and how it ended. */
    log(kind: string): readonly string[] {
      const db = new Sqlite(archiveOf(profile), { readonly: true });
      onTestFinished(() => void db.close());
      return db
        .prepare(
          `SELECT (detail ->> 'what') || ' ' || coalesce(outcome, 'open') FROM activity
           WHERE kind = ? ORDER BY id`,
        )
        .pluck()
        .all(kind) as string[];
    },
  };
}

/** The service before a RingCentral that refuses everything. */
export function openRefusing() {
  const archive = openInProcessArchive();
  const asked: string[] = [];
  const refuse = (what: string): Promise<Outcome<never>> => {
    asked.push(what);
    const refusal = failure('rejected', 'server.refused', { code: 'CMN-101' });
    return Promise.resolve({ kind: 'refused', status: 400, failure: refusal });
  };
  const addressBook: RingCentralApi['addressBook'] = {
    sync: () => refuse('sync'),
    create: () => refuse('create'),
    change: () => refuse('change'),
    remove: () => refuse('remove'),
  };
  const session: { canEditContacts: Capability } = { canEditContacts: { can: true } };
  const service = createContacts({
    archive,
    api: { addressBook },
    clock: new ManualClock(),
    random: createCountingRandom(),
    events: { changed: () => undefined },
    session: { homeCountry: () => us, getView: () => session },
    requestSync: () => undefined,
  });
  return {
    service,
    asked,
    session,
    fill(count: number): void {
      archive.db
        .prepare(
          `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
           INSERT INTO contact (source, server_id, name) SELECT 'personal', i, 'P ' || i FROM n`,
        )
        .run(count);
    },
  };
}
