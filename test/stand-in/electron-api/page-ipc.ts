import type * as Electron from 'electron';
import type { Page, PreloadWorld } from '../chromium/page.ts';
import { createCodec, createIpcCodec } from '../page/codec.ts';
import type { FromPage } from '../page/messages.ts';
import type { IpcMain } from './ipc-main.ts';
import { WebFrameMain } from './web-frame-main.ts';

type Send = Extract<FromPage, { kind: 'send' }>;
type Invoke = Extract<FromPage, { kind: 'invoke' }>;

const ipc = createIpcCodec(createCodec, {
  toBase64: (bytes) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  fromBase64: (text) => Uint8Array.from(Buffer.from(text, 'base64')),
});

/** Carries IPC between one page's preload worlds and the handlers of `ipcMain`. */
export class PageIpc {
  readonly #sender: object;
  readonly #ipcMain: IpcMain;

  /** `sender` is what handlers see as `event.sender`. */
  constructor(sender: object, ipcMain: IpcMain) {
    this.#sender = sender;
    this.#ipcMain = ipcMain;
  }

  /** Sends to a page's current document; throws when the arguments cannot be cloned. */
  send(page: Page | undefined, channel: string, args: readonly unknown[]): void {
    if (typeof channel !== 'string') throw new TypeError('Missing required channel argument');
    const text = ipc.encode(args);
    if (page?.current) page.tell(page.current, { kind: 'send', channel, args: text });
  }

  onSend(page: Page, { channel, args }: Send, world: PreloadWorld): void {
    const reply = (replyChannel: string, ...values: unknown[]): void =>
      page.tell(world, { kind: 'send', channel: replyChannel, args: ipc.encode(values) });
    const event = Object.defineProperties(this.#createEvent(page, world), {
      ports: { value: [] },
      reply: { value: reply },
    });
    this.#ipcMain.emit(channel, event, ...(ipc.decode(args) as unknown[]));
  }

  /** Runs a handler; its error goes to the page as text, and to the console as Electron has it. */
  async onInvoke(page: Page, { id, channel, args }: Invoke, world: PreloadWorld): Promise<void> {
    try {
      const event = this.#createEvent(page, world) as Electron.IpcMainInvokeEvent;
      const values = ipc.decode(args) as unknown[];
      const result = await this.#ipcMain.invoke(channel, event, values);
      page.tell(world, { kind: 'result', id, value: ipc.encode(result) });
    } catch (error) {
      console.error(`Error occurred in handler for '${channel}':`, error);
      page.tell(world, { kind: 'failure', id, message: String(error) });
    }
  }

  #createEvent(page: Page, world: PreloadWorld): object {
    return {
      type: 'frame',
      sender: this.#sender,
      processId: page.number,
      frameId: 1,
      // A frame that has gone elsewhere since is not the sender any more.
      get senderFrame(): Electron.WebFrameMain | null {
        const isCurrent = page.frames.get(world.frame.id) === world.frame;
        return isCurrent ? WebFrameMain.of(page, world.frame) : null;
      },
    };
  }
}
