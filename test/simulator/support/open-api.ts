import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

import { ADDED_VALUES, asDescribed, MISDESCRIBED } from './spec-exceptions.ts';

type Described = {
  readonly content?: Readonly<Record<string, unknown>>;
  readonly $ref?: string;
};
export type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly responses: Readonly<Record<string, Described>>;
    readonly schemas: Readonly<Record<string, { enum?: readonly string[] }>>;
  };
};

export type SpecCheck = {
  /**
   * What is wrong with an answer of `operation` ("GET /restapi/…/{accountId}"), as text; undefined
   * when it is as described, or listed as an exception.
   */
  complaint(
    operation: string,
    status: number,
    contentType: string,
    body: unknown,
  ): string | undefined;
  /** What is wrong with a notification that should be of the schema `name` ("MessageEvent"). */
  eventComplaint(name: string, event: object): string | undefined;
};

export type Operation = {
  readonly responses: Readonly<Record<string, Described>>;
  readonly 'x-throttling-group'?: string;
  readonly 'x-app-permission'?: string;
  readonly 'x-user-permission'?: string;
};

/** An operation as the file describes it, by "GET /restapi/…/{accountId}". */
export function operationIn(document: Document, operation: string): Operation | undefined {
  const [method = '', path = ''] = operation.split(' ');
  return document.paths[path]?.[method.toLowerCase()];
}

/** RingCentral's OpenAPI file. YAML 1.2's core schema matters: 1.1 reads `Off` as false. */
export function readDocument(): Document {
  const file = createRequire(import.meta.url).resolve(
    'ringcentral-open-api-parser/rc-public-openapi.yml',
  );
  return parse(readFileSync(file, 'utf8'), { schema: 'core', maxAliasCount: -1 }) as Document;
}

/** What checks answers and events against the file, less the exceptions of spec-exceptions.ts. */
export function readSpec(): SpecCheck {
  const document = readDocument();
  for (const [name, values] of Object.entries(ADDED_VALUES)) {
    const schema = document.components.schemas[name];
    if (schema?.enum) schema.enum = [...new Set([...schema.enum, ...values])];
  }
  const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false });
  addFormats.default(ajv);
  for (const format of ['int32', 'int64', 'double', 'float', 'binary', 'byte'])
    ajv.addFormat(format, true);
  ajv.addSchema(document, 'spec');
  return {
    eventComplaint(name, event) {
      const validate = ajv.compile({ $ref: `spec#/components/schemas/${name}` });
      return validate(asDescribed(name, event))
        ? undefined
        : `${name}: ${ajv.errorsText(validate.errors)}`;
    },
    complaint(operation, status, contentType, body) {
      if (
        MISDESCRIBED.some((entry) => entry.status === status && entry.operation.test(operation))
      ) {
        return undefined;
      }
      const pointer = schemaOf(document, operation, status, contentType);
      if (pointer === 'undescribed')
        return `${operation} with ${status} ${contentType} is not described`;
      if (pointer === 'free') return undefined;
      const validate = ajv.compile({ $ref: `spec#${pointer}` });
      return validate(body)
        ? undefined
        : `${operation} ${status}: ${ajv.errorsText(validate.errors)}`;
    },
  };
}

const ERROR_MODEL = '/components/schemas/ApiErrorResponseModel';

/** Where the schema of an answer is; errors that an operation does not list have the common form. */
function schemaOf(
  document: Document,
  operation: string,
  status: number,
  contentType: string,
): string {
  const [method = '', path = ''] = operation.split(' ');
  const described = operationIn(document, operation);
  if (!described) return 'undescribed';
  const given = described.responses[String(status)];
  const common =
    status >= 400 && !/oauth\/(token|revoke)$/.test(path) ? ERROR_MODEL : 'undescribed';
  if (!given) return common;
  const name = given.$ref?.split('/').at(-1);
  const response = name === undefined ? given : document.components.responses[name];
  if (!response?.content) return status >= 400 ? common : 'free';
  const type = Object.keys(response.content).find((known) => matchesType(known, contentType));
  if (type === undefined) return 'undescribed';
  const place =
    name === undefined
      ? ['paths', path, method.toLowerCase(), 'responses', String(status)]
      : ['components', 'responses', name];
  return `/${[...place, 'content', type, 'schema'].map(toStep).join('/')}`;
}

/** One step of a JSON pointer that stands in a URI. */
function toStep(name: string): string {
  return encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'));
}

function matchesType(described: string, given: string): boolean {
  const type = given.split(';')[0] ?? '';
  return (
    described === type || (described.endsWith('/*') && type.startsWith(described.slice(0, -1)))
  );
}
