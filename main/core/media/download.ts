import { open, type FileHandle } from 'node:fs/promises';
import { failure, type Failure } from '../../../shared/failure.ts';
import type { ServerMedia } from '../ringcentral/records.ts';
import type { MediaPart } from './store.ts';

const pieceBytes = 64 * 1024;

/** A file that may still be growing: how far it has come, and how to wait for more of it. */
export type Growing = {
  /** Where it is, the likeliest first: a part moves when it has become whole. */
  readonly paths: readonly string[];
  /** Undefined while RingCentral has not said how large it will be. */
  readonly sizeBytes: number | undefined;
  readonly contentType: string;
  /** How many bytes are there: resolves once there are more than `position`, or at the end of it. */
  available(position: number): Promise<number>;
};

/** Media on their way from RingCentral to the disk; whoever plays them reads what is there. */
export type Download = Growing & {
  /** Resolves when the file is kept, whole; rejects when it has broken off. */
  readonly done: Promise<void>;
  /** It has broken off: whoever comes now begins anew. */
  isBroken(): boolean;
};

/** Why the content of something ended before its end. */
export class BrokenOff extends Error {
  readonly failure: Failure = failure('offline', 'media.offline', { retry: 'user' });
}

/** It does not fit into what may be kept: it has to be played without being kept. */
export class TooLarge extends BrokenOff {}

/**
 * Writes an answer to a part file as it comes, at the pace of the disk, and keeps it at its end:
 * what breaks off or is shorter or longer than it said never counts as whole.
 */
export function startDownload(options: {
  readonly media: ServerMedia;
  readonly part: MediaPart;
  readonly contentType: string;
  readonly mostBytes: number;
  readonly keep: () => Promise<void>;
  readonly givenUp: AbortSignal;
}): Download {
  const { media, part } = options;
  let written = 0;
  let state: 'running' | 'whole' | 'broken' = 'running';
  let more = Promise.withResolvers<void>();

  const tell = (): void => {
    more.resolve();
    more = Promise.withResolvers();
  };

  const pour = async (): Promise<void> => {
    const expected = media.contentLength;
    for await (const bytes of untilGivenUp(media.body, options.givenUp)) {
      const length = written + bytes.byteLength;
      if (length > (expected ?? Infinity)) throw new BrokenOff('longer than it said');
      if (length > options.mostBytes) throw new TooLarge('longer than what may be kept');
      await part.write(bytes);
      written += bytes.byteLength;
      tell();
    }
    options.givenUp.throwIfAborted();
    if (expected !== undefined && written < expected) throw new BrokenOff('shorter than it said');
    await options.keep();
    state = 'whole';
    tell();
  };

  const done = pour().catch(async (error: unknown) => {
    state = 'broken';
    tell();
    await part.discard();
    throw error;
  });
  // Those who play it hear of it by their stream.
  done.catch(() => undefined);

  const available = async (position: number): Promise<number> => {
    if (state === 'broken') throw new BrokenOff('the download broke off');
    if (state === 'whole' || written > position) return written;
    await more.promise;
    return available(position);
  };

  return {
    paths: [part.path, part.keptPath],
    sizeBytes: media.contentLength,
    contentType: options.contentType,
    done,
    isBroken: () => state === 'broken',
    available,
  };
}

/** Ends a body that is given up also while it waits for its next bytes. */
async function* untilGivenUp(
  body: ReadableStream<Uint8Array>,
  givenUp: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  const end = (): void => void reader.cancel().catch(() => undefined);
  givenUp.addEventListener('abort', end);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done || givenUp.aborted) return;
      yield value;
    }
  } finally {
    givenUp.removeEventListener('abort', end);
    // What nobody reads to its end is let go of.
    end();
  }
}

/** A file that is whole, in the form of one that grows. */
export function wholeFile(file: {
  readonly path: string;
  readonly contentType: string;
  readonly sizeBytes: number;
}): Growing {
  const { path, contentType, sizeBytes } = file;
  return { paths: [path], contentType, sizeBytes, available: () => Promise.resolve(sizeBytes) };
}

/**
 * Bytes of a file as they are asked for, `end` included; without an end to its end. Nothing is read
 * ahead of its reader, and what is not there yet is waited for.
 */
export async function streamFile(
  file: Growing,
  { start, end }: { readonly start: number; readonly end: number | undefined },
): Promise<ReadableStream<Uint8Array>> {
  const handle = await openFirst(file.paths);
  let position = start;
  const limit = end === undefined ? Infinity : end + 1;

  const pull = async (controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> => {
    try {
      const there = Math.min(await file.available(position), limit);
      const bytes = await readPiece(handle, position, Math.min(there - position, pieceBytes));
      if (bytes.byteLength > 0) {
        position += bytes.byteLength;
        controller.enqueue(bytes);
      }
      if (bytes.byteLength > 0 && position < limit) return;
      await handle.close();
      controller.close();
    } catch (error) {
      await handle.close().catch(() => undefined);
      throw error;
    }
  };
  return new ReadableStream<Uint8Array>(
    { pull, cancel: () => handle.close().catch(() => undefined) },
    { highWaterMark: 0 },
  );
}

async function openFirst([path = '', ...others]: readonly string[]): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (others.length === 0) throw error;
    return openFirst(others);
  }
}

async function readPiece(
  handle: FileHandle,
  position: number,
  length: number,
): Promise<Uint8Array> {
  if (length <= 0) return new Uint8Array();
  const { buffer, bytesRead } = await handle.read(new Uint8Array(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
