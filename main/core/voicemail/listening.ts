import { join, parse } from 'node:path';
import type { Settings } from '../../../shared/model/app.ts';
import { readSentContacts } from '../contacts/import/sent-contacts.ts';
import type { Archive } from '../db/define-query.ts';
import type { Events } from '../events.ts';
import type { OutgoingFiles } from '../files/service.ts';
import { createMediaHandlers } from '../media/handlers.ts';
import { createMedia, toMediaLimits } from '../media/service.ts';
import type { Ports } from '../ports.ts';
import type { ReadState } from '../read-state/service.ts';
import type { RingCentralClient } from '../ringcentral/api.ts';
import type { Session } from '../session/service.ts';
import { createVoicemailHandlers } from './handlers.ts';
import { createVoicemail } from './service.ts';
import { createTranscripts } from './transcripts.ts';

/** What can be listened to or looked at: voicemails with their transcripts, and all other media. */
export type Listening = ReturnType<typeof createListening>;

export type ListeningDeps = {
  readonly ports: Ports;
  readonly archive: Archive;
  readonly client: Pick<RingCentralClient, 'api'>;
  readonly events: Events;
  readonly session: Session;
  readonly settings: () => Settings;
  readonly readState: ReadState;
  readonly files: OutgoingFiles;
};

/** Puts the parts together that fetch and play. */
export function createListening(deps: ListeningDeps) {
  const { archive, client, events, session, readState } = deps;
  const { archives, clock, log, random, fileDialogs, paths } = deps.ports;
  const common = { archive, clock, log, random, events, session };

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
