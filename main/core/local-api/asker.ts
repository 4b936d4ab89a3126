import type { E164 } from '../../../shared/model/ids.ts';

/** A call or a text that another program asked for: what is noted with it. */
export type Asker = {
  /** Of the row that knows what was asked. */
  readonly requestId: string;
  /** The program's name, as the log keeps it. */
  readonly program: string;
};

/** What a card knows of the program that asked for it. */
export type AskedCall = Asker & {
  readonly programId: string;
  /** The number that the other side is to see, where the program said so. */
  readonly callerId: E164 | undefined;
};
