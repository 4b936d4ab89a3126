import type { OpenAPIHono } from '@hono/zod-openapi';
import { strings } from '../../../shared/strings/strings.ts';
import type { ApiEnv, OperationName } from './routes.ts';

const words = strings.localApi;

/** Adds what a programmer reads: the OpenAPI document, and a page about it. Neither takes a token. */
export function addDocument(app: OpenAPIHono<ApiEnv>, version: string): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
  });
  app.get('/openapi.json', (context) => context.json(describe(app, version)));
}

/** The document; its words are those of the language spoken now. */
export function describe(app: OpenAPIHono<ApiEnv>, version: string) {
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: words.document.title, description: words.document.about, version },
    servers: [{ url: '/' }],
  });
  for (const path of Object.values(document.paths ?? {})) {
    for (const entry of [path.get, path.post, path.put, path.patch, path.delete]) {
      if (entry?.operationId === undefined) continue;
      Object.assign(entry, words.operations[entry.operationId as OperationName]);
    }
  }
  return document;
}
