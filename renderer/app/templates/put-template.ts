import { useQueryClient } from '@tanstack/react-query';
import type { MergeValues } from '../../../shared/merge.ts';
import type { Template } from '../../../shared/model/templates.ts';
import type { Composing } from '../composer/composing.ts';
import { noteBrought } from './store.ts';
import { valuesQuery } from './use-templates.ts';
import { insertionOf } from './view-model.ts';

type Stretch = { readonly start: number; readonly end: number };

/**
 * Puts a template into the field as typing would, in place of a stretch or of what is selected, and
 * selects the first field of it that is still open.
 */
export function usePutTemplate({
  to,
  draftKey,
  field,
  insert,
}: Composing): (template: Template, place?: Stretch) => Promise<void> {
  const client = useQueryClient();
  return async (template, place) => {
    const query = valuesQuery(to);
    const known =
      client.getQueryData<MergeValues>(query.queryKey) ??
      (await client.fetchQuery(query).catch(() => ({})));
    const area = field.current;
    if (area === null) return;
    const start = place?.start ?? area.selectionStart;
    const { text, select, open } = insertionOf(template, known);
    area.setSelectionRange(start, place?.end ?? area.selectionEnd);
    insert(text);
    noteBrought(draftKey, open);
    if (select) area.setSelectionRange(start + select.start, start + select.end);
  };
}
