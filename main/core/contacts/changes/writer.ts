import { failure, type Failure } from '../../../../shared/failure.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import type { Outcome } from '../../ringcentral/outcome.ts';
import type { ServerContact } from '../../ringcentral/records.ts';
import { toSyncedContact } from '../../sync/contacts/mapping.ts';
import { toContactFields, type JudgedDraft } from '../draft.ts';
import type { Entry } from '../entries/rows.ts';
import type { ContactsDeps } from '../service.ts';
import type { OwnEntry, PersonRecord } from '../views/rows.ts';
import {
  abandonContactChange,
  beginContactChange,
  countPersonal,
  removeEntries,
  storeLocalEntry,
  storeServerEntry,
  type LoggedChange,
} from './queries.ts';

/** Entries that RingCentral keeps for one user. */
const mostInAccount = 10_000;

/** Writes people where they belong: to RingCentral first and then here, or here alone. */
export type Writer = {
  create(judged: JudgedDraft, where: 'account' | 'local'): Promise<Result<PersonRecord>>;
  change(entry: OwnEntry, judged: JudgedDraft): Promise<Result<PersonRecord>>;
  /** All of someone's own entries, one after the other; stops at the first that stays. */
  remove(entries: readonly OwnEntry[]): Promise<Result<void>>;
};

export function createWriter(deps: ContactsDeps): Writer {
  const { archive, api, clock, session } = deps;

  const logged = (what: LoggedChange['what'], where: LoggedChange['where']): LoggedChange => ({
    subject: `contact:${deps.random.uuid()}`,
    what,
    where,
    at: clock.now(),
  });

  const writeLocal = async (
    what: 'create' | 'change',
    judged: JudgedDraft,
    id?: number,
  ): Promise<Result<PersonRecord>> => {
    const entry: Entry = { ...judged, source: 'local', serverId: undefined };
    return ok(await archive.write(storeLocalEntry, { entry, id, change: logged(what, 'local') }));
  };

  /** Asks RingCentral; the change is in the log before the request leaves. */
  const ask = async <T>(
    change: LoggedChange,
    request: () => Promise<Outcome<T>>,
  ): Promise<Result<T>> => {
    const { canEditContacts } = session.getView();
    if (!canEditContacts.can) return fail(canEditContacts.failure);
    await archive.write(beginContactChange, change);
    const outcome = await request();
    if (outcome.kind === 'ok') return ok(outcome.value);
    const { subject } = change;
    const code = outcome.kind === 'unknown' ? 'unknown' : outcome.failure.code;
    await archive.write(abandonContactChange, { subject, outcome: code, at: clock.now() });
    if (outcome.kind === 'unknown') deps.requestSync();
    return fail(
      outcome.kind === 'refused' ? await explain(change, outcome.failure) : outcome.failure,
    );
  };

  /** What a refusal means to whoever entered the contact. */
  const explain = async ({ what }: LoggedChange, refusal: Failure): Promise<Failure> => {
    const { code, kind } = refusal;
    if (code.startsWith('PAB-')) {
      return failure('invalid', 'contact.number-invalid', { code, retry: 'user' });
    }
    // Which code it is that says so is not documented.
    const isRejected = kind === 'rejected' || kind === 'invalid';
    const isFull = isRejected && (await archive.read(countPersonal, undefined)) >= mostInAccount;
    return what === 'create' && isFull ? failure('rejected', 'contact.account-full') : refusal;
  };

  const writeToAccount = async (
    what: 'create' | 'change',
    request: () => Promise<Outcome<ServerContact>>,
  ): Promise<Result<PersonRecord>> => {
    const change = logged(what, 'account');
    const answer = await ask(change, request);
    if (!answer.ok) return answer;
    const entry = toSyncedContact(answer.value, 'personal', session.homeCountry());
    return ok(await archive.write(storeServerEntry, { entry, change }));
  };

  const removeOne = async ({ id, entry }: OwnEntry): Promise<Result<void>> => {
    const { serverId } = entry;
    const change = logged('remove', serverId === undefined ? 'local' : 'account');
    if (serverId !== undefined) {
      const answer = await ask(change, () => api.addressBook.remove(serverId));
      // What RingCentral no longer has is removed.
      if (!answer.ok && answer.failure.kind !== 'not-found') return answer;
    }
    await archive.write(removeEntries, { ids: [id], change });
    return ok();
  };

  return {
    create(judged, where) {
      if (where === 'local') return writeLocal('create', judged);
      const fields = toContactFields(judged, session.homeCountry());
      return writeToAccount('create', () => api.addressBook.create(fields));
    },
    change({ id, entry }, judged) {
      const { serverId } = entry;
      if (serverId === undefined) return writeLocal('change', judged, id);
      const fields = toContactFields(judged, session.homeCountry());
      return writeToAccount('change', () => api.addressBook.change(serverId, fields));
    },
    async remove(entries) {
      for (const entry of entries) {
        const removed = await removeOne(entry);
        if (!removed.ok) return removed;
      }
      return ok();
    },
  };
}
