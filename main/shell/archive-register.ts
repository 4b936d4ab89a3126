import type { EpochMs } from '../../shared/model/ids.ts';
import type { Log } from '../core/ports.ts';
import {
  bringNext,
  changePlaces,
  firstArchive,
  freeArchiveName,
  isArchiveName,
  isReplacedName,
  nameReplaced,
  newestArchive,
  putBack,
  removeArchive,
  sendBackNext,
} from './archive-files.ts';
import type { JsonFile } from './json-file.ts';

/** Which archive file of a profile is whose, and which one is open. */
export type ArchiveRegister = {
  /** The file to open. */
  readonly open: string;
  /** See `Archives.claim`. */
  claim(account: string): boolean;
  /** Makes an account's file the one to open; throws, and changes nothing, when it cannot be noted. */
  turnTo(account: string): void;
  /** Goes back to a file that was open before. */
  turnBack(file: string): void;
  /** Notes that the open archive is to be removed, so that a crash cannot leave half of it. */
  beginErasing(): void;
  /** Removes it; answers whether it is gone. Nothing may have it open. */
  finishErasing(): boolean;
  /**
   * Puts a file in place of the open archive, which is kept beside it. Nothing may have either
   * open. Throws, with both where they were, when the disk refuses.
   */
  replaceOpen(file: string, now: EpochMs): void;
};

export type RegisterTools = {
  readonly folder: string;
  readonly file: JsonFile;
  readonly log: Log;
};

type Owned = { readonly file: string; readonly account: string };

type State = {
  readonly open: string;
  readonly owned: readonly Owned[];
  /** The archive that was being removed when Sidetone ended. */
  readonly erasing: string | undefined;
  /** The name that the open archive is being kept under while another one takes its place. */
  readonly replacing: string | undefined;
};

/**
 * Reads a profile's `archives.json` and ends an erasure that a crash cut short. Where the file is
 * missing or odd the newest archive is opened; no archive is ever removed for want of an entry.
 */
export function openArchiveRegister({ folder, file, log }: RegisterTools): ArchiveRegister {
  let state = parse(file.read(), folder);

  const write = (next: State): void => {
    const { open, owned, erasing = null, replacing = null } = next;
    file.write({ open, owned, erasing, replacing });
    state = next;
  };

  /** For what is true on the disk already, or will be noted again: only the log hears of a failure. */
  const note = (next: State): void => {
    state = next;
    try {
      write(next);
    } catch (error) {
      log.error('which archive is whose could not be written down', error);
    }
  };

  const endErasing = (archive: string): boolean => {
    try {
      removeArchive(folder, archive);
      const owned = state.owned.filter((each) => each.file !== archive);
      note({ ...state, owned, erasing: undefined });
      return true;
    } catch (error) {
      log.error('an archive could not be removed', error, { archive });
      return false;
    }
  };

  if (state.replacing !== undefined) {
    try {
      changePlaces(folder, state.open, state.replacing);
      note({ ...state, replacing: undefined });
    } catch (error) {
      log.error('an archive could not take the place of another', error);
    }
  }

  if (state.erasing !== undefined && !endErasing(state.erasing) && state.open === state.erasing) {
    // What the user wanted gone is not opened again; the next start tries once more.
    note({ ...state, open: freeArchiveName(folder, [state.open]) });
  }

  return {
    get open() {
      return state.open;
    },
    claim(account) {
      const owner = state.owned.find((each) => each.file === state.open)?.account;
      if (owner !== undefined) return owner === account;
      if (state.owned.some((each) => each.account === account)) return false;
      note({ ...state, owned: [...state.owned, { file: state.open, account }] });
      return true;
    },
    turnTo(account) {
      const known = state.owned.find((each) => each.account === account)?.file;
      const taken = [state.open, ...state.owned.map((each) => each.file)];
      const open = known ?? freeArchiveName(folder, taken);
      const owned = known === undefined ? [...state.owned, { file: open, account }] : state.owned;
      write({ ...state, open, owned });
    },
    turnBack: (open) => note({ ...state, open }),
    beginErasing: () => write({ ...state, erasing: state.open }),
    finishErasing() {
      if (endErasing(state.open)) return true;
      note({ ...state, erasing: undefined });
      return false;
    },
    replaceOpen(incoming, now) {
      const { open } = state;
      const keptAs = nameReplaced(folder, open, now);
      bringNext(folder, open, incoming);
      try {
        write({ ...state, replacing: keptAs });
        changePlaces(folder, open, keptAs);
      } catch (error) {
        putBack(folder, open, keptAs);
        sendBackNext(folder, open, incoming);
        note({ ...state, replacing: undefined });
        throw error;
      }
      note({ ...state, replacing: undefined });
    },
  };
}

function parse(value: Readonly<Record<string, unknown>>, folder: string): State {
  const { open, owned, erasing, replacing } = value;
  return {
    open: isArchiveName(open) ? open : (newestArchive(folder) ?? firstArchive),
    owned: Array.isArray(owned) ? owned.filter(isOwned) : [],
    erasing: isArchiveName(erasing) ? erasing : undefined,
    replacing: isReplacedName(replacing) ? replacing : undefined,
  };
}

function isOwned(value: unknown): value is Owned {
  if (typeof value !== 'object' || value === null) return false;
  const { file, account } = value as Partial<Record<keyof Owned, unknown>>;
  return isArchiveName(file) && typeof account === 'string';
}
