import type { Answer } from '../http/message.ts';
import { ok } from '../http/message.ts';
import type { World } from '../world.ts';

/** GET /restapi: works without a token, so clients use it to see whether a server is there. */
export function getVersions(world: World): Answer {
  const uri = `${world.addresses.api}/restapi`;
  return ok({
    uri,
    apiVersions: [
      {
        uri: `${uri}/v1.0`,
        versionString: '1.0.58',
        releaseDate: '2024-05-29T00:00:00.000Z',
        uriString: 'v1.0',
      },
    ],
    serverVersion: 'simulator',
    serverRevision: '1',
  });
}
