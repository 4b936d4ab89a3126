import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { callChannel } from '../../shared/contract/bridge.ts';
import type { Border, Sender } from './border.ts';

/** Opens the one channel that pages can call. */
export function listenToCalls(border: Border): void {
  ipcMain.handle(callChannel, (event, name: unknown, input: unknown) =>
    border.answer(senderOf(event), name, input),
  );
}

function senderOf({ sender, senderFrame }: IpcMainInvokeEvent): Sender {
  return {
    contentsId: sender.id,
    frame: senderFrame ? { url: senderFrame.url, isTop: senderFrame.parent === null } : undefined,
  };
}
