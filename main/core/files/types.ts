/**
 * What goes with a text (RingCentral's guide to SMS), as RingCentral names it, with the endings
 * such a file may have; the first is given to one whose name says something else.
 */
export const sendableTypes: ReadonlyMap<string, readonly [string, ...string[]]> = new Map([
  ['image/jpeg', ['jpg', 'jpeg', 'jpe', 'jfif']],
  ['image/png', ['png', 'apng']],
  ['image/bmp', ['bmp', 'dib']],
  ['image/gif', ['gif']],
  ['image/tiff', ['tif', 'tiff']],
  ['image/svg+xml', ['svg']],
  ['image/webp', ['webp']],
  ['video/3gpp', ['3gp', '3gpp', '3g2']],
  ['video/mp4', ['mp4', 'm4v']],
  ['video/mpeg', ['mpg', 'mpeg']],
  ['video/avi', ['avi']],
  ['video/x-flv', ['flv']],
  ['video/x-ms-wmv', ['wmv', 'asf']],
  ['video/quicktime', ['mov', 'qt']],
  ['video/webm', ['webm']],
  ['video/ogg', ['ogv']],
  ['audio/mpeg', ['mp3', 'mp2', 'mp1']],
  ['audio/mp4', ['m4a', 'm4b']],
  ['audio/ogg', ['ogg', 'oga', 'opus']],
  ['audio/wav', ['wav']],
  ['audio/amr', ['amr']],
  ['text/vcard', ['vcf', 'vcard']],
  ['application/zip', ['zip']],
  ['application/gzip', ['gz', 'gzip', 'tgz']],
  ['application/rtf', ['rtf']],
  ['application/pdf', ['pdf']],
  ['text/html', ['html', 'htm']],
  ['text/plain', ['txt', 'text', 'log', 'md']],
  ['text/csv', ['csv']],
  ['text/calendar', ['ics']],
]);

/** What the library that reads bytes calls some of them. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['image/apng', 'image/png'],
  ['video/3gpp2', 'video/3gpp'],
  ['video/x-m4v', 'video/mp4'],
  ['video/MP1S', 'video/mpeg'],
  ['video/MP2P', 'video/mpeg'],
  ['video/vnd.avi', 'video/avi'],
  ['video/x-ms-asf', 'video/x-ms-wmv'],
  ['application/vnd.ms-asf', 'video/x-ms-wmv'],
  ['audio/x-m4a', 'audio/mp4'],
  ['audio/vnd.wave', 'audio/wav'],
  ['audio/ogg; codecs=opus', 'audio/ogg'],
]);

/** Programs of every system, and what has others run them. */
const programs: ReadonlySet<string> = new Set([
  'application/x-msdownload',
  'application/x-elf',
  'application/x-mach-binary',
  'application/java-archive',
  'application/java-vm',
  'application/vnd.android.package-archive',
  'application/x-apple-diskimage',
  'application/x-deb',
  'application/x-rpm',
  'application/x-ms-shortcut',
  'application/x-ms-regedit',
  'application/x-google-chrome-extension',
  'application/x-msi',
  'application/wasm',
]);

/** RingCentral's name for what the bytes of a file are. */
export function sendableName(type: string): string {
  return otherNames.get(type) ?? type;
}

export function isProgram(type: string): boolean {
  return programs.has(type);
}

/** The types of a text file that its ending tells apart; what is said of it must hold, too. */
export const textTypes: ReadonlySet<string> = new Set(['text/plain', 'text/csv', 'text/html']);
