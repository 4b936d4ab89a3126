import { z } from 'zod';
import { apiScopes, type ApiView, type NewApiToken } from '../model/local-api.ts';
import { call } from './define.ts';
import { nothing } from './fields.ts';

export const localApiContract = {
  'api.get': call(nothing).returns<ApiView>(),
  /** Lets a program in; its token is in this answer and nowhere else. */
  'api.create-token': call(
    z.strictObject({
      name: z.string().trim().min(1).max(60),
      scopes: z.array(z.enum(apiScopes)).min(1).max(apiScopes.length),
      callsAtOnce: z.boolean(),
    }),
  ).returns<NewApiToken>(),
  /** Shuts a program out at once, whatever it is doing. */
  'api.revoke-token': call(z.strictObject({ id: z.string().min(1).max(64) })).returns<void>(),
};
