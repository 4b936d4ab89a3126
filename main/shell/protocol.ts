import { protocol } from 'electron';
import { answerFrom } from './assets.ts';
import { appScheme } from './app-url.ts';
import { answerMedia, isMediaAddress, type OpenMedia } from './media.ts';

/** Gives `app://` the standing of an https origin. To be called once, before the app is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      // Without `stream` a player would have to have all of a recording before it could seek.
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        codeCache: true,
        stream: true,
      },
    },
  ]);
}

/** Serves the built window and the archive's media, and nothing else, under `app://`. */
export function serveRenderer(folder: string, openMedia: OpenMedia): void {
  protocol.handle(appScheme, (request) =>
    isMediaAddress(request.url) ? answerMedia(openMedia, request) : answerFrom(folder, request),
  );
}
