import type { Command } from '../../core/commands/command.ts';

/** What the command line asks of the running Sidetone. */
export type Asked = Command | { readonly kind: 'clipboard' };

/** What a start with arguments is: a command, one that makes no sense, or none. */
export type Read =
  | { readonly is: 'command'; readonly asked: Asked }
  | { readonly is: 'misused'; readonly why: 'usage' | 'no-body' }
  | { readonly is: 'help' };

/** Switches of the app itself that may stand among the words of a command. */
const ofApp = /^--(?:user-data-dir|no-sandbox|password-store|inspect|remote-debugging-port)(?:=|$)/;

/**
 * Reads the arguments after the app's own; undefined when they are no command, and the app is to be
 * started. A word after `--` is never a switch.
 */
export function readCommand(args: readonly string[]): Read | undefined {
  const words = args.filter((word) => !ofApp.test(word));
  const [verb, ...rest] = words;
  if (verb === 'help' || verb === '--help' || verb === '-h') return { is: 'help' };
  if (verb !== 'call' && verb !== 'text') return undefined;
  const read = splitSwitches(rest);
  if (read === undefined) return misused('usage');
  const { plain, switches } = read;
  const isConfirmed = switches.has('--yes');
  if (switches.has('--clipboard')) {
    return verb === 'call' && plain.length === 0 && !isConfirmed
      ? { is: 'command', asked: { kind: 'clipboard' } }
      : misused('usage');
  }
  const [number, ...more] = plain;
  if (number === undefined || number.trim() === '') return misused('usage');
  if (verb === 'call') {
    return more.length === 0
      ? { is: 'command', asked: { kind: 'call', number, isConfirmed } }
      : misused('usage');
  }
  const [body] = more;
  if (more.length > 1) return misused('usage');
  if (isConfirmed && (body === undefined || body.trim() === '')) return misused('no-body');
  return {
    is: 'command',
    asked: { kind: 'text', number, isConfirmed, ...(body !== undefined && { body }) },
  };
}

function misused(why: 'usage' | 'no-body'): Read {
  return { is: 'misused', why };
}

const known: ReadonlySet<string> = new Set(['--yes', '--clipboard']);

/** Undefined where there is a switch that nobody knows: a slip must not be taken for a text. */
function splitSwitches(
  words: readonly string[],
): { readonly plain: readonly string[]; readonly switches: ReadonlySet<string> } | undefined {
  const end = words.indexOf('--');
  const before = end < 0 ? words : words.slice(0, end);
  const after = end < 0 ? [] : words.slice(end + 1);
  const switches = before.filter((word) => word.startsWith('--'));
  if (!switches.every((word) => known.has(word))) return undefined;
  return {
    plain: [...before.filter((word) => !word.startsWith('--')), ...after],
    switches: new Set(switches),
  };
}
