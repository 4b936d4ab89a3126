const { contextBridge, ipcRenderer } = require('electron');

globalThis.onlyInPreload = true;

contextBridge.exposeInMainWorld('fixture', {
  invoke: (channel, value) => ipcRenderer.invoke(channel, value),
  send: (channel, value) => ipcRenderer.send(channel, value),
  on: (channel, listener) => {
    const heard = (_event, ...args) => listener(...args);
    ipcRenderer.on(channel, heard);
    return () => {
      ipcRenderer.off(channel, heard);
    };
  },
  invokeMade: async (kind) => {
    const made = { function: () => 1, symbol: Symbol('s'), promise: Promise.resolve(1) };
    const value = kind === 'node' ? document.createElement('p') : made[kind];
    return ipcRenderer.invoke('echo', { value });
  },
  same: (value) => value,
  twice: (callback) => [callback(1), callback(2)],
  later: async (value) => value,
  laterFail: async () => {
    throw new RangeError('preload refused later');
  },
  fail: () => {
    throw new RangeError('preload refused');
  },
  seesPage: () => typeof globalThis.fromPage,
  argv: process.argv,
  platform: process.platform,
  electron: process.versions.electron,
  nested: { list: [1, { deep: true }] },
  requireModule: (name) => {
    require(name);
  },
  useAbsent: () => {
    ipcRenderer.postMessage('x', 1);
  },
  useSync: () => ipcRenderer.sendSync('x'),
});
