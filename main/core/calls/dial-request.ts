import type { CallQuestion } from '../../../shared/model/calls.ts';
import type { CardId, E164, PhoneId } from '../../../shared/model/ids.ts';
import type { Asker } from '../local-api/asker.ts';

/** A call as it is asked for. */
export type DialRequest = {
  readonly number: string;
  readonly phoneId?: PhoneId | undefined;
  readonly callerId?: E164 | undefined;
  /** What the user has said yes to. */
  readonly confirmed?: readonly CallQuestion[] | undefined;
  /** Why it is called all the same. */
  readonly reason?: string | undefined;
  /** Who it is, where the archive knows no name for the number. */
  readonly name?: string | undefined;
  /** The card it is placed from. */
  readonly cardId?: CardId | undefined;
  /** Of a program that asked for it. */
  readonly asker?: Asker | undefined;
};
