import { ok } from '../../../shared/result.ts';
import type { Handlers } from '../rpc/router.ts';
import type { Media } from './service.ts';

type MediaCall = 'media.prepare' | 'media.save' | 'media.get-cache' | 'media.clear-cache';

/** Answers the contract's `media.*`. */
export function createMediaHandlers(media: Media): Handlers<MediaCall> {
  return {
    'media.prepare': ({ mediaId }) => media.prepare(mediaId),
    'media.save': ({ mediaId }) => media.save(mediaId),
    'media.get-cache': async () => ok(await media.getCache()),
    'media.clear-cache': async () => {
      await media.clear();
      return ok(await media.getCache());
    },
  };
}
