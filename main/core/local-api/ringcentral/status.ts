import { createRoute, z } from '@hono/zod-openapi';
import type { StatusView } from '../../../../shared/model/session.ts';
import type { Result } from '../../../../shared/result.ts';
import { required } from '../problems.ts';
import { createRoutes, json, operation, problems, type ApiRoutes } from '../routes.ts';

const status = z
  .object({
    /** An account has been set up here. */
    enabled: z.boolean(),
    /** The number that calls and texts go out from, unless told otherwise. */
    from_number: z.string().nullable(),
    server_url: z.string().nullable(),
    /** Its sign-in is good, as far as is known. */
    authenticated: z.boolean(),
    /** It is the demo account: nobody is called. */
    demo: z.boolean(),
  })
  .openapi('Status');

const getStatus = createRoute({
  ...operation('getStatus', 'read'),
  method: 'get',
  path: '/ringcentral/status',
  responses: { 200: json(status, 'Also while nobody is signed in.'), ...problems() },
});

/** Whether anything can go out. */
export function createStatusRoutes(deps: {
  readonly requireStatus: () => Result<StatusView>;
  readonly isDemo: boolean;
}): ApiRoutes {
  const routes = createRoutes();
  routes.openapi(getStatus, (context) => {
    const { enabled, fromNumber, serverUrl, authenticated } = required(deps.requireStatus());
    return context.json(
      {
        enabled,
        from_number: fromNumber ?? null,
        server_url: serverUrl ?? null,
        authenticated,
        demo: deps.isDemo,
      },
      200,
    );
  });
  return routes;
}
