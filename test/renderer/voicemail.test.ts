import { describe, expect, test } from 'vitest';
import type { VoicemailId } from '../../shared/model/ids.ts';
import type { VoicemailView } from '../../shared/model/voicemail.ts';
import { nextSpeed, stepTo } from '../../renderer/app/media/playing.ts';
import { partyWords } from '../../renderer/app/party.ts';
import { cacheChoices } from '../../renderer/features/settings/media-cache-model.ts';
import {
  previewOf,
  transcriptOf,
  voicemailSentence,
} from '../../renderer/features/voicemail/view-model.ts';
import { at, home, party } from './make.ts';

function voicemail(changes: Partial<VoicemailView> = {}): VoicemailView {
  return {
    id: '1' as VoicemailId,
    from: party(),
    createdAt: at(22, 9, 41),
    durationSeconds: 42,
    isRead: false,
    transcript: undefined,
    transcriptState: 'none',
    media: undefined,
    ...changes,
  };
}

describe('a voicemail in the list', () => {
  test('shows what was said in one line, else how long it is', () => {
    expect(previewOf(voicemail({ transcript: 'Call me.\n  Bye.' }))).toBe('Call me. Bye.');
    expect(previewOf(voicemail())).toBe('0:42');
    expect(previewOf(voicemail({ durationSeconds: undefined }))).toBe('No transcript');
  });

  test('is one sentence for readers, which says whether it is new', () => {
    const words = partyWords(home);
    const now = at(22, 12);
    expect(voicemailSentence(voicemail(), words, now)).toMatch(
      /^New voicemail, from Ada Brook, Today at .*, 0:42$/,
    );
    expect(voicemailSentence(voicemail({ isRead: true }), words, now)).toMatch(/^Voicemail, from/);
  });

  test('has its transcript, or says why not', () => {
    expect(transcriptOf(voicemail({ transcript: 'Hi.', transcriptState: 'there' }))).toEqual({
      text: 'Hi.',
      note: undefined,
    });
    for (const transcriptState of ['none', 'waiting', 'failed'] as const)
      expect(transcriptOf(voicemail({ transcriptState }))).toEqual({
        text: undefined,
        note: expect.stringContaining('RingCentral'),
      });
    const partial = transcriptOf(voicemail({ transcript: 'Hi', transcriptState: 'partial' }));
    expect(partial).toEqual({ text: 'Hi', note: expect.stringContaining('part') });
  });
});

describe('the player', () => {
  test('goes through its speeds and begins again', () => {
    const seen = [1];
    while (seen.length < 7) seen.push(nextSpeed(seen.at(-1) ?? 1));
    expect(seen).toEqual([1, 1.25, 1.5, 1.75, 2, 0.75, 1]);
    expect(nextSpeed(1.1)).toBe(1.25);
  });

  test('steps within the recording', () => {
    expect([stepTo(3, -5, 60), stepTo(3, 5, 60), stepTo(58, 5, 60)]).toEqual([0, 8, 60]);
  });
});

describe('room for media', () => {
  test('is chosen from usual amounts and the one that is set', () => {
    expect(cacheChoices(undefined)).toEqual([0, 250, 1_000, 4_000, 16_000]);
    expect(cacheChoices(500)).toEqual([0, 250, 500, 1_000, 4_000, 16_000]);
  });
});
