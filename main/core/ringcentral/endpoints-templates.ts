import { z } from 'zod';
import type { RingCentralApi } from './api.ts';
import { listPage } from './listing.ts';
import { extension } from './paths.ts';
import type { ServerTemplate } from './records.ts';
import type { Requester } from './requester.ts';
import { optionalText, serverId, type RecordReader } from './schemas.ts';

const template = z.looseObject({
  id: serverId,
  displayName: optionalText,
  body: z.looseObject({ text: z.string() }),
  scope: z.enum(['Personal', 'Company']).catch('Personal'),
});

/** A template of the account (API reference, MessageTemplateResponse). */
export const templateReader: RecordReader<ServerTemplate> = {
  read(raw) {
    const { id, displayName, body, scope } = template.parse(raw);
    const [firstLine = ''] = body.text.trim().split('\n');
    return {
      id,
      title: displayName?.trim() || firstLine.slice(0, 60),
      body: body.text,
      scope: scope === 'Company' ? 'company' : 'personal',
    };
  },
};

/** The templates that RingCentral keeps: the user's and, without a `scope`, the company's too. */
export function createTemplates(send: Requester): RingCentralApi['templates'] {
  return {
    async list() {
      const path = `${extension}/message-store-templates`;
      const page = await listPage(send, { path, query: {}, lane: 'user', reader: templateReader });
      return page.kind === 'ok' ? { kind: 'ok', value: page.value.records } : page;
    },
  };
}
