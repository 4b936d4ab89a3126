import { protocol } from 'electron';
import { answerFrom } from './assets.ts';
import { appScheme } from './app-url.ts';

/** Gives `app://` the standing of an https origin. To be called once, before the app is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the built window, and nothing else, under `app://`. */
export function serveRenderer(folder: string): void {
  protocol.handle(appScheme, (request) => answerFrom(folder, request));
}
