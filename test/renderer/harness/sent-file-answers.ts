import { failure } from '../../../shared/failure.ts';
import type { MessageView } from '../../../shared/model/messages.ts';
import { fail, ok } from '../../../shared/result.ts';
import type { Answers, FakeWorld } from './fake-world.ts';

type File = MessageView['attachments'][number];

const file = (sort: string, n: number, contentType: string, more: Partial<File> = {}): File => ({
  id: String(n),
  mediaId: `attachment-${sort}-${n}`,
  contentType,
  fileName: undefined,
  sizeBytes: 48_000,
  size: undefined,
  ...more,
});

const size = { width: 480, height: 320 };

/** What people send, by the sorts the site serves: one text each, the newest last. */
export const sentFiles: readonly (readonly File[])[] = [
  [file('picture', 1, 'image/png', { size })],
  [file('picture', 2, 'image/png', { size }), file('picture', 3, 'image/png')],
  [file('sound', 4, 'audio/wav')],
  [file('video', 5, 'video/webm', { size: { width: 96, height: 64 } })],
  [file('contact', 6, 'text/x-vcard', { fileName: 'Otto Sparks.vcf' })],
  [file('plain', 7, 'application/pdf', { fileName: 'Inspection report.pdf' })],
  [file('plain', 8, 'application/octet-stream', { fileName: 'photo\u202egnp.exe' })],
  [file('plain', 9, 'image/png', { fileName: 'photo.png', size })],
  [file('gone', 10, 'image/png', { size })],
  [file('plain', 11, 'image/heic', { fileName: 'IMG_2.heic' })],
];

/** Media as main judges them: a file that is no picture is served as a file. */
export function sentFileAnswers(world: FakeWorld, others: Answers): Answers {
  const types = { picture: 'image/png', video: 'video/webm' } as const;
  const prepare = others['media.prepare'];
  return {
    'media.prepare': (input: { mediaId: string }) => {
      const [, sort = ''] = input.mediaId.split('-');
      if (!input.mediaId.startsWith('attachment-') || sort === 'sound') {
        return prepare?.(input as never) ?? fail(failure('internal', 'internal'));
      }
      if (world.session.connection.state !== 'online') {
        return fail(failure('offline', 'media.offline', { retry: 'user' }));
      }
      if (sort === 'gone') return fail(failure('not-found', 'media.gone'));
      const contentType = types[sort as keyof typeof types] ?? 'application/octet-stream';
      return ok({ url: `/media/${input.mediaId}`, contentType, sizeBytes: 48_000, isKept: true });
    },
    'media.read-contacts': () =>
      ok({
        count: 3,
        people: [
          {
            firstName: 'Otto',
            lastName: 'Sparks',
            company: 'Sparks Electric',
            jobTitle: 'Master electrician',
            email: 'otto@example.com',
            remarks: '',
            numbers: [
              { label: 'mobile', typed: '+1 512 555 0167' },
              { label: 'business', typed: '(512) 555-0168' },
            ],
          },
        ],
      }),
    'outside.open-page': () => ok(),
  };
}
