const { contextBridge, ipcRenderer } = require('electron');

contextBridge.exposeInMainWorld('bridge', {
  on: (listener) => ipcRenderer.on('number', (_event, number) => listener(number)),
  call: (number) => ipcRenderer.invoke('call', number),
});
