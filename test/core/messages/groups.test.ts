import { describe, expect, it } from 'vitest';
import type { ClientId, CountryCode, E164 } from '../../../shared/model/ids.ts';
import type { ServerMessage } from '../../../main/core/ringcentral/records.ts';
import { toSyncedText, type Home } from '../../../main/core/sync/messages/mapping.ts';
import { applyTexts } from '../../../main/core/sync/messages/queries.ts';
import { settled } from '../support/manual-clock.ts';
import { ada, bob, mainNumber } from '../support/session.ts';
import { startTexts, type TextHarness } from './harness.ts';

const cleo = '+14155550107' as E164;
const conversation = '9007199254740993123';
const home: Home = { ownNumbers: [mainNumber], country: 'US' as CountryCode };

const party = (phoneNumber: string) => ({
  phoneNumber,
  extensionNumber: undefined,
  name: undefined,
});

/** A record as RingCentral has it: the numbers in whatever form and order they come. */
function recordOf(
  id: string,
  at: number,
  from: string,
  to: readonly string[],
  conversationId: string | undefined = conversation,
): ServerMessage {
  const isOwn = from === mainNumber;
  return {
    id,
    type: 'SMS',
    direction: isOwn ? 'Outbound' : 'Inbound',
    readStatus: isOwn ? 'Read' : 'Unread',
    messageStatus: isOwn ? 'Sent' : 'Received',
    subject: `text ${id}`,
    createdAt: at,
    modifiedAt: at,
    from: party(from),
    to: to.map(party),
    conversationId,
    attachments: [],
    deliveryErrorCode: undefined,
  } as unknown as ServerMessage;
}

async function sync(texts: TextHarness, ...records: readonly ServerMessage[]): Promise<void> {
  await texts.archive.write(applyTexts, {
    texts: records.flatMap((record) => toSyncedText(record, home) ?? []),
    deleted: [],
    unreadable: [],
    cursor: undefined,
    at: texts.clock.now(),
  });
}

async function sendToGroup(texts: TextHarness) {
  const sent = await texts.messages.send({
    clientId: 'group-1' as ClientId,
    to: { numbers: [ada, bob, cleo] },
    text: 'Lunch?',
    files: [],
    confirmed: [],
  });
  if (!sent.ok) throw new Error(sent.failure.message);
  return sent.value.threadId;
}

async function threads(texts: TextHarness) {
  return (await texts.messages.listThreads({ limit: 50 })).items;
}

const said = async (texts: TextHarness) => {
  const [thread] = await threads(texts);
  const { items } = await texts.messages.list(thread!.id, { limit: 50 });
  return items
    .toReversed()
    .map(({ text, from, direction }) => [direction === 'outbound' ? 'me' : from.number, text]);
};

describe('a group that the user has written to first', () => {
  it('stays one thread when its members answer, in whatever order the numbers come', async () => {
    const texts = await startTexts();
    const threadId = await sendToGroup(texts);
    await texts.clock.advance(60_000);
    await settled();
    const at = texts.clock.now();
    await sync(
      texts,
      recordOf('a1', at + 1_000, bob, [cleo, mainNumber, ada]),
      recordOf('a2', at + 2_000, cleo, [ada, bob, mainNumber]),
    );
    expect((await threads(texts)).map(({ id }) => id)).toEqual([threadId]);
    expect(await said(texts)).toEqual([
      ['me', 'Lunch?'],
      [bob, 'text a1'],
      [cleo, 'text a2'],
    ]);
  });

  it('does so before the server’s answer to the first text has come', async () => {
    const texts = await startTexts();
    texts.client.isWaiting = true;
    texts.client.answerSend = () => new Promise(() => undefined);
    const threadId = await sendToGroup(texts);
    await texts.clock.advance(60_000);
    await sync(texts, recordOf('a1', texts.clock.now(), ada, [mainNumber, cleo, bob]));
    expect((await threads(texts)).map(({ id }) => id)).toEqual([threadId]);
  });

  it('keeps to the conversation when a member comes under another number or form', async () => {
    const texts = await startTexts();
    const threadId = await sendToGroup(texts);
    await texts.clock.advance(60_000);
    await settled();
    const at = texts.clock.now();
    // As the numbers are written nationally: the same people.
    const national = [bob.slice(2), mainNumber, cleo.slice(2)];
    await sync(texts, recordOf('a1', at + 1_000, ada.slice(2), national));
    // A member has another number now: the conversation is what it was.
    await sync(texts, recordOf('a2', at + 2_000, '+14155550177', [mainNumber, bob, cleo]));
    expect((await threads(texts)).map(({ id }) => id)).toEqual([threadId]);
    expect((await said(texts)).at(-1)).toEqual(['+14155550177', 'text a2']);
  });
});

describe('a group that another has begun', () => {
  it('is the thread that the user answers in, and one with others is another', async () => {
    const texts = await startTexts();
    const at = texts.clock.now();
    await sync(texts, recordOf('a1', at, ada, [bob, mainNumber, cleo]));
    const threadId = await sendToGroup(texts);
    expect((await threads(texts)).map(({ id }) => id)).toEqual([threadId]);
    await sync(texts, recordOf('b1', at + 1_000, ada, [bob, mainNumber], '9007199254740993124'));
    expect(await threads(texts)).toHaveLength(2);
  });
});
