import { parseEnv } from 'node:util';
import { failure, type Failure } from '../../../shared/failure.ts';
import type { CountryCode } from '../../../shared/model/ids.ts';
import { toE164 } from '../../../shared/phone/parse.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { parseServerUrl } from '../ringcentral/hosts.ts';
import {
  maskAddress,
  maskNumber,
  maskSecret,
  maskUnlessGood,
  maskUserName,
} from './import-masks.ts';
import { isClientId } from './way.ts';

/** The variables of older set-ups, in the order they are shown. */
export const importVariables = [
  'RINGCENTRAL_SERVER_URL',
  'RINGCENTRAL_CLIENT_ID',
  'RINGCENTRAL_CLIENT_SECRET',
  'RINGCENTRAL_JWT',
  'RINGCENTRAL_USERNAME',
  'RINGCENTRAL_EXTENSION',
  'RINGCENTRAL_PASSWORD',
  'RINGCENTRAL_PHONE_NUMBER',
] as const;
export type ImportVariable = (typeof importVariables)[number];

/** What was found, untouched; an empty value counts as not there. */
export type ImportValues = Readonly<Partial<Record<ImportVariable, string>>>;

/** Numbers of an import without a country are read as most of RingCentral's customers write them. */
const usualCountry = 'US' as CountryCode;

/** The longest that the sign-in form takes. */
const longestJwt = 8_000;

/** Reads the text of a `.env`. Fails with `import.unreadable` or `import.nothing-found`. */
export function readEnvText(text: string): Result<ImportValues> {
  // A file of Windows may begin with a byte-order mark, which would be part of the first name.
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const lines = plain.split('\n').filter((line) => /^\s*[^\s#]/.test(line));
  const isEnv = lines.some((line) => /^\s*(?:export\s+)?[A-Za-z_]\w*\s*=/.test(line));
  if (plain.includes('\0') || (lines.length > 0 && !isEnv))
    return fail(failure('invalid', 'import.unreadable', { field: 'text' }));
  return pickValues(parseEnv(plain));
}

/** Picks RingCentral's from other variables. Fails with `import.nothing-found`. */
export function pickValues(
  variables: Readonly<Record<string, string | undefined>>,
): Result<ImportValues> {
  const found = importVariables.flatMap((name) => {
    const value = variables[name]?.trim();
    return value ? [[name, value] as const] : [];
  });
  if (found.length === 0)
    return fail(failure('invalid', 'import.nothing-found', { field: 'text' }));
  return ok(Object.fromEntries(found));
}

/** How each is shown to someone who looks over the user's shoulder; `isGood`: it can be used. */
export const maskOf: Readonly<Record<ImportVariable, (value: string, isGood: boolean) => string>> =
  {
    RINGCENTRAL_SERVER_URL: maskAddress,
    RINGCENTRAL_CLIENT_ID: maskUnlessGood,
    RINGCENTRAL_CLIENT_SECRET: maskSecret,
    RINGCENTRAL_JWT: maskSecret,
    RINGCENTRAL_USERNAME: maskUserName,
    RINGCENTRAL_EXTENSION: maskUnlessGood,
    RINGCENTRAL_PASSWORD: maskSecret,
    RINGCENTRAL_PHONE_NUMBER: maskNumber,
  };

/** Why a value cannot be used; undefined when nothing speaks against it. */
export function judgeValue(variable: ImportVariable, value: string): Failure | undefined {
  switch (variable) {
    case 'RINGCENTRAL_SERVER_URL': {
      const server = parseServerUrl(value);
      return server.ok ? undefined : server.failure;
    }
    case 'RINGCENTRAL_CLIENT_ID':
      return isClientId(value)
        ? undefined
        : failure('invalid', 'session.client-id-invalid', { field: variable });
    case 'RINGCENTRAL_CLIENT_SECRET':
      return /^\S{1,200}$/.test(value) ? undefined : unlike(variable, 'one word without spaces');
    case 'RINGCENTRAL_JWT':
      return value.length <= longestJwt && /^[\w-]+\.[\w-]+\.[\w-]+$/.test(value)
        ? undefined
        : unlike(variable, 'three parts with a dot between each');
    case 'RINGCENTRAL_EXTENSION':
      return /^\d{1,10}$/.test(value) ? undefined : unlike(variable, 'the digits of an extension');
    case 'RINGCENTRAL_PHONE_NUMBER':
      return toE164(value, usualCountry) === undefined
        ? unlike(variable, 'a phone number with its country code, such as +1 and ten digits')
        : undefined;
    case 'RINGCENTRAL_USERNAME':
    case 'RINGCENTRAL_PASSWORD':
      return undefined;
  }
}

function unlike(variable: ImportVariable, expected: string): Failure {
  return failure('invalid', 'import.value-invalid', {
    field: variable,
    params: { variable, expected },
  });
}
