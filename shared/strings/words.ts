import type { en } from './en.ts';

/** Literal texts become text; functions, lists and groups stay what they are. */
type Widened<T> = T extends string
  ? string
  : T extends (...values: infer Values) => infer Said
    ? (...values: Values) => Widened<Said>
    : T extends readonly (infer Item)[]
      ? readonly Widened<Item>[]
      : T extends object
        ? { readonly [Name in keyof T]: Widened<T[Name]> }
        : T;

/** Every word Sidetone says: what each language has to have. English gives the shape. */
export type Words = Widened<typeof en>;
