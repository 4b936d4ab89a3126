import { ok } from '../../../shared/result.ts';
import type { Handlers } from '../rpc/router.ts';
import type { LocalApi } from './service.ts';

/** Answers the contract's `api.*`. */
export function createLocalApiHandlers(
  api: Pick<LocalApi, 'getStanding' | 'programs'>,
): Handlers<'api.get' | 'api.create-token' | 'api.revoke-token'> {
  const { programs } = api;
  return {
    'api.get': async () => ok({ standing: api.getStanding(), programs: await programs.list() }),
    'api.create-token': ({ scopes, ...wanted }) =>
      programs.create({ ...wanted, scopes: [...new Set(scopes)] }),
    'api.revoke-token': ({ id }) => programs.revoke(id),
  };
}
