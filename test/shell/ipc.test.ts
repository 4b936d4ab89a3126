import { describe, expect, it, vi } from 'vitest';
import type { Sender } from '../../main/shell/border.ts';
import { listenToCalls } from '../../main/shell/ipc.ts';
import { ok } from '../../shared/result.ts';

type Listener = (event: unknown, name: unknown, input: unknown) => unknown;

const fake = vi.hoisted(() => ({ handlers: new Map<string, unknown>() }));

vi.mock('electron', () => ({
  ipcMain: { handle: (channel: string, listener: unknown) => fake.handlers.set(channel, listener) },
}));

describe('the channel of calls', () => {
  const senders: Sender[] = [];
  listenToCalls({
    answer: async (sender) => {
      senders.push(sender);
      return ok();
    },
  });
  const listener = fake.handlers.get('sidetone:call') as Listener;
  const senderOf = async (senderFrame: unknown): Promise<Sender | undefined> => {
    await listener({ sender: { id: 7 }, senderFrame }, 'session.get', undefined);
    return senders.at(-1);
  };

  it('is the only one', () => {
    expect([...fake.handlers.keys()]).toEqual(['sidetone:call']);
  });

  it('takes who asks from the runtime: window, frame and address', async () => {
    const url = 'app://sidetone/index.html';
    expect(await senderOf({ url, parent: null })).toEqual({
      contentsId: 7,
      frame: { url, isTop: true },
    });
    expect(await senderOf({ url, parent: {} })).toEqual({
      contentsId: 7,
      frame: { url, isTop: false },
    });
    // Electron's word for a frame that has gone or gone elsewhere since.
    expect(await senderOf(null)).toEqual({ contentsId: 7, frame: undefined });
  });
});
