import { z } from 'zod';
import type { MergeValues } from '../merge.ts';
import type { Template, TemplatesView } from '../model/templates.ts';
import { longestText } from '../text-limits.ts';
import { call } from './define.ts';
import { nothing, templateId, threadId, typedNumber } from './fields.ts';

export const templatesContract = {
  'templates.list': call(nothing).returns<TemplatesView>(),
  /** Without an id a new one is made, last in the order. */
  'templates.save': call(
    z.strictObject({
      templateId: templateId.optional(),
      title: z.string().trim().min(1).max(60),
      body: z.string().trim().min(1).max(longestText),
    }),
  ).returns<Template>(),
  'templates.remove': call(z.strictObject({ templateId })).returns<void>(),
  /** What the fields of a text to someone say: of one person all, of several only the user's own. */
  'templates.values': call(
    z.strictObject({
      to: z.union([
        z.strictObject({ threadId }),
        z.strictObject({ numbers: z.array(typedNumber).max(50) }),
      ]),
    }),
  ).returns<MergeValues>(),
  'templates.order': call(
    z.strictObject({ templateIds: z.array(templateId).max(500) }),
  ).returns<void>(),
};
