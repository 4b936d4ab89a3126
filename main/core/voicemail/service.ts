import { failure } from '../../../shared/failure.ts';
import type { Page } from '../../../shared/model/app.ts';
import type { VoicemailId } from '../../../shared/model/ids.ts';
import type { VoicemailView } from '../../../shared/model/voicemail.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Archive } from '../db/define-query.ts';
import type { Events } from '../events.ts';
import type { ReadState } from '../read-state/service.ts';
import {
  countUnreadVoicemail,
  getVoicemail,
  listVoicemail,
  setVoicemailRead,
  type VoicemailPage,
} from './queries.ts';

/** What people do with voicemails besides listening to them. */
export type Voicemail = {
  list(page: VoicemailPage): Promise<Page<VoicemailView>>;
  get(voicemailId: VoicemailId): Promise<VoicemailView | undefined>;
  /** Marks it here at once, and at RingCentral now or after the next sync that gets through. */
  setRead(voicemailId: VoicemailId, isRead: boolean): Promise<Result<void>>;
  countUnread(): Promise<number>;
};

export type VoicemailDeps = {
  readonly archive: Archive;
  readonly events: Pick<Events, 'changed'>;
  readonly readState: Pick<ReadState, 'now' | 'wake'>;
};

/** Puts the voicemail room together; it does nothing unasked. */
export function createVoicemail(deps: VoicemailDeps): Voicemail {
  const { archive, readState } = deps;
  return {
    list: (page) => archive.read(listVoicemail, page),
    get: (voicemailId) => archive.read(getVoicemail, { voicemailId }),
    async setRead(voicemailId, isRead) {
      if (await archive.write(setVoicemailRead, { voicemailId, isRead, at: readState.now() })) {
        deps.events.changed({ area: 'voicemail' });
        readState.wake();
        return ok();
      }
      const known = await archive.read(getVoicemail, { voicemailId });
      return known === undefined ? fail(failure('not-found', 'not-found')) : ok();
    },
    countUnread: () => archive.read(countUnreadVoicemail, undefined),
  };
}
