import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export type Received = { readonly headers: IncomingHttpHeaders; readonly body: string };

/** What a program at the other end does: it takes what comes, and answers as the test says. */
export type Receiver = {
  readonly url: string;
  readonly received: Received[];
  /** The next answers, and what every one after them is; undefined hangs. */
  readonly answer: { next: (number | undefined)[]; usual: number | undefined };
  /** Headers of every answer from now on. */
  readonly headers: Record<string, string>;
};

/** A real server on this computer that lives as long as the test. */
export async function openReceiver(location?: string): Promise<Receiver> {
  const received: Received[] = [];
  const answer: Receiver['answer'] = { next: [], usual: 204 };
  const headers: Receiver['headers'] = location === undefined ? {} : { Location: location };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      const status = answer.next.length > 0 ? answer.next.shift() : answer.usual;
      if (status === undefined) return;
      response.writeHead(status, headers).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/hook`, received, answer, headers };
}
