import { failure, type Failure } from '../../../shared/failure.ts';
import type { DraftKey } from '../../../shared/model/drafts.ts';
import { mostRecipients } from '../../../shared/text-limits.ts';
import { useTextOutlook } from '../text-rules/use-text-outlook.ts';
import { useTexts } from './store.ts';
import { isAboutRecipients } from './view-model.ts';

/** Why a text cannot go to those who are named, to be said where they are; before it is sent, too. */
export function useRecipientTrouble(
  draftKey: DraftKey,
  numbers: readonly string[],
): Failure | undefined {
  const refused = useTexts((texts) => texts.failures[draftKey]);
  const refusal = useTextOutlook({ numbers }, undefined)?.refusal;
  if (refused !== undefined && isAboutRecipients(refused)) return refused;
  if (numbers.length > mostRecipients) {
    const params = { limit: mostRecipients };
    return failure('invalid', 'text.too-many-recipients', { field: 'to', params });
  }
  return refusal !== undefined && isAboutRecipients(refusal) ? refusal : undefined;
}
