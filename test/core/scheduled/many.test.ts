import { expect, it } from 'vitest';
import type { ClientId } from '../../../shared/model/ids.ts';
import { startTexts } from '../messages/harness.ts';
import { settled } from '../support/manual-clock.ts';
import { ada } from '../support/session.ts';

it('sends all texts for later of one and the same time, however many', async () => {
  const { archive, client, clock, messages } = await startTexts();
  const at = clock.now() + 60_000;
  const all = Array.from({ length: 120 }, (_, n) => `Later ${n}`);
  for (const text of all) {
    const sendAt = { at, cancelOnReply: false };
    const clientId = text as ClientId;
    await messages.send({ clientId, to: { numbers: [ada] }, text, sendAt });
  }
  await clock.advance(60_000);
  await settled();
  expect(archive.db.prepare('SELECT count(*) FROM scheduled_text').pluck().get()).toBe(0);
  expect(client.sent.map(({ text }) => text)).toEqual(all);
});
