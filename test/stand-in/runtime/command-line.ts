/** What `electron` was started with, read the way Electron's own default app reads it. */
export type CommandLine = {
  /** Modules named with `-r`, to be loaded before the app. */
  readonly preloadModules: readonly string[];
  /** The app: a folder with a package.json, or a script. */
  readonly app: string | undefined;
  readonly version: boolean;
  /** Where the inspector shall listen, from `--inspect[=port]`. */
  readonly inspectPort: number | undefined;
  readonly debuggingPort: number | undefined;
  /** Every `--name[=value]`, for `app.commandLine`. */
  readonly switches: ReadonlyMap<string, string>;
};

/** Reads the arguments after the executable. */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const preloadModules: string[] = [];
  let app: string | undefined;
  let version = false;
  for (let at = 0; at < args.length && app === undefined; at++) {
    const arg = args[at] ?? '';
    if (arg === '-r' || arg === '--require') preloadModules.push(args[++at] ?? '');
    else if (arg === '-v' || arg === '--version') version = true;
    else if (!arg.startsWith('-')) app = arg;
  }
  const switches = parseSwitches(args);
  return {
    preloadModules,
    app,
    version,
    inspectPort: parsePort(switches.get('inspect'), 9229),
    debuggingPort: parsePort(switches.get('remote-debugging-port'), 0),
    switches,
  };
}

function parseSwitches(args: readonly string[]): ReadonlyMap<string, string> {
  const switches = new Map<string, string>();
  for (const arg of args) {
    if (arg === '--') break;
    const match = /^--([^=]+)(?:=(.*))?$/s.exec(arg);
    if (match?.[1]) switches.set(match[1].toLowerCase(), match[2] ?? '');
  }
  return switches;
}

function parsePort(text: string | undefined, otherwise: number): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text.slice(text.lastIndexOf(':') + 1));
  return text !== '' && Number.isInteger(port) ? port : otherwise;
}
