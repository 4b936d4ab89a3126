import { describe, expect, it, vi } from 'vitest';
import { createBorder, type Sender } from '../../main/shell/border.ts';
import { ok, type Result } from '../../shared/result.ts';
import { createFakeLog } from './support/fakes.ts';

const page: Sender = { contentsId: 1, frame: { url: 'app://sidetone/index.html', isTop: true } };

function setUp(call = vi.fn(async (): Promise<Result<unknown>> => ok('answer'))) {
  const log = createFakeLog();
  const border = createBorder({ isOurWindow: (id) => id === 1, call, log });
  return { log, call, border };
}

describe('the border', () => {
  it('lets our own page call, and hands back what the router says', async () => {
    const { border, call, log } = setUp();
    expect(await border.answer(page, 'calls.list', { limit: 5 })).toEqual(ok('answer'));
    expect(call).toHaveBeenCalledWith('calls.list', { limit: 5 });
    expect(log.lines).toEqual([]);
  });

  const strangers: Record<string, Sender> = {
    'another window': { ...page, contentsId: 2 },
    'a frame that is gone': { contentsId: 1, frame: undefined },
    'a frame inside the page': {
      contentsId: 1,
      frame: { url: 'app://sidetone/index.html', isTop: false },
    },
    'another origin': { contentsId: 1, frame: { url: 'https://sidetone/index.html', isTop: true } },
    'an origin that begins like ours': {
      contentsId: 1,
      frame: { url: 'app://sidetone.example/index.html', isTop: true },
    },
    'an empty page': { contentsId: 1, frame: { url: 'about:blank', isTop: true } },
    'no address': { contentsId: 1, frame: { url: '', isTop: true } },
  };

  it.each(Object.entries(strangers))(
    'refuses %s with a Failure and a log line, and asks nobody',
    async (_who, sender) => {
      const { border, call, log } = setUp();
      const result = await border.answer(sender, 'calls.dial', { number: '+14155550142' });
      expect(result).toMatchObject({
        ok: false,
        failure: { kind: 'invalid', message: 'bridge.foreign-sender' },
      });
      expect(call).not.toHaveBeenCalled();
      expect(log.lines).toHaveLength(1);
      expect(log.lines[0]).toMatchObject({ level: 'warn', message: 'refused a call' });
      // What a stranger sent is not repeated in the log.
      expect(JSON.stringify(log.lines)).not.toContain('5550142');
    },
  );

  it('refuses an input that is too large, in whatever form', async () => {
    const large: unknown[] = [
      'x'.repeat(2_000_000),
      { text: 'x'.repeat(2_000_000) },
      new Uint8Array(2_000_000),
      Array.from({ length: 500_000 }, (_, index) => index),
    ];
    for (const input of large) {
      const { border, call, log } = setUp();
      const result = await border.answer(page, 'messages.send', input);
      expect(result).toMatchObject({ failure: { message: 'bridge.too-large' } });
      expect(call).not.toHaveBeenCalled();
      expect(log.lines).toHaveLength(1);
    }
  });

  it('lets a file of two megabytes pass by its own call, and nothing larger', async () => {
    const { border } = setUp();
    const file = (size: number) => ({ fileName: 'house.jpg', bytes: new Uint8Array(size) });
    const add = (size: number) => border.answer(page, 'attachments.add', file(size));
    expect(await add(1_900_000)).toEqual(ok('answer'));
    expect(await add(2_100_000)).toMatchObject({ failure: { message: 'bridge.too-large' } });
    expect(await border.answer(page, 'drafts.set', file(1_900_000))).toMatchObject({
      failure: { message: 'bridge.too-large' },
    });
    expect(await border.answer(page, 'constructor', file(1_900_000))).toMatchObject({
      failure: { message: 'bridge.too-large' },
    });
  });

  it('lets the longest text pass', async () => {
    const { border } = setUp();
    const text = '\u{1F600}'.repeat(50_000);
    expect(await border.answer(page, 'messages.send', { text })).toEqual(ok('answer'));
  });

  it('refuses what is not plain data, and survives circles', async () => {
    const { border, log } = setUp();
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    expect(await border.answer(page, 'x', circle)).toEqual(ok('answer'));
    expect(await border.answer(page, 'x', { run: () => 1 })).toMatchObject({
      failure: { message: 'bridge.invalid-input' },
    });
    expect(log.lines).toHaveLength(1);
  });

  it('answers a Failure even when nobody can answer', async () => {
    const { border, log } = setUp(vi.fn(() => Promise.reject(new Error('no core'))));
    expect(await border.answer(page, 'session.get', undefined)).toMatchObject({
      ok: false,
      failure: { kind: 'internal' },
    });
    expect(log.lines[0]?.level).toBe('error');
  });
});
