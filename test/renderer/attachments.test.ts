import { describe, expect, test } from 'vitest';
import { failure } from '../../shared/failure.ts';
import type { AttachmentView } from '../../shared/model/messages.ts';
import { partyWords } from '../../renderer/app/party.ts';
import {
  boxOf,
  describe as describeFile,
  detailOf,
  drawnAs,
  nameOf,
  noteOf,
  picturesOf,
  troubleWords,
} from '../../renderer/features/messages/attachments/view-model.ts';
import { mergeThread } from '../../renderer/features/messages/view-model.ts';
import { home, message } from './make.ts';

const file = (contentType: string, more: Partial<AttachmentView> = {}): AttachmentView => ({
  id: '1',
  mediaId: 'attachment-1-1',
  contentType,
  fileName: undefined,
  sizeBytes: undefined,
  size: undefined,
  ...more,
});
const words = partyWords(home);
const [bubble] = mergeThread([message('1')], []);

describe('a file of a text', () => {
  test.each([
    [file('image/png'), 'picture', undefined],
    [file('image/heic'), 'file', 'This kind of file'],
    [file('image/tiff'), 'file', 'This kind of file'],
    [file('image/svg+xml'), 'file', undefined],
    [file('text/html', { fileName: 'photo.png' }), 'file', undefined],
    [file('image/png', { sizeBytes: 90_000_000 }), 'file', '90 MB'],
    [file('video/mp4', { sizeBytes: 90_000_000 }), 'video', undefined],
    [file('video/3gpp'), 'file', 'This kind of file'],
    [file('audio/mpeg'), 'audio', undefined],
    [file('audio/amr'), 'file', 'This kind of file'],
    [file('text/vcard'), 'contact', undefined],
    [file('application/pdf'), 'file', undefined],
  ])('%j is drawn as a %s', (given, kind, note) => {
    expect(drawnAs(given)).toBe(kind);
    if (kind !== 'file' || note === undefined) {
      if (kind === 'file') expect(noteOf(given)).toBeUndefined();
    } else expect(noteOf(given)).toContain(note);
  });

  test('keeps its place whatever its size, known or not', () => {
    expect(boxOf(undefined)).toEqual({ width: 240, height: 180 });
    expect(boxOf({ width: 480, height: 320 })).toEqual({ width: 320, height: 213 });
    expect(boxOf({ width: 96, height: 96 })).toEqual({ width: 96, height: 96 });
    expect(boxOf({ width: 1, height: 100_000 })).toEqual({ width: 72, height: 280 });
    expect(boxOf({ width: 100_000, height: 1 })).toEqual({ width: 320, height: 72 });
  });

  test('has a name, a kind and a size', () => {
    expect(nameOf(file('x/y'))).toBe('File without a name');
    expect(nameOf(file('x/y', { fileName: '\u202e../a/photo\u202egnp.exe' }))).toBe('photognp.exe');
    expect(detailOf(file('x/y', { fileName: 'a.pdf', sizeBytes: 340_000 }))).toBe('PDF · 340 KB');
    expect(detailOf(file('x/y'))).toBe('File');
  });

  test('says for readers what it is, whose, and when', () => {
    const label = describeFile(file('image/png'), bubble!, words);
    expect(label).toMatch(/^Picture from .+, 9:00\sAM$/);
    const own = describeFile(file('video/mp4'), { ...bubble!, direction: 'outbound' }, words);
    expect(own).toMatch(/^Video from you, /);
    const nobody = describeFile(file('x/y'), { ...bubble!, from: undefined }, words);
    expect(nobody).toMatch(/^File from No caller ID, /);
  });

  test('says in its own words why it is not there', () => {
    expect(troubleWords(failure('not-found', 'media.gone'))).toContain('this file');
    expect(troubleWords(failure('auth', 'session.expired'))).not.toBe('');
  });
});

test('the pictures of a thread stand in its order, and nothing else among them', () => {
  const bubbles = mergeThread(
    [
      message('2', { attachments: [file('image/png', { mediaId: 'b' }), file('text/html')] }),
      message('1', { attachments: [file('image/png', { mediaId: 'a' }), file('image/svg+xml')] }),
    ],
    [],
  );
  expect(picturesOf(bubbles, words).map((picture) => picture.file.mediaId)).toEqual(['a', 'b']);
});
