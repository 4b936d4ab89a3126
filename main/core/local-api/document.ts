import type { OpenAPIHono } from '@hono/zod-openapi';
import { strings } from '../../../shared/strings/strings.ts';
import { drawPage, pagePolicy, type ListedOperation } from './page.ts';
import type { ApiEnv, OperationName } from './routes.ts';

const words = strings.localApi;

/** Adds what a programmer reads: the OpenAPI document, and a page about it. Neither takes a token. */
export function addDocument(app: OpenAPIHono<ApiEnv>, version: string): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
  });
  app.get('/openapi.json', (context) => context.json(describe(app, version)));
  app.get('/', (context) => {
    context.header('Content-Security-Policy', pagePolicy);
    const { localPort } = context.env.incoming.socket;
    return context.html(drawPage(`http://127.0.0.1:${localPort}`, listOperations(app, version)));
  });
}

/** The document; its words are those of the language spoken now. */
function describe(app: OpenAPIHono<ApiEnv>, version: string) {
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: words.document.title, description: words.document.about, version },
    servers: [{ url: '/' }],
  });
  for (const { entry } of entriesOf(document)) {
    Object.assign(entry, words.operations[entry.operationId as OperationName]);
  }
  return document;
}

/** Every operation, in the order of its words. */
function listOperations(app: OpenAPIHono<ApiEnv>, version: string): readonly ListedOperation[] {
  const order = Object.keys(words.operations);
  const entries = entriesOf(describe(app, version));
  return entries
    .toSorted(
      (one, other) =>
        order.indexOf(one.entry.operationId ?? '') - order.indexOf(other.entry.operationId ?? ''),
    )
    .map(({ path, method, entry }) => ({
      method,
      path,
      summary: entry.summary ?? '',
      description: entry.description ?? '',
      scopes: entry.security?.flatMap((each) => each['token'] ?? []) ?? [],
    }));
}

type Described = ReturnType<OpenAPIHono['getOpenAPI31Document']>;

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

function entriesOf({ paths = {} }: Described) {
  return Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const entry = item[method];
      return entry === undefined ? [] : [{ path, method, entry }];
    }),
  );
}
