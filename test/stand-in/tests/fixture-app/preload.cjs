const { contextBridge, ipcRenderer } = require('electron');

contextBridge.exposeInMainWorld('fixture', {
  invoke: (channel, value) => ipcRenderer.invoke(channel, value),
  send: (channel, value) => ipcRenderer.send(channel, value),
  on: (channel, listener) => {
    ipcRenderer.on(channel, (_event, ...args) => listener(...args));
  },
  kindOf: (value) => Object.prototype.toString.call(value),
  echo: (value) => value,
  later: async (value) => value,
  twice: (callback) => [callback(1), callback(2)],
  fail: () => {
    throw new RangeError('preload refused');
  },
  argv: process.argv,
  platform: process.platform,
  nested: { list: [1, { deep: true }] },
  require: (name) => {
    require(name);
  },
  absent: () => ipcRenderer.postMessage,
});
globalThis.onlyInPreload = true;
