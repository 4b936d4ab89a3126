import { fileTypeFromBuffer } from 'file-type';
import { imageSize } from '../files/image-size.ts';
import { bareType, judgeType, plainFile } from './content-type.ts';

/** What is read of a file before it is served: enough for its type and for how large it is drawn. */
export const headBytes = 64 * 1024;
/** A small file can unfold to more than a computer has memory for. */
const mostPixels = 64_000_000;

/** What the library calls some types that a browser knows by another name. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['image/apng', 'image/png'],
  ['video/x-m4v', 'video/mp4'],
  ['audio/vnd.wave', 'audio/wav'],
  ['audio/opus', 'audio/ogg'],
]);

/**
 * As what the first bytes of a file let it be served: what they are, where the sender called it a
 * picture, audio or video too; `application/octet-stream` for what only says so.
 */
export async function judgeBytes(head: Uint8Array, claimed: string): Promise<string> {
  if (claimed === plainFile) return plainFile;
  const found = bareType((await fileTypeFromBuffer(head))?.mime);
  const type = judgeType(otherNames.get(found) ?? (found || plainFile), '');
  if (sortOf(type) !== sortOf(claimed)) return plainFile;
  const { width = 0, height = 0 } = imageSize(type, head) ?? {};
  return width * height > mostPixels ? plainFile : type;
}

/** Reads the beginning of a body, and answers it with a body that is whole again; rejects where that breaks off. */
export async function readHead(
  body: ReadableStream<Uint8Array>,
  givenUp: AbortSignal,
): Promise<{ readonly head: Uint8Array; readonly body: ReadableStream<Uint8Array> }> {
  const reader = body.getReader();
  const end = (): void => void reader.cancel().catch(() => undefined);
  givenUp.addEventListener('abort', end);
  const pieces: Uint8Array[] = [];
  let length = 0;
  let isOver = false;
  try {
    while (length < headBytes && !isOver) {
      const { done, value } = await reader.read();
      isOver = done;
      if (value !== undefined) {
        pieces.push(value);
        length += value.byteLength;
      }
    }
  } finally {
    givenUp.removeEventListener('abort', end);
  }
  const head = Buffer.concat(pieces);
  const rest = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const first = pieces.shift();
        if (first !== undefined) return controller.enqueue(first);
        const { done, value } = isOver ? { done: true, value: undefined } : await reader.read();
        if (value !== undefined) controller.enqueue(value);
        if (done) controller.close();
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
  return { head, body: rest };
}

/** Recordings come in the containers of films. */
function sortOf(type: string): string {
  const [sort = ''] = type.split('/', 1);
  return sort === 'video' ? 'audio' : sort;
}
