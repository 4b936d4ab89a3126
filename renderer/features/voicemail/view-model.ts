import type { EpochMs } from '../../../shared/model/ids.ts';
import type { VoicemailView } from '../../../shared/model/voicemail.ts';
import { dayAndTime, duration } from '../../app/format.ts';
import type { PartyWords } from '../../app/party.ts';
import { strings } from '../../../shared/strings/strings.ts';

const words = strings.voicemail;

/** The row's second line: what was said, else how long it took. */
export function previewOf({ transcript, durationSeconds }: VoicemailView): string {
  if (transcript !== undefined) return transcript.replaceAll(/\s+/g, ' ');
  return durationSeconds === undefined ? words.noTranscript : duration(durationSeconds);
}

/** The row as one sentence, for readers. */
export function voicemailSentence(
  voicemail: VoicemailView,
  party: PartyWords,
  now: EpochMs,
): string {
  const { from, createdAt, durationSeconds, isRead } = voicemail;
  const length = durationSeconds === undefined ? '' : duration(durationSeconds);
  return words.sentence(party.title(from), dayAndTime(createdAt, now), length, !isRead);
}

/** The transcript, and what there is to say of it; one of the two is always there. */
export function transcriptOf({ transcript, transcriptState }: VoicemailView): {
  readonly text: string | undefined;
  readonly note: string | undefined;
} {
  switch (transcriptState) {
    case 'there':
      return { text: transcript, note: undefined };
    case 'partial':
      return { text: transcript, note: words.transcriptStates.partial };
    case 'none':
    case 'waiting':
    case 'failed':
      return { text: undefined, note: words.transcriptStates[transcriptState] };
  }
}
