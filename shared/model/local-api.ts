import type { Failure } from '../failure.ts';
import type { EpochMs } from './ids.ts';

/**
 * What a token lets a program do: look at calls, texts and people; send texts; ask for calls; write
 * notes.
 */
export const apiScopes = ['read', 'text', 'call', 'note'] as const;
export type ApiScope = (typeof apiScopes)[number];

/** What a program may do, as the user has said. */
export type ApiRights = {
  readonly scopes: readonly ApiScope[];
  /** Its calls ring without a card, unless something has to be asked. */
  readonly callsAtOnce: boolean;
};

/** A program that has a token; the token itself is known to nobody but the program. */
export type ApiProgram = ApiRights & {
  readonly id: string;
  /** What the user calls it. */
  readonly name: string;
  /** The last characters of its token, to tell it from another. */
  readonly hint: string;
  readonly createdAt: EpochMs;
  readonly lastUsedAt: EpochMs | undefined;
};

/** Whether other programs can ask, and at which port of this computer. */
export type ApiStanding =
  | { readonly state: 'off' }
  | { readonly state: 'listening'; readonly port: number; readonly address: string }
  | { readonly state: 'failed'; readonly port: number; readonly failure: Failure };

export type ApiView = {
  readonly standing: ApiStanding;
  /** Of the account that is open; the newest first. */
  readonly programs: readonly ApiProgram[];
};

/** A token that has just been made; it is shown this once. */
export type NewApiToken = { readonly token: string; readonly program: ApiProgram };
