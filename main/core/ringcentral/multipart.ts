import { createHash } from 'node:crypto';

/** A file that goes with a text. */
export type TextFile = {
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
};

/** A body and the header that says how to read it. */
export type MultipartBody = { readonly bytes: Uint8Array; readonly contentType: string };

const encoder = new TextEncoder();
const lineEnd = '\r\n';

/**
 * A text with its files as RingCentral takes it: the first part is the JSON, then one for each file
 * (its guide to SMS). It is whole in memory, not a stream, so that a request which has to be
 * repeated with a new token carries the same bytes again (@ringcentral/sdk 5.0.11).
 */
export function toMultipart(
  json: Readonly<Record<string, unknown>>,
  files: readonly TextFile[],
): MultipartBody {
  const text = JSON.stringify(json);
  const boundary = boundaryFor(text, files);
  const begin = `--${boundary}${lineEnd}`;
  const parts: Uint8Array[] = [
    encoder.encode(
      [
        `${begin}Content-Disposition: form-data; name="json"; filename="request.json"`,
        'Content-Type: application/json',
        '',
        `${text}${lineEnd}`,
      ].join(lineEnd),
    ),
  ];
  for (const { fileName, contentType, bytes } of files) {
    const head = [
      `${begin}Content-Disposition: form-data; name="attachment"; filename="${quoted(fileName)}"`,
      `Content-Type: ${contentType}`,
      '',
      '',
    ].join(lineEnd);
    parts.push(encoder.encode(head), bytes, encoder.encode(lineEnd));
  }
  parts.push(encoder.encode(`--${boundary}--${lineEnd}`));
  return {
    bytes: Buffer.concat(parts),
    contentType: `multipart/form-data; boundary=${boundary}`,
  };
}

/** No text holds a digest of itself, so the boundary is in none of the parts. */
function boundaryFor(text: string, files: readonly TextFile[]): string {
  const digest = createHash('sha256').update(text);
  for (const { bytes } of files) digest.update(bytes);
  return `sidetone-${digest.digest('hex').slice(0, 40)}`;
}

/** As browsers write names into this header. */
function quoted(name: string): string {
  return name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
