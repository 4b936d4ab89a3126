import type { CallOutput, ParsedInput } from '../../../../shared/contract/index.ts';
import type { CountryCode } from '../../../../shared/model/ids.ts';
import type { Result } from '../../../../shared/result.ts';

/** The calls of a window that programs are answered by as well. */
export type AskableCall =
  | 'search.find'
  | 'contacts.list'
  | 'contacts.get'
  | 'notes.add'
  | 'notes.of-call'
  | 'follow-ups.add'
  | 'follow-ups.list'
  | 'timeline.list';

/** Asks as a window does: what a program learns or writes is what the user would. */
export type Ask = <Name extends AskableCall>(
  name: Name,
  input: ParsedInput<Name>,
) => Promise<Result<CallOutput<Name>>> | Result<CallOutput<Name>>;

export type PeopleDeps = {
  readonly ask: Ask;
  /** The country that national numbers are read in. */
  readonly homeCountry: () => CountryCode;
};
