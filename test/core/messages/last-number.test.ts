import { expect, it } from 'vitest';
import type { ClientId, E164 } from '../../../shared/model/ids.ts';
import { readLastSender } from '../../../main/core/text-rules/queries.ts';
import { ada, mainNumber, secondNumber } from '../support/session.ts';
import { startTexts } from './harness.ts';

it('a new text goes on from the number that wrote to these people last', async () => {
  const texts = await startTexts();
  texts.session.isSignedIn = false;
  let clients = 0;
  const send = async (from?: E164): Promise<E164 | undefined> => {
    await texts.clock.advance(1_000);
    const clientId = `last-${(clients += 1)}` as ClientId;
    const to = { numbers: [ada] };
    const result = await texts.messages.send({ clientId, to, text: 'Hello', from });
    if (!result.ok) throw new Error(result.failure.message);
    return (await texts.messages.getThread(result.value.threadId))?.ownNumber;
  };
  expect(await send()).toBe(mainNumber);
  expect(await send(secondNumber)).toBe(secondNumber);
  expect(await send()).toBe(secondNumber);
  expect((await texts.messages.findThread([ada], undefined))?.ownNumber).toBe(secondNumber);
  expect(await send(mainNumber)).toBe(mainNumber);
  expect(await send()).toBe(mainNumber);
  // One that can text no longer is not gone on from.
  texts.session.senders = texts.session.senders.filter(({ number }) => number !== mainNumber);
  expect(await send()).toBe(secondNumber);
});

it('is the same before a text and for it, although this computer’s clock is behind', async () => {
  const texts = await startTexts();
  texts.session.isSignedIn = false;
  texts.addSynced('in', { direction: 'inbound', at: texts.clock.now() + 3_600_000 });
  for (const from of [mainNumber, secondNumber]) {
    await texts.clock.advance(1_000);
    const clientId = `behind-${from}` as ClientId;
    const sent = await texts.messages.send({
      clientId,
      to: { numbers: [ada] },
      text: 'Hello',
      from,
    });
    expect(sent.ok).toBe(true);
  }
  const senders = [mainNumber, secondNumber];
  const shown = await texts.archive.read(readLastSender, { senders, to: [ada] });
  expect((await texts.messages.findThread([ada], undefined))?.ownNumber).toBe(shown);
});
