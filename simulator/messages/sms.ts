import { ok } from '../http/message.ts';
import type { Handler } from '../http/routes.ts';
import { conversationIdOf } from '../state/ids.ts';
import type { Attachment, Message } from '../state/types.ts';
import { outsideParty, ownParty } from '../telephony/call-parties.ts';
import type { World } from '../world.ts';
import { textAttachment } from './inbound-texts.ts';
import { addMessage } from './message-changes.ts';
import { toMessageJson } from './message-json.ts';
import type { SentFile } from './sms-request.ts';
import { readSmsRequest } from './sms-request.ts';
import { checkFiles, checkRecipients, checkSender, requireFields } from './sms-rules.ts';
import { startTextLife } from './text-life.ts';

/** POST …/sms and …/mms: accepted means Queued, nothing more (RingCentral's guide to SMS). */
export const postSms: Handler = (world, { request }) => {
  const { body, files } = readSmsRequest(request);
  const fields = requireFields(body, files.length > 0);
  const recipients = checkRecipients(world, fields.to);
  const sender = checkSender(world, fields.from, recipients, files.length > 0);
  checkFiles(files);
  const message = newText(world, {
    from: sender,
    to: recipients,
    text: fields.text,
    files,
  });
  addMessage(world, message);
  startTextLife(world, message);
  return ok(toMessageJson(world, message));
};

type NewText = {
  readonly from: string;
  readonly to: readonly string[];
  readonly text: string;
  readonly files: readonly SentFile[];
};

function newText(world: World, { from, to, text, files }: NewText): Message {
  const now = world.clock.now();
  const id = world.ids.message();
  return {
    id,
    type: 'SMS',
    direction: 'Outbound',
    readStatus: 'Read',
    status: 'Queued',
    availability: 'Alive',
    subject: text,
    createdAt: now,
    modifiedAt: now,
    from: ownParty(world, from),
    to: to.map((number) => recipient(world, number, to.length > 1)),
    conversationId: conversationIdOf(from, to),
    attachments: [
      ...(text === '' ? [] : [textAttachment(id, text)]),
      ...files.map((file, index) => fileAttachment(id + index + 1, file)),
    ],
    segmentCount: segmentsOf(text),
  };
}

function recipient(world: World, number: string, group: boolean): Message['to'][number] {
  const party = outsideParty(number);
  if (!group) return party;
  return { ...party, recipientId: String(world.ids.message()), messageStatus: 'Queued' };
}

function fileAttachment(id: number, file: SentFile): Attachment {
  return {
    id,
    type: 'MmsAttachment',
    contentType: file.contentType,
    fileName: file.name,
    size: file.bytes.length,
    media: { kind: 'bytes', base64: file.bytes.toString('base64') },
  };
}

/** 160 characters fit one segment, 153 each of several; 70 and 67 outside the GSM alphabet. */
function segmentsOf(text: string): number {
  const plain = /^[\n\r -~£¥èéùìòÇØøÅåÆæßÉÄÖÑÜ§¿äöñüà¡]*$/.test(text);
  const [single, several] = plain ? [160, 153] : [70, 67];
  return text.length <= single ? 1 : Math.ceil(text.length / several);
}
