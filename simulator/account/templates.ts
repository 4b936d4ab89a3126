import type { JsonObject } from '../http/body.ts';
import { jsonObject, objectField, textField } from '../http/body.ts';
import { invalidValue, resourceNotFound } from '../http/errors.ts';
import { json, noContent, ok } from '../http/message.ts';
import { oneOf } from '../http/query.ts';
import type { Handler } from '../http/routes.ts';
import type { MessageTemplate } from '../state/types.ts';
import type { World } from '../world.ts';

const MAX_TEXT_UNITS = 1_000;

/** The user's own text templates and the company's; of one scope where it is named. */
export const getTemplates: Handler = (world, { request }) => {
  const wanted = oneOf(request.query, 'scope', ['Company', 'Personal'], 'Personal');
  const isNarrowed = request.query.has('scope');
  const templates = world.state.templates.filter(
    ({ scope = 'Personal' }) => !isNarrowed || scope === wanted,
  );
  return ok({ records: templates.map(templateJson) });
};

export const getTemplate: Handler = (world, { params }) =>
  ok(templateJson(requireTemplate(world, params['templateId'])));

export const postTemplate: Handler = (world, { request }) => {
  const template = { id: String(world.ids.contact()), ...contentOf(jsonObject(request)) };
  world.state.templates.push(template);
  world.changed();
  return json(201, templateJson(template));
};

export const putTemplate: Handler = (world, { request, params }) => {
  const template = requireTemplate(world, params['templateId']);
  Object.assign(template, contentOf(jsonObject(request)));
  world.changed();
  return ok(templateJson(template));
};

export const deleteTemplate: Handler = (world, { params }) => {
  const template = requireTemplate(world, params['templateId']);
  world.state.templates = world.state.templates.filter((other) => other !== template);
  world.changed();
  return noContent;
};

function contentOf(body: JsonObject): { readonly displayName: string; readonly text: string } {
  const displayName = textField(body, 'displayName');
  const text = textField(objectField(body, 'body'), 'text');
  if (displayName === undefined) throw invalidValue('displayName');
  if (text === undefined || text.length > MAX_TEXT_UNITS) throw invalidValue('body.text');
  return { displayName, text };
}

function requireTemplate(world: World, id: string | undefined): MessageTemplate {
  const template = world.state.templates.find((entry) => entry.id === id);
  if (!template) throw resourceNotFound('templateId');
  return template;
}

function templateJson({ id, displayName, text, scope = 'Personal' }: MessageTemplate): object {
  return { id, displayName, body: { text }, scope };
}
