import electron, { app, BrowserWindow, ipcMain, protocol } from 'electron';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const here = (name) => fileURLToPath(new URL(name, import.meta.url));

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);

const types = { html: 'text/html', js: 'text/javascript', css: 'text/css' };
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'";

async function answer(request) {
  const { pathname } = new URL(request.url);
  if (pathname === '/echo') {
    return Response.json({ url: request.url, method: request.method, body: await request.text() });
  }
  try {
    const body = await readFile(here(`page${pathname}`));
    const type = types[pathname.split('.').pop()] ?? 'application/octet-stream';
    return new Response(body, {
      headers: { 'content-type': type, 'content-security-policy': policy },
    });
  } catch {
    return new Response('missing', { status: 404 });
  }
}

function createWindow() {
  const window = new BrowserWindow({
    width: 900,
    height: 640,
    show: false,
    webPreferences: { preload: here('preload.cjs'), additionalArguments: ['--from-main'] },
  });
  window.once('ready-to-show', () => window.show());
  return window;
}

globalThis.fixture = {
  seen: [],
  sameModule: require('electron') === electron && electron.app === app,
  createWindow,
};

ipcMain.handle('echo', (_event, value) => value);
ipcMain.handle('fail', () => {
  throw new TypeError('refused here');
});
ipcMain.handle('function', () => () => 1);
ipcMain.handle('where', (event) => ({
  url: event.senderFrame.url,
  origin: event.senderFrame.origin,
  top: event.senderFrame.parent === null,
  window: BrowserWindow.fromWebContents(event.sender)?.id,
}));
ipcMain.on('note', (event, value) => {
  globalThis.fixture.seen.push(value);
  event.reply('noted', value);
});

if (!app.requestSingleInstanceLock({ from: 'fixture' })) app.exit(0);
else {
  app.on('second-instance', (_event, argv, workingDirectory, data) =>
    globalThis.fixture.seen.push({ argv, workingDirectory, data }),
  );
  await Promise.resolve();
  app.whenReady().then(async () => {
    protocol.handle('app', answer);
    if (!process.argv.includes('--no-window'))
      await createWindow().loadURL('app://fixture/index.html');
  });
}
