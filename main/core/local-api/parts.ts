import type { Settings } from '../../../shared/model/app.ts';
import type { Archive } from '../db/define-query.ts';
import type { Events } from '../events.ts';
import type { Ports } from '../ports.ts';
import type { RouteDeps } from './open.ts';
import { createLocalApi, type LocalApi } from './service.ts';

export type LocalApiPartsDeps = Omit<
  RouteDeps,
  'archive' | 'clock' | 'random' | 'events' | 'mainWindow' | 'isDemo'
> & {
  readonly ports: Pick<Ports, 'clock' | 'log' | 'random' | 'mainWindow' | 'demo' | 'info'>;
  readonly archive: Archive;
  readonly events: Events;
  readonly settings: () => Pick<Settings, 'apiEnabled' | 'apiPort' | 'apiOrigins'>;
};

/** Puts the door for other programs together; its server is read in when it is first opened. */
export function createLocalApiParts(deps: LocalApiPartsDeps): LocalApi {
  const { ports, settings } = deps;
  const { clock, log, random, mainWindow } = ports;
  const common = { ...deps, clock, log, random, mainWindow };
  return createLocalApi({
    ...common,
    async open(port, desk) {
      const { openApi } = await import('./open.ts');
      const more = {
        desk,
        origins: () => settings().apiOrigins,
        isDemo: ports.demo !== undefined,
        version: ports.info.version,
      };
      return openApi({ ...common, ...more }, port);
    },
  });
}
