import type { Failure } from '../failure.ts';
import type { EpochMs, TemplateId } from './ids.ts';

/** A text to begin with; `{first name}`, `{company}` and own fields are filled in. */
export type Template = {
  readonly id: TemplateId;
  readonly title: string;
  readonly body: string;
  /** `account` ones are RingCentral's and are changed there. */
  readonly source: 'own' | 'personal' | 'company';
  readonly changedAt: EpochMs | undefined;
};

export type TemplatesView = {
  readonly own: readonly Template[];
  readonly account: readonly Template[];
  /** Why the account's are not here, or not up to date. */
  readonly obstacle: Failure | undefined;
};
