import { z } from 'zod';
import type { Failure } from '../../../shared/failure.ts';

const number = z.string().min(1).max(1_000);

/** What the command line asks for; it comes from another process and is read like anything from outside. */
export const command = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('call'),
    number,
    /** `--yes`: place it, unless something has to be asked. */
    isConfirmed: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('text'),
    number,
    body: z.string().max(10_000).optional(),
    /** `--yes`: send it. */
    isConfirmed: z.boolean(),
  }),
]);
export type Command = z.infer<typeof command>;

/** What became of a command. `who` is a name or a number as it is written. */
export type CommandOutcome =
  /** A card asks about it. */
  | { readonly became: 'proposed'; readonly who: string }
  /** `--yes` was not enough: this has to be answered on the card. */
  | { readonly became: 'asked'; readonly who: string; readonly why: Failure }
  | { readonly became: 'ringing'; readonly who: string; readonly phone: string }
  /** The composer holds it; nothing has been sent. */
  | { readonly became: 'composed'; readonly who: string }
  /** `--yes` was not enough: the composer holds it, and this has to be answered there. */
  | { readonly became: 'kept'; readonly who: string; readonly why: Failure }
  | { readonly became: 'accepted'; readonly who: string }
  | { readonly became: 'refused'; readonly failure: Failure };
