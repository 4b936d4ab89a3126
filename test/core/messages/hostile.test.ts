import { beforeEach, describe, expect, it } from 'vitest';
import type { CountryCode, E164 } from '../../../shared/model/ids.ts';
import type { MessageView, ThreadView } from '../../../shared/model/messages.ts';
import { listMessages } from '../../../main/core/messages/reading/queries.ts';
import { listThreads } from '../../../main/core/messages/threads/queries.ts';
import { messageReader } from '../../../main/core/ringcentral/schemas-records.ts';
import { readList } from '../../../main/core/ringcentral/schemas.ts';
import { toSyncedText } from '../../../main/core/sync/messages/mapping.ts';
import { applyTexts } from '../../../main/core/sync/messages/queries.ts';
import { openInProcessArchive, type InProcessArchive } from '../../db/in-process.ts';
import { startOfTests as t0 } from '../support/manual-clock.ts';

const me = '+15125550123' as E164;
const home = { ownNumbers: [me], country: 'US' as CountryCode };

let archive: InProcessArchive;
beforeEach(() => {
  archive = openInProcessArchive();
});

/** What a record of RingCentral's becomes, from its JSON to what the window is given. */
async function receive(record: object): Promise<{ thread: ThreadView; message: MessageView }> {
  const [read] = readList(
    {
      records: [
        {
          id: 1,
          type: 'SMS',
          direction: 'Inbound',
          readStatus: 'Unread',
          messageStatus: 'Received',
          creationTime: new Date(t0).toISOString(),
          from: { phoneNumber: '+12125550142' },
          to: [{ phoneNumber: me }],
          attachments: [],
          ...record,
        },
      ],
    },
    messageReader,
  ).records;
  const text = read && toSyncedText(read, home);
  if (text === undefined) throw new Error('the record was not read');
  const cursor = { feed: 'messages', token: 'next', at: t0 } as const;
  await archive.write(applyTexts, { texts: [text], deleted: [], unreadable: [], cursor, at: t0 });
  const limit = 10;
  const [thread] = (await archive.read(listThreads, { after: undefined, limit })).items;
  const threadId = thread?.id ?? ('' as never);
  const [message] = (await archive.read(listMessages, { threadId, after: undefined, limit })).items;
  if (thread === undefined || message === undefined) throw new Error('nothing is shown');
  return { thread, message };
}

describe('a text that came in', () => {
  it.each([
    ['markup', '<img src=x onerror=alert(1)><b>bold</b>&amp;'],
    ['controls', '\u0000\u0007\u001b[31mred\u200b\u200d\ufeff'],
    ['what turns the order of reading round', '\u202eevil\u2066\u2067'],
    ['10,000 emoji', '😀'.repeat(10_000)],
    ['half of a pair', 'a\ud83d'],
    ['5,000 addresses', 'https://example.com/a '.repeat(5_000)],
    ['a megabyte', 'W'.repeat(1_048_576)],
  ])('is kept as it is with %s, and listed as a line', async (_what, subject) => {
    const { thread, message } = await receive({ subject });
    expect(message.text.replace(/\ufffd/g, '\ud83d')).toBe(subject);
    expect(thread.lastMessage?.text.length).toBeLessThanOrEqual(400);
  });

  it.each([{ from: undefined }, { from: {} }, { from: null }, { from: 'x' }])(
    'can be without a sender: %j',
    async (record) => {
      const { thread, message } = await receive({ ...record, subject: 'Hello' });
      expect(message.from).toMatchObject({ number: undefined, name: undefined });
      expect(thread.parties).toEqual([expect.objectContaining({ number: undefined })]);
    },
  );

  it('can be from a name that would turn round what stands beside it', async () => {
    const name = '\u202eAda\u2066 Brook\n';
    const { thread, message } = await receive({ from: { name }, subject: 'Hello' });
    expect(message.from.name).toBe('Ada Brook');
    expect(thread.parties[0]?.name).toBe('Ada Brook');
  });

  it.each([{}, { subject: null }, { subject: '', attachments: null }, { attachments: [{}, 7] }])(
    'can be without words and files: %j',
    async (record) => {
      const { thread, message } = await receive(record);
      expect(message).toMatchObject({ text: '', attachments: [] });
      expect(thread.lastMessage).toMatchObject({ text: '', attachments: [] });
    },
  );

  it('has its files with what is known of them, and none of it believed', async () => {
    const uri = 'https://media.ringcentral.com/1';
    const { thread, message } = await receive({
      subject: '',
      attachments: [
        { id: 1, uri, type: 'Text', contentType: 'text/plain' },
        { id: 2, uri, type: 'MmsAttachment', contentType: 'image/png', width: 480, height: 320 },
        { id: 3, uri, type: 'MmsAttachment', contentType: 'image/png', width: -1, height: 1e12 },
        { id: 4, uri, type: 'MmsAttachment', contentType: 7, fileName: '../../a', size: -5 },
        { id: 5, uri, type: 'MmsAttachment', contentType: 'image/svg+xml', fileName: 'a.svg' },
      ],
    });
    expect(message.attachments).toMatchObject([
      {
        id: '2',
        mediaId: `attachment-${message.id}-2`,
        contentType: 'image/png',
        size: { width: 480, height: 320 },
      },
      { id: '3', size: undefined },
      { contentType: 'application/octet-stream', fileName: '../../a', sizeBytes: undefined },
      { contentType: 'image/svg+xml' },
    ]);
    expect(thread.lastMessage?.attachments).toEqual([
      { contentType: 'image/png', fileName: undefined },
      { contentType: 'image/png', fileName: undefined },
      { contentType: 'application/octet-stream', fileName: '../../a' },
      { contentType: 'image/svg+xml', fileName: 'a.svg' },
    ]);
  });
});
