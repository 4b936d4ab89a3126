import { z } from 'zod';
import { settingsPatch } from '../../../shared/contract/app.ts';
import { checkCrmAddress } from '../../../shared/crm.ts';
import type { Settings } from '../../../shared/model/app.ts';
import { settingNames } from './defaults.ts';
import { currentVersion, migrate, type Fields } from './migrations.ts';

/** What belongs to the account of an archive and not to whoever sits at the computer. */
export const numberNames = ['callFrom', 'smsFrom'] as const;
export type Numbers = Pick<Settings, (typeof numberNames)[number]>;

/** What somebody has chosen; a field that is there and undefined was chosen to be none. */
export type Chosen = Partial<Settings>;

/** A settings file: what was chosen, and what this version of Sidetone makes nothing of. */
export type Stored = {
  /** At least this Sidetone's; a newer one's is kept. */
  readonly version: number;
  readonly chosen: Chosen;
  /** The numbers chosen for each account, by the file of its archive. */
  readonly numbers: Readonly<Record<string, Partial<Numbers>>>;
  /** Fields of another version, and values that make no sense here: written back as they were found. */
  readonly foreign: Fields;
};

/** What a window may set, and what only a dialog of the system's chooses. */
const schemas = settingsPatch.extend({ backupFolder: z.string().min(1).nullish() }).shape;

const numbersSchema = z.record(
  z.string(),
  z.looseObject({
    callFrom: schemas.callFrom.catch(undefined),
    smsFrom: schemas.smsFrom.catch(undefined),
  }),
);

/** A value of a setting as a file has it, null for none; undefined when it makes no sense. */
export function parseSetting<Name extends keyof Settings>(
  name: Name,
  value: unknown,
): { readonly value: Settings[Name] } | undefined {
  if (value === undefined) return undefined;
  const parsed = schemas[name].safeParse(value);
  if (!parsed.success) return undefined;
  const { data } = parsed;
  const isAddress = name === 'crmAddress' && typeof data === 'string';
  if (isAddress && !checkCrmAddress(data).ok) return undefined;
  return { value: (data ?? undefined) as Settings[Name] };
}

export function isSettingName(name: string): name is keyof Settings {
  return (settingNames as readonly string[]).includes(name);
}

/** Reads a file field by field, so that one bad value does not cost the others. */
export function parseStored(value: unknown): Stored {
  const { version: written, ...found } = isRecord(value) ? value : {};
  const version = typeof written === 'number' && Number.isInteger(written) ? written : 0;
  const { numbers: perAccount, ...fields } = migrate(found, Math.max(0, version));
  const chosen: Record<string, unknown> = {};
  const foreign: Record<string, unknown> = {};
  for (const [name, raw] of Object.entries(fields)) {
    const parsed = isSettingName(name) ? parseSetting(name, raw) : undefined;
    if (parsed === undefined) foreign[name] = raw;
    else chosen[name] = parsed.value;
  }
  const numbers = numbersSchema.safeParse(perAccount ?? {});
  if (!numbers.success) foreign['numbers'] = perAccount;
  return {
    version: Math.max(version, currentVersion),
    chosen,
    numbers: numbers.success ? (numbers.data as Stored['numbers']) : {},
    foreign,
  };
}

/** The file as it is written; what was chosen to be none is null there. */
export function toFields({ version, chosen, numbers, foreign }: Stored): Fields {
  const named = Object.entries(chosen).map(([name, value]) => [name, value ?? null] as const);
  const hasNumbers = Object.keys(numbers).length > 0;
  return {
    version,
    ...foreign,
    ...Object.fromEntries(named),
    ...(hasNumbers && { numbers }),
  };
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
