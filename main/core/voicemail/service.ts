import { failure } from '../../../shared/failure.ts';
import type { Page } from '../../../shared/model/app.ts';
import type { VoicemailId } from '../../../shared/model/ids.ts';
import type { VoicemailView } from '../../../shared/model/voicemail.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Archive } from '../db/define-query.ts';
import type { Events } from '../events.ts';
import type { Log } from '../ports.ts';
import type { RingCentralApi } from '../ringcentral/api.ts';
import {
  countUnreadVoicemail,
  getVoicemail,
  listUntoldReads,
  listVoicemail,
  setVoicemailRead,
  settleReads,
  type VoicemailPage,
} from './queries.ts';

/** Ids that one request may change (FACTS 3.8). */
const mostIdsAtOnce = 50;

/** What people do with voicemails besides listening to them. */
export type Voicemail = {
  list(page: VoicemailPage): Promise<Page<VoicemailView>>;
  get(voicemailId: VoicemailId): Promise<VoicemailView | undefined>;
  /** Marks it here at once, and at RingCentral now or after the next sync that gets through. */
  setRead(voicemailId: VoicemailId, isRead: boolean): Promise<Result<void>>;
  countUnread(): Promise<number>;
  /** Tells RingCentral what it has not heard of yet; call it when it can be reached. */
  tellReads(): Promise<void>;
};

export type VoicemailDeps = {
  readonly archive: Archive;
  readonly api: { readonly messages: Pick<RingCentralApi['messages'], 'setRead'> };
  readonly events: Pick<Events, 'changed'>;
  readonly log: Log;
};

/** Puts the voicemail room together; it does nothing unasked. */
export function createVoicemail(deps: VoicemailDeps): Voicemail {
  const { archive, log } = deps;
  let telling: Promise<void> | undefined;

  const tellNow = async (): Promise<void> => {
    const untold = await archive.read(listUntoldReads, { limit: mostIdsAtOnce });
    for (const isRead of [true, false]) {
      const told = untold.filter((one) => one.isRead === isRead);
      if (told.length === 0) continue;
      const ids = told.map(({ serverId }) => serverId);
      const outcome = await deps.api.messages.setRead(ids, isRead);
      if (outcome.kind === 'ok' || isSettled(outcome)) await archive.write(settleReads, told);
      if (outcome.kind !== 'ok')
        log.warn('voicemails could not be marked', { code: outcome.failure.code });
    }
  };

  const tellReads = (): Promise<void> => {
    // What is marked while this is out is told with the next.
    telling ??= tellNow()
      .catch((error: unknown) => log.error('voicemails could not be marked', error))
      .finally(() => (telling = undefined));
    return telling;
  };

  return {
    list: (page) => archive.read(listVoicemail, page),
    get: (voicemailId) => archive.read(getVoicemail, { voicemailId }),
    async setRead(voicemailId, isRead) {
      if (await archive.write(setVoicemailRead, { voicemailId, isRead })) {
        deps.events.changed({ area: 'voicemail' });
        void (telling ?? Promise.resolve()).then(tellReads);
        return ok();
      }
      const known = await archive.read(getVoicemail, { voicemailId });
      return known === undefined ? fail(failure('not-found', 'not-found')) : ok();
    },
    countUnread: () => archive.read(countUnreadVoicemail, undefined),
    tellReads,
  };
}

/** A refusal that no later attempt would change: the record is gone, or nobody may mark it. */
function isSettled(
  outcome: Exclude<Awaited<ReturnType<RingCentralApi['messages']['setRead']>>, { kind: 'ok' }>,
): boolean {
  return (
    outcome.kind === 'refused' &&
    ['rejected', 'not-found', 'invalid'].includes(outcome.failure.kind)
  );
}
