import { languages, type LanguageChoice } from '../../shared/strings/language.ts';
import { linkSchemes } from '../../shared/model/links.ts';
import type { EpochMs } from '../../shared/model/ids.ts';
import type { JsonFile } from './json-file.ts';
import type { LinksBefore } from './links/linux/handlers.ts';
import type { StartRecord } from './start-watch.ts';
import { parseBounds, type Bounds } from './window-state.ts';

export type ProfileName = 'own' | 'demo';

/** What the shell itself remembers between starts; it belongs to no profile. */
export type ShellState = {
  /** The profile that was open last. */
  readonly profile: ProfileName;
  readonly bounds: Bounds | undefined;
  readonly maximized: boolean;
  /** Whether the user has been told that closing the window leaves Sidetone in the tray. */
  readonly toldOfTray: boolean;
  /** Who opened phone links before Sidetone did, while it does. */
  readonly linksBefore: LinksBefore;
  /** The version of which *Later* was said, and until when. */
  readonly postponed: { readonly version: string; readonly until: EpochMs } | undefined;
  readonly starts: StartRecord | undefined;
  /** The language that was chosen last: windows open before the settings are read. */
  readonly language: LanguageChoice;
  /** Whether this computer has been told to start Sidetone with it; undefined: never told anything. */
  readonly startsAtLogin: boolean | undefined;
};

export type ShellMemory = {
  get(): ShellState;
  /** Losing this is no loss: a file that cannot be written is not an error. */
  set(changes: Partial<ShellState>): void;
};

/** Reads and writes `shell.json`; anything odd in it means the default. */
export function createShellMemory(file: JsonFile): ShellMemory {
  let state = parse(file.read());
  return {
    get: () => state,
    set(changes) {
      state = { ...state, ...changes };
      try {
        file.write(JSON.parse(JSON.stringify(state)) as Record<string, unknown>);
      } catch {
        // Kept for this run.
      }
    },
  };
}

function parse(value: Readonly<Record<string, unknown>>): ShellState {
  const { startsAtLogin } = value;
  return {
    profile: value['profile'] === 'demo' ? 'demo' : 'own',
    bounds: parseBounds(value['bounds']),
    maximized: value['maximized'] === true,
    toldOfTray: value['toldOfTray'] === true,
    linksBefore: parseLinksBefore(value['linksBefore']),
    postponed: parsePostponed(value['postponed']),
    starts: parseStarts(value['starts']),
    language: languages.find((each) => each === value['language']) ?? 'system',
    startsAtLogin: typeof startsAtLogin === 'boolean' ? startsAtLogin : undefined,
  };
}

function parseLinksBefore(value: unknown): LinksBefore {
  const noted = Object(value) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    linkSchemes.flatMap((scheme) => {
      const entry = Object.hasOwn(noted, scheme) ? noted[scheme] : undefined;
      return typeof entry === 'string' && /^\w[\w.+-]*\.desktop$/.test(entry)
        ? [[scheme, entry]]
        : [];
    }),
  );
}

function parsePostponed(value: unknown): ShellState['postponed'] {
  const { version, until } = Object(value) as Readonly<Record<string, unknown>>;
  return typeof version === 'string' && typeof until === 'number' ? { version, until } : undefined;
}

function parseStarts(value: unknown): StartRecord | undefined {
  const { version, since, failures, ...is } = Object(value) as Record<string, unknown>;
  if (typeof version !== 'string' || typeof failures !== 'number') return undefined;
  if (typeof since !== 'number') return undefined;
  const { isUpdate, isProven } = is;
  return { version, since, failures, isUpdate: isUpdate === true, isProven: isProven === true };
}
