import { z } from 'zod';

/** What an error body says, whatever its shape (RingCentral's guide to errors). */
export type ErrorBody = {
  /** The code to show and to log: the most specific one. */
  readonly code: string | undefined;
  /** All codes, the most specific first. */
  readonly codes: readonly string[];
  readonly serverMessage: string | undefined;
  readonly parameterName: string | undefined;
  readonly permissionName: string | undefined;
};

const text = z.string().max(2_000).optional().catch(undefined);
/** RingCentral's and OAuth's are single words; what else stands there may repeat what it was sent. */
const word = z
  .string()
  .regex(/^[\w.-]{1,60}$/)
  .optional()
  .catch(undefined);

const detail = z.looseObject({
  errorCode: word,
  message: text,
  parameterName: text,
  permissionName: text,
});

const errorBody = z.looseObject({
  ...detail.shape,
  error: word,
  error_description: text,
  errors: z.array(detail.catch({})).catch([]).default([]),
});

/**
 * Reads RingCentral's and OAuth's error bodies. The code inside `errors[]` decides, then the outer
 * one, which is a legacy word or a copy; the text never does, it may be translated.
 */
export function readErrorBody(raw: string): ErrorBody {
  const parsed = errorBody.safeParse(parseJson(raw));
  if (!parsed.success) return nothingSaid;
  const { errors, ...outer } = parsed.data;
  const said = [...errors, outer];
  const codes = [...said.map(({ errorCode }) => errorCode), outer.error].filter(
    (code) => code !== undefined,
  );
  return {
    code: codes[0],
    codes,
    serverMessage: firstOf(said.map(({ message }) => message)) ?? outer.error_description,
    parameterName: firstOf(said.map(({ parameterName }) => parameterName)),
    permissionName: firstOf(said.map(({ permissionName }) => permissionName)),
  };
}

const nothingSaid: ErrorBody = {
  code: undefined,
  codes: [],
  serverMessage: undefined,
  parameterName: undefined,
  permissionName: undefined,
};

function parseJson(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}

function firstOf(values: readonly (string | undefined)[]): string | undefined {
  return values.find((value) => value !== undefined);
}
