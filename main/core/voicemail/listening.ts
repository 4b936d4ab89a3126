import { join, parse } from 'node:path';
import type { Settings } from '../../../shared/model/app.ts';
import { readSentContacts } from '../contacts/import/sent-contacts.ts';
import type { OutgoingFiles } from '../files/service.ts';
import { createMediaHandlers } from '../media/handlers.ts';
import { createMedia, toMediaLimits } from '../media/service.ts';
import { commonOf, type PartDeps } from '../part.ts';
import type { ReadState } from '../read-state/service.ts';
import type { RingCentralClient } from '../ringcentral/api.ts';
import { createVoicemailHandlers } from './handlers.ts';
import { createVoicemail } from './service.ts';
import { createTranscripts } from './transcripts.ts';

/** What can be listened to or looked at: voicemails with their transcripts, and all other media. */
export type Listening = ReturnType<typeof createListening>;

export type ListeningDeps = PartDeps & {
  readonly client: Pick<RingCentralClient, 'api'>;
  readonly settings: () => Settings;
  readonly readState: ReadState;
  readonly files: OutgoingFiles;
};

/** Puts the parts together that fetch and play. */
export function createListening(deps: ListeningDeps) {
  const { client, readState } = deps;
  const { archives, fileDialogs, paths } = deps.ports;
  const common = commonOf(deps);

  const voicemail = createVoicemail({ ...common, readState });
  const transcripts = createTranscripts({ ...common, media: client.api.media });
  const media = createMedia({
    ...common,
    api: client.api,
    outgoing: deps.files,
    fileDialogs,
    limits: () => toMediaLimits(deps.settings()),
    folder: join(paths.profile, 'media', parse(archives.file).name),
  });
  return {
    voicemail,
    transcripts,
    media,
    handlers: {
      ...createVoicemailHandlers(voicemail),
      ...createMediaHandlers(media, readSentContacts),
    },
  };
}
