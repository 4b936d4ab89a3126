import type { HttpBindings } from '@hono/node-server';
import { OpenAPIHono, type z } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { failure } from '../../../shared/failure.ts';
import type { ApiRights, ApiScope } from '../../../shared/model/local-api.ts';
import type { Words } from '../../../shared/strings/words.ts';
import { ApiError, problem, type ProblemStatus } from './problems.ts';

/** Who asks. */
export type AskingProgram = ApiRights & { readonly id: string; readonly name: string };

/** What every handler finds in its context. */
export type ApiEnv = {
  readonly Bindings: HttpBindings;
  readonly Variables: {
    /** The program whose token came along; the door is before every route. */
    readonly program: AskingProgram;
  };
};

/** Routes of one part of the API; `/api/v1` is put before their paths. */
export type ApiRoutes = OpenAPIHono<ApiEnv>;

/** What an operation is called in the document and in the words that describe it. */
export type OperationName = keyof Words['localApi']['operations'];

/** Begins a file of routes; what does not pass its schema is answered 400. */
export function createRoutes(): ApiRoutes {
  return new OpenAPIHono<ApiEnv>({
    defaultHook(result) {
      if (result.success) return;
      const field = result.error.issues[0]?.path.join('.') ?? '';
      const more = field === '' ? {} : { field, params: { field } };
      throw new ApiError(400, failure('invalid', 'api.field-invalid', more));
    },
  });
}

/**
 * What every route begins with: its name, the scope it takes, and so who may use it.
 * `createRoute({ ...operation('placeCall', 'call'), method, path, request, responses })`.
 */
export function operation(name: OperationName, scope: ApiScope) {
  return {
    operationId: name,
    security: [{ token: [scope] }],
    middleware: requires(scope),
  };
}

/** Refuses programs whose token has not got a scope. */
export function requires(scope: ApiScope): MiddlewareHandler<ApiEnv> {
  return async (context: Context<ApiEnv>, next) => {
    if (!context.get('program').scopes.includes(scope)) {
      throw new ApiError(403, failure('auth', 'api.scope-missing', { params: { scope } }));
    }
    await next();
  };
}

/** An answer in JSON. */
export function json<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, content: { 'application/json': { schema } } };
}

/** A body in JSON, without which the request is refused. */
export function jsonBody<Schema extends z.ZodType>(schema: Schema) {
  return { required: true, content: { 'application/json': { schema } } };
}

/** The errors a route may answer with, beside those that any may. */
export function problems(...statuses: readonly ProblemStatus[]) {
  const usual: readonly ProblemStatus[] = [400, 401, 403, 429, 500, 503];
  const all = [...new Set([...usual, ...statuses])].toSorted((one, other) => one - other);
  return Object.fromEntries(all.map((status) => [status, json(problem, String(status))])) as object;
}
