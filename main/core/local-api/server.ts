import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { failure } from '../../../shared/failure.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { largestBody } from './body.ts';
import { ApiError, toProblem, type ProblemStatus } from './problems.ts';

/** Only programs of this computer reach it. */
const host = '127.0.0.1';
/** A program of this computer sends its few lines at once. */
const requestTimeoutMs = 15_000;
const headersTimeoutMs = 10_000;
const keepAliveTimeoutMs = 5_000;
/** Every program with a few streams, and then some. */
const mostConnections = 64;
const mostHeaderBytes = 16 * 1024;

export type OpenServer = {
  readonly port: number;
  /** Frees the port; whoever is connected is cut off. */
  close(): Promise<void>;
};

/**
 * Listens on this computer alone; port 0 is any that is free. Fails with `api.port-taken` or
 * `api.port-refused`.
 */
export async function openServer(
  port: number,
  answer: (request: Request, bindings: HttpBindings) => Response | Promise<Response>,
): Promise<Result<OpenServer>> {
  const listener = getRequestListener(
    (request, bindings) => answer(request, bindings as HttpBindings),
    // The app's own fetch is not to become another one.
    { overrideGlobalObjects: false, errorHandler: () => toResponse(malformed()) },
  );
  const server = createServer(
    // One without a host is answered at the door, like one with another's.
    { requireHostHeader: false, maxHeaderSize: mostHeaderBytes, insecureHTTPParser: false },
    (request, response) => {
      // What is no name of ours is no part of an address either.
      if (!isPlainHost(request.headers.host)) request.headers.host = '-';
      void listener(request, response);
    },
  );
  server.requestTimeout = requestTimeoutMs;
  server.headersTimeout = headersTimeoutMs;
  server.keepAliveTimeout = keepAliveTimeoutMs;
  server.maxConnections = mostConnections;
  server.on('clientError', refuseUnread);
  // Whoever waits for a yes before sending would wait for as long as we wait for the body.
  server.on('checkContinue', (request, response: ServerResponse) => {
    if (Number(request.headers['content-length'] ?? 0) <= largestBody) response.writeContinue();
    server.emit('request', request, response);
  });
  const trouble = await listen(server, port);
  if (trouble !== undefined) {
    const message = trouble === 'EADDRINUSE' ? 'api.port-taken' : 'api.port-refused';
    return fail(
      failure('conflict', message, { code: trouble, field: 'apiPort', params: { port } }),
    );
  }
  return ok({
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

function isPlainHost(given: string | undefined): boolean {
  return given !== undefined && /^[\w.-]+(?::\d+)?$/.test(given);
}

/** Answers the system's code of what is in the way, if something is. */
function listen(server: Server, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    // It stays: an error after the port was had must not go unheard, and ends nothing.
    server.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'));
    server.listen({ host, port, exclusive: true }, () => resolve(undefined));
  });
}

function malformed(): ApiError {
  return new ApiError(400, failure('invalid', 'api.malformed'));
}

function toResponse(error: ApiError): Response {
  return Response.json(toProblem(error), { status: error.status });
}

/** What Node could not read as a request is answered in the same shape, and then hung up on. */
function refuseUnread(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const isLarge = error.code === 'HPE_HEADER_OVERFLOW';
  const status: ProblemStatus = isLarge ? 431 : 400;
  const body = JSON.stringify(
    toProblem(
      new ApiError(status, failure('invalid', isLarge ? 'api.too-large' : 'api.malformed')),
    ),
  );
  const head = [
    `HTTP/1.1 ${status} Refused`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
