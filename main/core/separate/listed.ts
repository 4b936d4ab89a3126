import type { E164 } from '../../../shared/model/ids.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { MergeValues } from '../../../shared/merge.ts';

/** Someone of a list or a file, before it is known whether a text can go to them. */
export type Listed = {
  readonly name: string | undefined;
  readonly number: E164 | undefined;
  readonly typed: string;
  readonly line: number | undefined;
  readonly values: MergeValues;
  readonly failure: Failure | undefined;
};
