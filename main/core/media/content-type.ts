/** What a browser plays or shows, by the names that RingCentral and phones give it. */
const shown: ReadonlyMap<string, string> = new Map([
  ['audio/mpeg', 'audio/mpeg'],
  ['audio/mp3', 'audio/mpeg'],
  ['audio/wav', 'audio/wav'],
  ['audio/x-wav', 'audio/wav'],
  ['audio/wave', 'audio/wav'],
  ['audio/ogg', 'audio/ogg'],
  ['audio/mp4', 'audio/mp4'],
  ['audio/x-m4a', 'audio/mp4'],
  ['audio/aac', 'audio/aac'],
  ['image/jpeg', 'image/jpeg'],
  ['image/jpg', 'image/jpeg'],
  ['image/png', 'image/png'],
  ['image/gif', 'image/gif'],
  ['image/webp', 'image/webp'],
  ['video/mp4', 'video/mp4'],
  ['video/webm', 'video/webm'],
]);

const extensions: Readonly<Record<string, string>> = {
  'audio/mpeg': 'mp3',
  'audio/wav': 'wav',
  'audio/ogg': 'ogg',
  'audio/mp4': 'm4a',
  'audio/aac': 'aac',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
};

/** What anything else is served as: a file to keep, never a page. */
export const plainFile = 'application/octet-stream';

/** Answers that are never media: an error page, or the JSON of a refusal with the wrong status. */
const pages: ReadonlySet<string> = new Set([
  'text/html',
  'application/xhtml+xml',
  'application/json',
]);

/** The type without its parameters, in lower case; empty when there is none. */
export function bareType(contentType: string | undefined): string {
  return contentType?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/**
 * As what something is served: what the answer says, else what its record said; `application/octet-stream`
 * for all that is not on the list, so that no file of a stranger's is ever run or rendered.
 */
export function judgeType(answered: string | undefined, recorded: string): string {
  return shown.get(bareType(answered)) ?? shownUnlessNamed(answered, recorded);
}

/** Whether an answer is a page in place of the media that a record promised. */
export function isPage(answered: string | undefined, recorded: string): boolean {
  return pages.has(bareType(answered)) && bareType(answered) !== bareType(recorded);
}

/** The ending of a file of that type, without its dot. */
export function extensionOf(type: string): string {
  return extensions[type] ?? 'bin';
}

/** A server that names no type, or any, leaves it to the record. */
function shownUnlessNamed(answered: string | undefined, recorded: string): string {
  const named = bareType(answered);
  if (named !== '' && named !== plainFile && named !== 'binary/octet-stream') return plainFile;
  return shown.get(bareType(recorded)) ?? plainFile;
}
