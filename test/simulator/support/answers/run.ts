import { expect } from 'vitest';

import { ManualClock } from '../../../../simulator/clock.ts';
import { findRoute } from '../../../../simulator/http/routes.ts';
import { openRoutes, routes } from '../../../../simulator/route-table.ts';
import type { Simulator } from '../../../../simulator/server.ts';
import { startSimulator } from '../../../../simulator/server.ts';
import type { Client, Json, Reply, RequestOptions } from '../client.ts';
import { clientWith, EXTENSION, jwtGrant, postToken, toReply } from '../client.ts';
import type { SpecCheck } from '../open-api.ts';
import { readSpec } from '../open-api.ts';

export const OWN = '+15125550123';
export const MARIA = '+15125550134';
export const every = [...openRoutes, ...routes];

/** One simulator whose every answer is checked against the OpenAPI file. */
export type SpecRun = {
  readonly spec: SpecCheck;
  readonly simulator: Simulator;
  readonly client: Client;
  readonly clock: ManualClock;
  /** Operations that were answered with success, and those that were refused. */
  readonly succeeded: Set<string>;
  readonly failed: Set<string>;
  /** Asks, checks the answer and notes the operation; a path is below the extension. */
  ask(method: string, path: string, options?: RequestOptions): Promise<Reply>;
  /** The same where a redirect is an answer. */
  askPage(method: string, url: string, form?: Record<string, string>): Promise<Reply>;
  check(method: string, path: string, reply: Reply): Reply;
};

export async function startRun(): Promise<SpecRun> {
  const spec = readSpec();
  const clock = new ManualClock();
  const simulator = await startSimulator({ clock });
  const { json } = await postToken(simulator, jwtGrant(simulator));
  const client = clientWith(simulator, clock, String(json['access_token']));
  const succeeded = new Set<string>();
  const failed = new Set<string>();
  const check: SpecRun['check'] = (method, path, reply) => {
    const operation = operationOf(method, path);
    const type = reply.headers.get('content-type') ?? '';
    const body = /json/.test(type) ? (JSON.parse(reply.text) as unknown) : reply.text;
    expect(spec.complaint(operation, reply.status, type, body)).toBeUndefined();
    (reply.status < 400 ? succeeded : failed).add(operation);
    return reply;
  };
  return {
    spec,
    simulator,
    client,
    clock,
    succeeded,
    failed,
    check,
    async ask(method, path, options = {}) {
      simulator.account.resetRateLimits();
      const full = path.startsWith('/restapi') ? path : `${EXTENSION}${path}`;
      return check(method, full, await client.request(method, full, options));
    },
    async askPage(method, url, form) {
      simulator.account.resetRateLimits();
      const body = form ? { body: new URLSearchParams(form) } : {};
      const headers = { Accept: 'application/json' };
      const reply = await fetch(url, { method, headers, redirect: 'manual', ...body });
      return check(method, new URL(url).pathname, await toReply(reply));
    },
  };
}

/** "GET /restapi/…/{accountId}", as the file names operations. */
export function operationOf(method: string, path: string): string {
  const match = findRoute(every, method, path);
  if (match.kind !== 'found') throw new Error(`There is no ${method} ${path}.`);
  return nameOf(match.route);
}

export function nameOf({
  method,
  path,
}: {
  readonly method: string;
  readonly path: string;
}): string {
  return `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`;
}

export function listed(reply: Reply): readonly Json[] {
  expect(reply.status).toBe(200);
  return reply.json['records'] as readonly Json[];
}
