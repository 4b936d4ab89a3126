/** What a desktop entry starts. */
export type Launch = { readonly program: string; readonly args: readonly string[] };

/** Characters for which the Desktop Entry Specification asks for quotes in `Exec`. */
const reserved = /[\s"'\\><~|&;$*?#()`]/;

/** No entry can name a program with these in its path. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const unwritable = /[\u0000-\u001f\u007f]/;

/** Whether an entry can be written for it at all. */
export function canBeWritten({ program, args }: Launch): boolean {
  return (
    program.startsWith('/') &&
    // Reserved in the name of the program, quoted or not.
    !program.includes('=') &&
    ![program, ...args].some((part) => unwritable.test(part))
  );
}

/**
 * The entry that a copy of Sidetone without a package writes for itself. The link comes after `--`,
 * where nothing is a switch.
 */
export function toDesktopEntry(launch: Launch, schemes: readonly string[]): string {
  const command = [launch.program, ...launch.args].map(toExecArgument).join(' ');
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Sidetone',
    'Comment=Call and text the numbers you click',
    `Exec=${command} -- %u`,
    `TryExec=${escapeValue(launch.program)}`,
    'Terminal=false',
    'NoDisplay=true',
    'StartupNotify=false',
    'StartupWMClass=sidetone',
    `MimeType=${schemes.map((scheme) => `x-scheme-handler/${scheme};`).join('')}`,
    '',
  ].join('\n');
}

/** The entry by which a desktop starts Sidetone as its user signs in; without a link to open. */
export function toAutostartEntry(launch: Launch, comment: string): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Sidetone',
    `Comment=${escapeValue(comment)}`,
    `Exec=${[launch.program, ...launch.args].map(toExecArgument).join(' ')}`,
    `TryExec=${escapeValue(launch.program)}`,
    'Terminal=false',
    'StartupNotify=false',
    'StartupWMClass=sidetone',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/** The value of a key in the entry's first group, unescaped; undefined when it has none. */
export function readEntryKey(entry: string, key: string): string | undefined {
  for (const line of groupOf(entry)) {
    const at = line.indexOf('=');
    if (at > 0 && line.slice(0, at).trim() === key) return unescapeValue(line.slice(at + 1).trim());
  }
  return undefined;
}

/** The lines of `[Desktop Entry]`, and of no group after it. */
function groupOf(entry: string): readonly string[] {
  const lines = entry.split(/\r?\n/);
  const start = lines.indexOf('[Desktop Entry]') + 1;
  if (start === 0) return [];
  const end = lines.findIndex((line, at) => at >= start && line.startsWith('['));
  return lines.slice(start, end === -1 ? undefined : end);
}

/**
 * Quotes only where quotes are asked for: `xdg-open` on a plain desktop takes none as such. A
 * percent sign is doubled, or it would be a field code.
 */
function toExecArgument(part: string): string {
  const quoted =
    reserved.test(part) || part === '' ? `"${part.replaceAll(/["`$\\]/g, '\\$&')}"` : part;
  return escapeValue(quoted.replaceAll('%', '%%'));
}

/** The escapes of every string value come on top of the quotes'. */
function escapeValue(value: string): string {
  return value.replaceAll('\\', '\\\\');
}

const escapes: Readonly<Record<string, string>> = { s: ' ', n: '\n', t: '\t', r: '\r', '\\': '\\' };

function unescapeValue(value: string): string {
  return value.replaceAll(/\\([sntr\\])/g, (_whole, code: string) => escapes[code] ?? '');
}
