import { z } from 'zod';
import type { Template, TemplatesView } from '../model/templates.ts';
import { call } from './define.ts';
import { nothing, templateId } from './fields.ts';

export const templatesContract = {
  'templates.list': call(nothing).returns<TemplatesView>(),
  /** Without an id a new one is made, last in the order. */
  'templates.save': call(
    z.strictObject({
      templateId: templateId.optional(),
      title: z.string().trim().min(1).max(60),
      body: z.string().trim().min(1).max(1000),
    }),
  ).returns<Template>(),
  'templates.remove': call(z.strictObject({ templateId })).returns<void>(),
  'templates.order': call(
    z.strictObject({ templateIds: z.array(templateId).max(500) }),
  ).returns<void>(),
};
