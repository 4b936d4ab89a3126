import type { z } from 'zod';

/** One call of the bridge: the schema its input must pass, and the type it answers with. */
export type CallDefinition<Input extends z.ZodType, Output> = {
  readonly input: Input;
  /** Never present at run time: it carries the output's type. */
  readonly output?: Output;
};

/** Declares a call: `call(z.strictObject({ … })).returns<Answer>()`. */
export function call<Input extends z.ZodType>(
  input: Input,
): { readonly returns: <Output>() => CallDefinition<Input, Output> } {
  return { returns: () => ({ input }) };
}
