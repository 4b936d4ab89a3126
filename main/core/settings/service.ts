import { checkCrmAddress } from '../../../shared/crm.ts';
import { failure } from '../../../shared/failure.ts';
import type { Settings } from '../../../shared/model/app.ts';
import type { SettingsStanding } from '../../../shared/model/settings.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { language } from '../../../shared/strings/language.ts';
import type { Events } from '../events.ts';
import type { Log, SettingsStore } from '../ports.ts';
import { defaultSettings, settingNames } from './defaults.ts';
import type { Fields } from './migrations.ts';
import { noPolicy, type Policy } from './policy.ts';
import { numberNames, parseStored, toFields, type Chosen, type Stored } from './stored.ts';

export type SettingsService = {
  get(): Settings;
  /**
   * Changes what the patch names; nothing is changed when the file cannot be written, or when an
   * administrator has set one of the fields (`settings.locked`).
   */
  set(patch: Chosen): Result<Settings>;
  /** What an administrator has set, and what differs from what holds by default. */
  getStanding(): SettingsStanding;
  /** Takes choices back: what holds by default holds again. */
  reset(names: readonly (keyof Settings)[]): Result<Settings>;
  /** What was chosen, as it goes to another computer: numbers and folders stay with this one. */
  toCarried(): Fields;
  /** Puts what was chosen at another computer in place of what was chosen here; answers the way back. */
  takeCarried(fields: unknown): Result<{ readonly undo: () => void }>;
  /** Forgets which of the account's numbers were chosen: its archive is being erased. */
  forgetNumbers(): Result<Settings>;
  readonly policy: Policy;
  /** Where a settings file that could not be read has been kept, if that happened. */
  readonly damagedKeptAs: string | undefined;
};

export type SettingsDeps = {
  readonly store: SettingsStore;
  readonly log: Log;
  readonly events: Pick<Events, 'changed'>;
  readonly policy?: Policy;
  /** The archive whose account the chosen numbers belong to. */
  readonly archiveFile: string;
};

/** What stays with a computer and its account. */
const atHome: readonly (keyof Settings)[] = [...numberNames, 'backupFolder'];

/** The user's choices, read once; a value that makes no sense counts as not chosen. */
export function createSettings(deps: SettingsDeps): SettingsService {
  const { policy = noPolicy, archiveFile } = deps;
  const { value, damaged } = deps.store.read();
  let stored = parseStored(value);
  const byDefault = ({ chosen }: Stored): Settings => {
    const choice = policy.locked.language ?? chosen.language ?? policy.defaults.language;
    const spoken = choice === undefined || choice === 'system' ? language() : choice;
    return { ...defaultSettings(spoken), ...policy.defaults };
  };
  const effective = (from: Stored): Settings => ({
    ...byDefault(from),
    ...from.chosen,
    ...from.numbers[archiveFile],
    ...policy.locked,
  });
  let settings = effective(stored);

  const changedNames = (): readonly (keyof Settings)[] => {
    const usual = byDefault(stored);
    return settingNames.filter((name) => !isSame(settings[name], usual[name]));
  };

  const write = (next: Stored): Result<Settings> => {
    try {
      deps.store.write(toFields(next));
    } catch (error) {
      deps.log.error('the settings could not be written', error);
      return fail(failure('internal', 'settings.not-saved'));
    }
    stored = next;
    settings = effective(stored);
    deps.events.changed({ area: 'settings' });
    return ok(settings);
  };

  return {
    get: () => settings,
    set(patch) {
      const { crmAddress } = patch;
      const checked = crmAddress === undefined ? ok() : checkCrmAddress(crmAddress);
      if (!checked.ok) return checked;
      const changed = namesOf(patch).filter((name) => !isSame(patch[name], settings[name]));
      const field = changed.find((name) => name in policy.locked);
      if (field !== undefined) return fail(failure('rejected', 'settings.locked', { field }));
      return write(withChosen(stored, archiveFile, patch));
    },
    getStanding: () => ({
      locked: namesOf(policy.locked),
      changed: changedNames(),
    }),
    reset: (names) => write(without(stored, archiveFile, names)),
    toCarried: () => toFields({ ...without(stored, archiveFile, atHome), numbers: {} }),
    takeCarried(fields) {
      const before = stored;
      const carried = parseStored(fields);
      const kept = Object.fromEntries(
        atHome.flatMap((name) => (name in stored.chosen ? [[name, stored.chosen[name]]] : [])),
      );
      const { chosen } = without(carried, archiveFile, atHome);
      const taken = write({ ...carried, chosen: { ...chosen, ...kept }, numbers: stored.numbers });
      return taken.ok ? ok({ undo: () => void write(before) }) : taken;
    },
    forgetNumbers: () => write(without(stored, archiveFile, numberNames)),
    policy,
    damagedKeptAs: damaged?.keptAs,
  };
}

function withChosen(stored: Stored, archiveFile: string, patch: Chosen): Stored {
  const names = namesOf(patch);
  const pick = (of: (name: keyof Settings) => boolean): Chosen =>
    Object.fromEntries(names.filter(of).map((name) => [name, patch[name]]));
  const isNumber = (name: keyof Settings): boolean =>
    (numberNames as readonly string[]).includes(name);
  const ofAccount = { ...stored.numbers[archiveFile], ...pick(isNumber) };
  return {
    ...stored,
    chosen: { ...stored.chosen, ...pick((name) => !isNumber(name)) },
    numbers: names.some(isNumber)
      ? { ...stored.numbers, [archiveFile]: ofAccount }
      : stored.numbers,
    // What another version has put there is not what the user has chosen now.
    foreign: leaveOut(stored.foreign, names),
  };
}

function without(stored: Stored, archiveFile: string, names: readonly (keyof Settings)[]): Stored {
  const { [archiveFile]: ofAccount, ...others } = stored.numbers;
  const left = leaveOut(ofAccount ?? {}, names);
  return {
    ...stored,
    chosen: leaveOut(stored.chosen, names),
    numbers: Object.keys(left).length > 0 ? { ...others, [archiveFile]: left } : others,
    foreign: leaveOut(stored.foreign, names),
  };
}

function leaveOut<Record extends object>(record: Record, names: readonly string[]): Record {
  const kept = Object.entries(record).filter(([name]) => !names.includes(name));
  return Object.fromEntries(kept) as Record;
}

const namesOf = (patch: Chosen): (keyof Settings)[] => Object.keys(patch) as (keyof Settings)[];

/** Settings are plain data, always written in the same order. */
const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
