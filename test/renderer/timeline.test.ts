import { describe, expect, test } from 'vitest';
import type { TimelineHead, TimelineItem } from '../../shared/model/history.ts';
import type { NoteId, VoicemailId } from '../../shared/model/ids.ts';
import type { VoicemailView } from '../../shared/model/voicemail.ts';
import { partyWords, whoseOf } from '../../renderer/app/party.ts';
import { applyChanges, createQueryClient } from '../../renderer/app/query-client.ts';
import {
  chipsOf,
  entrySentence,
  kindsOf,
  linesOf,
  textWords,
  transcriptNote,
  voicemailWords,
} from '../../renderer/app/timeline/view-model.ts';
import { at, callRow, home, message, party } from './make.ts';

const now = at(22, 12);
const words = partyWords(home);

const voicemail: VoicemailView = {
  id: '5' as VoicemailId,
  from: party(),
  createdAt: at(22, 8),
  durationSeconds: 42,
  isRead: false,
  transcript: undefined,
  transcriptState: 'none',
  media: undefined,
};

const items: readonly TimelineItem[] = [
  { kind: 'call', at: at(22, 11), call: callRow('1') },
  { kind: 'text', at: at(22, 10), message: message('1', { text: 'On my way' }) },
  { kind: 'voicemail', at: at(22, 8), voicemail },
  {
    kind: 'note',
    at: at(21, 9),
    note: {
      id: '1' as NoteId,
      callId: undefined,
      party: party(),
      outcome: 'Reached',
      text: 'wants a quote',
      createdAt: at(21, 9),
      modifiedAt: at(21, 9),
    },
  },
  {
    kind: 'attempt',
    at: at(21, 8),
    attempt: {
      id: '1',
      what: 'text-discarded',
      party: party(),
      at: at(21, 8),
      text: 'never mind',
    },
  },
];

describe('a timeline', () => {
  test('has one heading for each day, and a key of its own for every line', () => {
    const lines = linesOf(items, now);
    expect(lines.map((line) => (line.kind === 'day' ? line.heading : line.item.kind))).toEqual([
      'Today',
      'call',
      'text',
      'voicemail',
      'Yesterday',
      'note',
      'attempt',
    ]);
    expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
    expect(linesOf([], now)).toEqual([]);
  });

  test('is read out one sentence an entry', () => {
    expect(items.map((item) => entrySentence(item, words, now))).toEqual([
      'Call, Outgoing · 4:12, Today at 11:00 AM',
      'Ada Brook: On my way, Today at 10:00 AM',
      'Voicemail, 0:42 · New, Today at 8:00 AM',
      'Note, Reached. wants a quote, Yesterday at 9:00 AM',
      'Text discarded: never mind, Yesterday at 8:00 AM',
    ]);
    const own = message('2', { direction: 'outbound', status: 'delivered', text: 'Thanks' });
    expect(entrySentence({ kind: 'text', at: at(22, 9), message: own }, words, now)).toBe(
      'You: Thanks, Delivered, Today at 9:00 AM',
    );
  });

  test('asks main for one kind, or for everything', () => {
    expect([kindsOf('all'), kindsOf('text')]).toEqual([undefined, ['text']]);
  });

  test('says on its chips how much there is, where there is any', () => {
    const head: TimelineHead = {
      people: [party()],
      numbers: [],
      extensionNumbers: [],
      counts: { call: 1_200, text: 3, voicemail: 0, note: 0, attempt: 4 },
      firstAt: undefined,
    };
    const labels = ['All', 'Calls 1,200', 'Texts 3', 'Voicemails', 'Notes'];
    expect(chipsOf(head).map(({ label }) => label)).toEqual(labels);
    // Notes told above are not counted below.
    const noted = { ...head, counts: { ...head.counts, note: 3 } };
    expect(chipsOf(noted, 1).at(-1)?.label).toBe('Notes 2');
    expect(chipsOf(noted, 3).at(-1)?.label).toBe('Notes');
    expect(chipsOf(undefined).map(({ label }) => label)).toEqual([
      'All',
      'Calls',
      'Texts',
      'Voicemails',
      'Notes',
    ]);
  });

  test('shows what a text has instead of words, and how a voicemail stands', () => {
    const file = {
      id: '1',
      mediaId: 'attachment-1-1',
      contentType: 'image/png',
      fileName: undefined,
      sizeBytes: undefined,
      size: undefined,
    };
    expect(textWords(message('1', { text: '', attachments: [file, file] }))).toBe('2 pictures');
    expect(textWords(message('1', { text: '' }))).toBe('No text');
    expect(voicemailWords({ ...voicemail, isRead: true, durationSeconds: undefined })).toBe(
      'Heard',
    );
    expect(transcriptNote(voicemail)).toBeUndefined();
    expect(transcriptNote({ ...voicemail, transcriptState: 'waiting' })).toMatch(/on its way/);
  });

  test('is read anew when anything it shows has changed, and follow-ups when people have', () => {
    const stale = (area: Parameters<typeof applyChanges>[1][number]['area']) => {
      const client = createQueryClient();
      for (const key of ['timeline', 'follow-ups']) client.setQueryData([key], 1);
      void applyChanges(client, [{ area }]);
      return ['timeline', 'follow-ups'].filter((key) => client.getQueryState([key])?.isInvalidated);
    };
    for (const area of ['calls', 'messages', 'threads', 'voicemail', 'notes'] as const) {
      expect(stale(area)).toEqual(['timeline']);
    }
    expect(stale('contacts')).toEqual(['timeline', 'follow-ups']);
    expect(stale('follow-ups')).toEqual(['follow-ups']);
    expect(stale('settings')).toEqual([]);
  });
});

describe('whose history a party leads to', () => {
  test('is the person’s, else the number’s, else the extension’s, else nobody’s', () => {
    const contactId = '7' as NonNullable<ReturnType<typeof party>['contactId']>;
    expect(whoseOf(party({ contactId }))).toEqual({ contactId });
    expect(whoseOf(party())).toEqual({ number: '+14155550101' });
    const extension = party({ number: undefined, extensionNumber: '12' });
    expect(whoseOf(extension)).toEqual({ extensionNumber: '12' });
    expect(whoseOf(party({ number: undefined }))).toBeUndefined();
  });
});
