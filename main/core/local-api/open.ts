import type { StatusView } from '../../../shared/model/session.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { Log } from '../ports.ts';
import { createApiApp } from './app.ts';
import type { TokenDesk } from './auth.ts';
import { createEventRoutes } from './events/routes.ts';
import type { EventStreamDeps } from './events/stream.ts';
import type { PeopleDeps } from './people/ask.ts';
import { createContactRoutes } from './people/contacts.ts';
import { createNoteRoutes } from './people/notes.ts';
import { createSearchRoutes } from './people/search.ts';
import { createApiCalls, type ApiCallsDeps } from './requests/calls.ts';
import { createApiTexts, type ApiTextsDeps } from './requests/texts.ts';
import { createCallRoutes } from './ringcentral/calls.ts';
import { createStatusRoutes } from './ringcentral/status.ts';
import { createTextRoutes } from './ringcentral/texts.ts';
import type { ApiRoutes } from './routes.ts';
import { openServer, type OpenServer } from './server.ts';

/** What the routes need of the other rooms. */
export type RouteDeps = ApiCallsDeps &
  ApiTextsDeps &
  Pick<PeopleDeps, 'ask'> &
  EventStreamDeps & {
    readonly session: { requireStatus(): Result<StatusView> };
    readonly isDemo: boolean;
  };

export type OpenDeps = RouteDeps & {
  readonly log: Log;
  readonly desk: TokenDesk;
  readonly origins: () => readonly string[];
  readonly version: string;
};

/** Opens the API at a port, with every route there is; it is read in only once somebody wants it. */
export async function openApi(deps: OpenDeps, port: number): Promise<Result<OpenServer>> {
  const { requireStatus, homeCountry } = deps.session;
  const calls = createApiCalls(deps);
  const people = { ...deps, homeCountry };
  const routes: readonly ApiRoutes[] = [
    createStatusRoutes({ requireStatus, isDemo: deps.isDemo }),
    createCallRoutes({ ...deps, calls }),
    createTextRoutes({ ...deps, texts: createApiTexts(deps), homeCountry }),
    createSearchRoutes(people),
    createContactRoutes(people),
    createNoteRoutes(people),
    createEventRoutes(deps),
  ];
  const app = createApiApp({ ...deps, routes });
  const opened = await openServer(port, (request, bindings) => app.fetch(request, bindings));
  if (!opened.ok) return opened;
  return ok({
    port: opened.value.port,
    close() {
      calls.stop();
      return opened.value.close();
    },
  });
}
