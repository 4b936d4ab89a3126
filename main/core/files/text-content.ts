import { sendableTypes, textTypes } from './types.ts';

/** Bytes that no text has: controls, but for what ends lines, pages and cells. */
// oxlint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

/**
 * The type of a file without a signature, when it is a text and its ending is one of a text that
 * goes with texts; a script is a text with another ending, and none of ours.
 */
export function judgeText(bytes: Uint8Array, extension: string | undefined): string | undefined {
  const text = readText(bytes);
  if (text === undefined || extension === undefined) return undefined;
  const start = text.trimStart().slice(0, 500).toLowerCase();
  if (start.startsWith('begin:vcard')) return 'text/vcard';
  if (start.startsWith('begin:vcalendar')) return 'text/calendar';
  const ending = extension.toLowerCase();
  if (ending === 'svg') return isSvg(text) ? 'image/svg+xml' : undefined;
  for (const type of textTypes) {
    if (sendableTypes.get(type)?.includes(ending) === true) return type;
  }
  return undefined;
}

/** UTF-8, or UTF-16 with its mark; undefined when it is no text. */
function readText(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const encoding = isWide ? (first === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return controls.test(text) ? undefined : text;
  } catch {
    return readLatin(bytes);
  }
}

/** What older Windows programs write: a spreadsheet's CSV as often as not. */
function readLatin(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder('windows-1252').decode(bytes);
  return controls.test(text) ? undefined : text;
}

function isSvg(text: string): boolean {
  return /<svg[\s>]/i.test(text.slice(0, 5_000));
}
