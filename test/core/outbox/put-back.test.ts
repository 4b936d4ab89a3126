import { describe, expect, it } from 'vitest';
import { failure } from '../../../shared/failure.ts';
import { startTexts } from '../messages/harness.ts';
import { accept } from '../support/fake-client.ts';
import { JumpingClock } from '../support/jumping-clock.ts';
import { settled } from '../support/manual-clock.ts';

const minute = 60_000;
const hour = 60 * minute;
const holdMs = 5_000;

/** Texts on a computer whose clock is five hours ahead. */
async function startAhead(given: { readonly holdMs?: number } = {}) {
  const clock = new JumpingClock();
  clock.jumpedMs = 5 * hour;
  const texts = await startTexts({ ...given, clock });
  const setRight = (): void => {
    clock.jumpedMs = 0;
  };
  return { ...texts, clock, setRight };
}

describe('when the clock is put back', () => {
  it('what waited for the network goes when it is there', async () => {
    const texts = await startAhead();
    texts.client.setConnection({ state: 'offline', cause: 'network', sinceAt: 0 });
    await texts.send('one');
    await texts.send('two');
    texts.setRight();
    texts.client.setConnection({ state: 'online' });
    await settled();
    expect(texts.client.sent.map(({ text }) => text)).toEqual(['one', 'two']);
    expect(texts.jobs()).toBe(0);
    await texts.clock.advance(6 * hour);
    expect(texts.client.sent).toHaveLength(2);
  });

  it('a text is held for its time at least, and not until the clock has caught up', async () => {
    const texts = await startAhead({ holdMs });
    const { messageId } = await texts.send('Hello');
    await texts.clock.advance(1_000);
    texts.setRight();
    texts.outbox.wake();
    await texts.clock.advance(holdMs - 1_001);
    expect(texts.client.sent).toHaveLength(0);
    expect(await texts.messages.undo(messageId)).toMatchObject({ ok: true });
    await texts.send('Hello again');
    await texts.clock.advance(minute);
    expect(texts.client.sent.map(({ text }) => text)).toEqual(['Hello again']);
  });

  it('a text that nothing wakes the outbox for goes by itself after its hold', async () => {
    const texts = await startAhead({ holdMs });
    await texts.send('Hello');
    texts.setRight();
    await texts.clock.advance(minute);
    expect(texts.client.sent).toHaveLength(1);
  });

  it('a hold ends while nothing can be sent, too', async () => {
    const texts = await startAhead({ holdMs });
    texts.client.setConnection({ state: 'offline', cause: 'network', sinceAt: 0 });
    const { messageId } = await texts.send('Hello');
    texts.setRight();
    await texts.clock.advance(minute);
    expect(await texts.view(messageId)).toMatchObject({ status: 'queued', waiting: undefined });
  });

  it('a text that backs off is tried again', async () => {
    const texts = await startAhead();
    texts.client.answerSend = {
      kind: 'refused',
      status: 503,
      failure: failure('rejected', 'text.failed', { code: 'MSG-290' }),
    };
    await texts.send('Hello');
    texts.setRight();
    texts.client.answerSend = (input) => accept(input, '1');
    await texts.clock.advance(minute);
    expect(texts.client.sent).toHaveLength(2);
  });

  it('a pause lasts no longer than it was meant to from then on', async () => {
    const texts = await startAhead();
    texts.client.answerSend = {
      kind: 'refused',
      status: 429,
      failure: failure('rate-limited', 'rate.limited', { retry: { afterMs: 30_000 } }),
    };
    await texts.send('Hello');
    texts.setRight();
    texts.client.answerSend = (input) => accept(input, '1');
    expect(await texts.outbox.getView()).toMatchObject({
      state: 'paused',
      resumesAt: texts.clock.now() + 30_000,
    });
    await texts.clock.advance(minute);
    expect(texts.client.sent).toHaveLength(2);
  });
});
