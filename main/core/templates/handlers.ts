import { ok } from '../../../shared/result.ts';
import type { Handlers } from '../rpc/router.ts';
import type { Templates } from './service.ts';

type TemplateCall =
  'templates.list' | 'templates.save' | 'templates.remove' | 'templates.order' | 'templates.values';

/** Answers the contract's `templates.*`. */
export function createTemplateHandlers(templates: Templates): Handlers<TemplateCall> {
  return {
    'templates.list': async () => ok(await templates.list()),
    'templates.save': (template) => templates.save(template),
    'templates.remove': ({ templateId }) => templates.remove(templateId),
    'templates.order': async ({ templateIds }) => {
      await templates.order(templateIds);
      return ok();
    },
    'templates.values': async ({ to }) => ok(await templates.values(to)),
  };
}
