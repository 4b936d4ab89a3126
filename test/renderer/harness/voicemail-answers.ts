import { failure } from '../../../shared/failure.ts';
import type { VoicemailId } from '../../../shared/model/ids.ts';
import type { TranscriptState, VoicemailView } from '../../../shared/model/voicemail.ts';
import { fail, ok } from '../../../shared/result.ts';
import { page, type Answers, type FakeWorld } from './fake-world.ts';
import { blocked, minute, opening, partyOf } from './people.ts';

const states: readonly TranscriptState[] = [
  'there',
  'waiting',
  'there',
  'none',
  'failed',
  'partial',
];
const said =
  'Hi, it’s about the appraisal on Alder Street. It came in at four hundred and twelve, so we are good ' +
  'to go. Could you call me back today? I am in the office until five.\nThanks, bye.';

function voicemails(): readonly VoicemailView[] {
  return Array.from({ length: 14 }, (_, index): VoicemailView => {
    const transcriptState = states[index % states.length] ?? 'none';
    const hasText = transcriptState === 'there' || transcriptState === 'partial';
    return {
      id: `${1_000 - index}` as VoicemailId,
      from: index % 7 === 6 ? blocked : partyOf((index * 5) % 30),
      createdAt: opening - 20 * minute - index * 700 * minute,
      durationSeconds: 10 + ((index * 13) % 90),
      isRead: index > 2,
      transcript: hasText ? said : undefined,
      transcriptState,
      media:
        index === 5
          ? undefined
          : {
              id: `voicemail-${1_000 - index}`,
              contentType: 'audio/wav',
              durationSeconds: 10 + ((index * 13) % 90),
            },
    };
  });
}

/** Voicemails and their recordings; the site serves ten seconds of silence for each. */
export function voicemailAnswers(world: FakeWorld, touch: () => void): Answers {
  let all = voicemails();
  let usedBytes = 96_044_000;
  return {
    'voicemail.list': (input: { show: 'all' | 'unread'; after?: string; limit?: number }) =>
      ok(page(input.show === 'unread' ? all.filter(({ isRead }) => !isRead) : all, input)),
    'voicemail.get': (input: { voicemailId: string }) =>
      ok(all.find(({ id }) => id === input.voicemailId)),
    'voicemail.count-unread': () => ok(all.filter(({ isRead }) => !isRead).length),
    'voicemail.set-read': (input: { voicemailId: string; isRead: boolean }) => {
      const index = all.findIndex(({ id }) => id === input.voicemailId);
      const known = all[index];
      if (known) all = all.with(index, { ...known, isRead: input.isRead });
      touch();
      return ok();
    },
    'media.prepare': (input: { mediaId: string }) =>
      world.session.connection.state === 'online'
        ? ok({
            url: `/media/${input.mediaId}`,
            contentType: 'audio/wav',
            sizeBytes: undefined,
            isKept: false,
          })
        : fail(failure('offline', 'media.offline', { retry: 'user' })),
    'media.save': () => ok(true),
    'media.get-cache': () => ok({ usedBytes, limitBytes: 1_000_000_000 }),
    'media.clear-cache': () => {
      usedBytes = 0;
      return ok({ usedBytes, limitBytes: 1_000_000_000 });
    },
  };
}
