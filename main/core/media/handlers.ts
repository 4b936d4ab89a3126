import type { SentContacts } from '../../../shared/model/messages.ts';
import { ok } from '../../../shared/result.ts';
import type { Handlers } from '../rpc/router.ts';
import type { Media } from './service.ts';

type MediaCall =
  'media.prepare' | 'media.save' | 'media.read-contacts' | 'media.get-cache' | 'media.clear-cache';

/** A vCard with a picture in it; what is larger is a file like others. */
const mostCardBytes = 512 * 1024;

/** Answers the contract's `media.*`. */
export function createMediaHandlers(
  media: Media,
  readContacts: (bytes: Uint8Array) => SentContacts | undefined,
): Handlers<MediaCall> {
  return {
    'media.prepare': ({ mediaId }) => media.prepare(mediaId),
    'media.save': ({ mediaId }) => media.save(mediaId),
    'media.read-contacts': async ({ mediaId }) => {
      const read = await media.read(mediaId, mostCardBytes);
      return read.ok ? ok(read.value && readContacts(read.value)) : read;
    },
    'media.get-cache': async () => ok(await media.getCache()),
    'media.clear-cache': async () => {
      await media.clear();
      return ok(await media.getCache());
    },
  };
}
