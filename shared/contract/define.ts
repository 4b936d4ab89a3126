import type { z } from 'zod';

/** One call of the bridge: the schema its input must pass, and the type it answers with. */
export type CallDefinition<Input extends z.ZodType, Output> = {
  readonly input: Input;
  /** How large an input may be, in bytes of its structured clone, where that is more than usual. */
  readonly maxBytes?: number;
  /** Never present at run time: it carries the output's type. */
  readonly output?: Output;
};

/** Declares a call: `call(z.strictObject({ … })).returns<Answer>()`. */
export function call<Input extends z.ZodType>(
  input: Input,
  more: { readonly maxBytes?: number } = {},
): { readonly returns: <Output>() => CallDefinition<Input, Output> } {
  return { returns: () => ({ input, ...more }) };
}
