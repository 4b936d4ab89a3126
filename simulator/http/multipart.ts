import { invalidParameter } from './errors.ts';
import type { Incoming } from './message.ts';

export type Part = {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
};

const LINE_END = Buffer.from('\r\n');
const HEAD_END = Buffer.from('\r\n\r\n');

/** The parts of a multipart/form-data or multipart/mixed body; 400 CMN-104 when it has no such form. */
export function multipartBody(request: Incoming): readonly Part[] {
  const boundary = /boundary="?([^";]+)"?/i.exec(request.headers['content-type'] ?? '')?.[1];
  if (boundary === undefined) throw unreadable();
  const marker = Buffer.from(`--${boundary}`);
  const starts = positionsOf(request.body, marker);
  const parts = starts.slice(0, -1).map((start, index) => {
    // A part lies between two markers, less the line ends that belong to the markers.
    const from = start + marker.length + LINE_END.length;
    const to = (starts[index + 1] ?? request.body.length) - LINE_END.length;
    return readPart(request.body.subarray(from, to));
  });
  if (parts.length === 0) throw unreadable();
  return parts;
}

function positionsOf(body: Buffer, marker: Buffer): readonly number[] {
  const positions: number[] = [];
  for (let at = body.indexOf(marker); at >= 0; at = body.indexOf(marker, at + marker.length)) {
    positions.push(at);
  }
  return positions;
}

function readPart(bytes: Buffer): Part {
  const split = bytes.indexOf(HEAD_END);
  if (split < 0) throw unreadable();
  const headers = bytes
    .subarray(0, split)
    .toString('utf8')
    .split('\r\n')
    .map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const;
    });
  return { headers: Object.fromEntries(headers), body: bytes.subarray(split + HEAD_END.length) };
}

export function partFileName(part: Part): string | undefined {
  return /filename="([^"]*)"/i.exec(part.headers['content-disposition'] ?? '')?.[1];
}

function unreadable(): Error {
  return invalidParameter('CMN-104', 'Cannot parse request: invalid multipart body');
}

/** A multipart/mixed answer of JSON parts, as bulk requests get it. */
export function multipartJson(boundary: string, parts: readonly unknown[]): string {
  const blocks = parts.map(
    (part) => `--${boundary}\r\nContent-Type: application/json\r\n\r\n${JSON.stringify(part)}\r\n`,
  );
  return `${blocks.join('')}--${boundary}--\r\n`;
}
