import { z } from 'zod';
import type { PolicyFile } from '../ports.ts';
import { personalNames } from './defaults.ts';
import type { Fields } from './migrations.ts';
import { isSettingName, parseSetting, type Chosen } from './stored.ts';

/** What an administrator has decided for everybody at this computer. */
export type Policy = {
  /** Instead of Sidetone's own defaults; users may choose otherwise. */
  readonly defaults: Chosen;
  /** What users cannot change. */
  readonly locked: Chosen;
  /** The only servers to sign in at; undefined: any. */
  readonly serverUrls: readonly string[] | undefined;
  /** Where the file is, when there is one. */
  readonly file: string | undefined;
  /** Parts of the file that were left out because they make no sense, as `locked.theme`. */
  readonly leftOut: readonly string[];
  /** Why the whole file was left out, if it was. */
  readonly ignored: (PolicyFile & { readonly state: 'ignored' }) | undefined;
};

export const noPolicy: Policy = {
  defaults: {},
  locked: {},
  serverUrls: undefined,
  file: undefined,
  leftOut: [],
  ignored: undefined,
};

/** The version of the file that this Sidetone reads. */
const version = 1;

const parts: ReadonlySet<string> = new Set(['version', 'defaults', 'locked', 'signIn']);
const addresses = z.array(z.httpUrl()).min(1).max(20);

/** Judges a policy file field by field: what makes no sense is left out and named, the rest holds. */
export function parsePolicy(file: PolicyFile): Policy {
  switch (file.state) {
    case 'none':
      return noPolicy;
    case 'ignored':
      return { ...noPolicy, ignored: file };
    case 'read':
      return parseRead(file.path, file.value);
  }
}

function parseRead(path: string, value: unknown): Policy {
  if (!isRecord(value)) {
    return { ...noPolicy, ignored: { state: 'ignored', path, because: 'not-json' } };
  }
  if (value['version'] !== version) {
    return { ...noPolicy, ignored: { state: 'ignored', path, because: 'other-version' } };
  }
  const defaults = parseFields('defaults', value['defaults']);
  const locked = parseFields('locked', value['locked']);
  const signIn = parseSignIn(value['signIn']);
  return {
    defaults: defaults.chosen,
    locked: locked.chosen,
    serverUrls: signIn.serverUrls,
    file: path,
    leftOut: [
      ...Object.keys(value).filter((name) => !parts.has(name)),
      ...defaults.leftOut,
      ...locked.leftOut,
      ...signIn.leftOut,
    ],
    ignored: undefined,
  };
}

type ReadFields = { readonly chosen: Chosen; readonly leftOut: readonly string[] };

function parseFields(part: 'defaults' | 'locked', value: unknown): ReadFields {
  if (value === undefined) return { chosen: {}, leftOut: [] };
  if (!isRecord(value)) return { chosen: {}, leftOut: [part] };
  const chosen: Record<string, unknown> = {};
  const leftOut: string[] = [];
  for (const [name, raw] of Object.entries(value)) {
    const isMeant = isSettingName(name) && !personalNames.includes(name);
    const parsed = isMeant ? parseSetting(name, raw) : undefined;
    if (parsed === undefined) leftOut.push(`${part}.${name}`);
    else chosen[name] = parsed.value;
  }
  return { chosen, leftOut };
}

/** A list that makes no sense lets nobody in: it was meant to keep people from other servers. */
function parseSignIn(value: unknown): Pick<Policy, 'serverUrls' | 'leftOut'> {
  if (value === undefined) return { serverUrls: undefined, leftOut: [] };
  const found = isRecord(value) ? value['serverUrls'] : undefined;
  const parsed = addresses.safeParse(found);
  if (!parsed.success) return { serverUrls: [], leftOut: ['signIn.serverUrls'] };
  return { serverUrls: parsed.data.map((address) => new URL(address).origin), leftOut: [] };
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
