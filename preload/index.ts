import { contextBridge, ipcRenderer } from 'electron';
import { callChannel, eventChannel, type Bridge } from '../shared/contract/bridge.ts';
import type { AppEvent } from '../shared/contract/index.ts';

const listeners = new Set<(event: AppEvent) => void>();
/** What main said before the page had a listener for it. */
const early: AppEvent[] = [];

ipcRenderer.on(eventChannel, (_event, event: AppEvent) => {
  if (listeners.size === 0) early.push(event);
  for (const listener of listeners) listener(event);
});

const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke(callChannel, name, input),
  on(listener) {
    listeners.add(listener);
    for (const event of early.splice(0)) listener(event);
    return () => {
      listeners.delete(listener);
    };
  },
};

contextBridge.exposeInMainWorld('bridge', bridge);
