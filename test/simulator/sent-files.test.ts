import { expect, it } from 'vitest';
import { fileTypeFromBuffer } from 'file-type';
import { signedIn } from './support/client.ts';

const MARIA = '+15125550134';

it('people send files of every sort, and their bytes come from the media host', async () => {
  const client = await signedIn();
  const sorts = [
    'picture',
    'voice',
    'video',
    'contact',
    'document',
    'program',
    'disguised',
    'turned',
    'html',
    'drawing',
    'path',
    'endless',
    'broken',
  ] as const;
  const message = client.simulator.account.receiveText({ from: MARIA, text: '', files: sorts });
  expect(message.attachments.map(({ type }) => type)).toEqual(sorts.map(() => 'MmsAttachment'));
  const found: (string | undefined)[] = [];
  for (const { id, contentType } of message.attachments) {
    const { headers, status } = await client.get(`/message-store/${message.id}/content/${id}`);
    expect([status, headers.get('content-type')]).toEqual([200, contentType]);
    const media = `${client.simulator.mediaUrl}/restapi/v1.0/account/~/extension/~`;
    const reply = await fetch(`${media}/message-store/${message.id}/content/${id}`, {
      headers: { Authorization: `Bearer ${client.token}` },
    });
    found.push((await fileTypeFromBuffer(new Uint8Array(await reply.arrayBuffer())))?.mime);
  }
  expect(found.slice(0, 3)).toEqual(['image/png', 'audio/wav', 'video/webm']);
  expect(found[6]).toBe('application/x-msdownload');
});
