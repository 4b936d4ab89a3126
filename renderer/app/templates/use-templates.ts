import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DraftKey } from '../../../shared/model/drafts.ts';
import type { TemplateId } from '../../../shared/model/ids.ts';
import { ask } from '../bridge.ts';
import { useOfWriting } from '../composer/store.ts';
import { useSettings } from '../queries.ts';
import type { TextTo } from '../send-text.ts';
import { useTemplateMenus } from './store.ts';
import { openFieldObstacle } from './view-model.ts';

/** The templates; main asks RingCentral anew now and then when they are read. */
export function useTemplates(isWanted = true) {
  return useQuery({
    queryKey: ['templates'],
    queryFn: () => ask('templates.list', undefined),
    enabled: isWanted,
    staleTime: 0,
  });
}

/** What fields say in a text to these people. */
export function valuesQuery(to: TextTo) {
  const input = 'threadId' in to ? to : { numbers: [...to.numbers] };
  return {
    queryKey: ['templates', 'values', input],
    queryFn: () => ask('templates.values', { to: input }),
    staleTime: 60_000,
  };
}

/** Changes of the user's own templates; each shows at once what main has then. */
export function useChangeTemplates() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: ['templates'] });
  const save = useMutation({
    networkMode: 'always',
    mutationFn: (template: { templateId?: TemplateId; title: string; body: string }) =>
      ask('templates.save', template),
    onSettled,
  });
  const remove = useMutation({
    networkMode: 'always',
    mutationFn: (templateId: TemplateId) => ask('templates.remove', { templateId }),
    onSettled,
  });
  const order = useMutation({
    networkMode: 'always',
    mutationFn: (templateIds: readonly TemplateId[]) =>
      ask('templates.order', { templateIds: [...templateIds] }),
    onSettled,
  });
  return { save, remove, order };
}

/** Why what is written cannot go yet: a field of a template was not filled in. */
export function useOpenFields(draftKey: DraftKey, isGroup: boolean): string | undefined {
  const ownFields = useSettings().data?.ownFields ?? [];
  const brought = useTemplateMenus((menus) => menus.brought[draftKey]) ?? [];
  const names = ownFields.map(({ name }) => name);
  return useOfWriting(draftKey, ({ text }) => openFieldObstacle(text, names, brought, isGroup));
}
