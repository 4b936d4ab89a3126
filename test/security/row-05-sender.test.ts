import { describe, expect, it, vi } from 'vitest';
import { createBorder } from '../../main/shell/border.ts';
import { listenToCalls } from '../../main/shell/ipc.ts';
import { callChannel } from '../../shared/contract/bridge.ts';
import { ok } from '../../shared/result.ts';
import { asked } from './support/electron.ts';
import { keepLog } from './support/log.ts';
import { filesWith } from './support/product.ts';

vi.mock('electron', () => import('./support/electron.ts'));

function setUp() {
  asked.channels.clear();
  const log = keepLog();
  const call = vi.fn(() => Promise.resolve(ok('answer')));
  listenToCalls(createBorder({ isOurWindow: (id) => id === 1, call, log }));
  const say = (event: unknown) =>
    asked.channels.get(callChannel)?.(event, 'calls.dial', { number: '+12125550142' });
  return { log, call, say };
}

const top = (url: string) => ({ url, parent: null });

// Further senders are in test/shell/border.test.ts.
describe('security 5: only our own page is answered', () => {
  it('on one channel, which takes who speaks from the runtime', async () => {
    const { call, say } = setUp();
    expect([...asked.channels.keys()]).toEqual([callChannel]);
    expect(filesWith(/ipcMain\.(?:handle|on|once|handleOnce)\(/)).toEqual(['main/shell/ipc.ts']);
    const page = { sender: { id: 1 }, senderFrame: top('app://sidetone/index.html') };
    expect(await say(page)).toEqual(ok('answer'));
    expect(call).toHaveBeenCalledOnce();
  });

  it.each([
    ['another window', { sender: { id: 2 }, senderFrame: top('app://sidetone/index.html') }],
    ['another origin', { sender: { id: 1 }, senderFrame: top('https://sidetone/index.html') }],
    ['a name that begins so', { sender: { id: 1 }, senderFrame: top('app://sidetone.example/') }],
    ['a frame in it', { sender: { id: 1 }, senderFrame: { url: 'app://sidetone/', parent: {} } }],
    ['a frame that is gone', { sender: { id: 1 }, senderFrame: null }],
  ])('%s gets a Failure, and the log a line', async (_who, event) => {
    const { call, say, log } = setUp();
    expect(await say(event)).toMatchObject({
      ok: false,
      failure: { message: 'bridge.foreign-sender' },
    });
    expect(call).not.toHaveBeenCalled();
    expect(log.lines).toHaveLength(1);
    expect(log.lines[0]).not.toContain('5550142');
  });
});
