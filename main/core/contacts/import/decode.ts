import { failure } from '../../../../shared/failure.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';

/** More control characters than this share of a text, and it is no text. */
const mostControlShare = 0.01;

/**
 * The text of a file: UTF-8 with or without a byte order mark, UTF-16 with one, else Windows-1252,
 * which older exports of Outlook are in. Fails with `contact-import.not-text`.
 */
export function decodeText(bytes: Uint8Array): Result<string> {
  const text = toText(bytes);
  const controls = text.match(/[^\P{Cc}\s]/gu)?.length ?? 0;
  const isText = !text.includes('\0') && controls <= text.length * mostControlShare;
  return isText ? ok(text) : fail(failure('invalid', 'contact-import.not-text'));
}

function toText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
