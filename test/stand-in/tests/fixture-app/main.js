// The app the stand-in's own tests drive. It uses Electron the way Sidetone does, and keeps what
// happened where a test can read it: `globalThis.happened`.
import electron, {
  app,
  BrowserWindow,
  desktopCapturer,
  ipcMain,
  protocol,
  session,
} from 'electron';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const happened = [];

globalThis.happened = happened;
globalThis.sameModule = require('electron') === electron && electron.app === app;
globalThis.useAbsentImport = () => desktopCapturer.getSources({ types: ['screen'] });
globalThis.createWindow = createWindow;

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);

if (app.requestSingleInstanceLock({ from: 'fixture' })) start();
else app.exit(0);

function start() {
  for (const name of ['before-quit', 'window-all-closed', 'will-quit', 'quit']) {
    app.on(name, () => {
      happened.push(name);
      if (process.env.FIXTURE_TELL) console.log(`event ${name}`);
    });
  }
  app.on('second-instance', (_event, argv, workingDirectory, data) =>
    happened.push({ argv, workingDirectory, data }),
  );
  app.on('open-url', (_event, url) => happened.push({ url }));
  answerIpc();
  app.once('ready', async () => {
    protocol.handle('app', answer);
    session.defaultSession.webRequest.onBeforeRequest((details, callback) => {
      const cancel = details.url.startsWith('http');
      if (cancel) happened.push({ cancelled: details.url });
      callback({ cancel });
    });
    guardSession();
    if (process.argv.includes('--seal')) await seal();
    else if (process.argv.includes('--look')) await look();
    else if (!process.argv.includes('--no-window')) {
      await createWindow().loadURL('app://fixture/index.html');
      console.log('fixture is ready');
    }
  });
}

function guardSession() {
  const { defaultSession } = session;
  defaultSession.setPermissionCheckHandler(
    (_contents, permission) => permission === 'clipboard-sanitized-write',
  );
}

function answerIpc() {
  ipcMain.handle('echo', (_event, value) => value);
  ipcMain.handle('kind', (_event, value) => [
    typeof value,
    String(value),
    value?.constructor?.name,
  ]);
  ipcMain.handle('fail', () => {
    throw new TypeError('refused here');
  });
  ipcMain.handle('give', (_event, what) => {
    if (what === 'function') return () => 1;
    if (what === 'symbol') return Symbol('s');
    if (what === 'promise inside') return { later: Promise.resolve(1) };
    return new Map([['key', new Set([1n])]]);
  });
  ipcMain.handle('slow', () => new Promise((resolve) => setTimeout(resolve, 300)));
  ipcMain.handle('where', (event) => ({
    url: event.senderFrame.url,
    origin: event.senderFrame.origin,
    isTop: event.senderFrame.parent === null,
    window: BrowserWindow.fromWebContents(event.sender)?.id,
  }));
  ipcMain.on('note', (event, value) => {
    happened.push({ note: value });
    event.reply('noted', value);
  });
}

const types = { html: 'text/html', js: 'text/javascript', css: 'text/css' };
const policy =
  "default-src 'none'; script-src 'self'; style-src app:; connect-src 'self' https:; media-src 'self'; frame-src https:";

async function answer(request) {
  const { pathname } = new URL(request.url);
  if (pathname === '/echo') {
    const { url, method, headers } = request;
    return Response.json({ url, method, body: await request.text(), sent: headers.get('x-sent') });
  }
  if (pathname === '/part') return answerRange(request);
  if (pathname === '/sound.wav') return answerSound(request);
  if (pathname === '/broken') throw new Error('the handler broke');
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

function answerRange(request) {
  const text = '0123456789';
  const [, from, to] = /bytes=(\d+)-(\d+)/.exec(request.headers.get('range') ?? '') ?? [];
  if (from === undefined) return new Response(text);
  const part = text.slice(Number(from), Number(to) + 1);
  const body = new ReadableStream({
    start(controller) {
      for (const character of part) controller.enqueue(new TextEncoder().encode(character));
      controller.close();
    },
  });
  return new Response(body, {
    status: 206,
    headers: { 'content-range': `bytes ${from}-${to}/${text.length}` },
  });
}

/** Ten seconds of silence, in the ranges that a player asks for. */
function answerSound(request) {
  const rate = 8000;
  const wav = Buffer.alloc(44 + 10 * rate, 128);
  wav.write('RIFF', 0, 'ascii');
  wav.writeUInt32LE(wav.length - 8, 4);
  wav.write('WAVEfmt ', 8, 'ascii');
  [16, rate, rate].forEach((value, index) => wav.writeUInt32LE(value, [16, 24, 28][index]));
  [1, 1, 1, 8].forEach((value, index) => wav.writeUInt16LE(value, [20, 22, 32, 34][index]));
  wav.write('data', 36, 'ascii');
  wav.writeUInt32LE(10 * rate, 40);
  const range = request.headers.get('range');
  happened.push({ range });
  const [, first = '0', last = ''] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
  const end = last === '' ? wav.length : Number(last) + 1;
  const body = wav.subarray(Number(first), end);
  const headers = { 'content-type': 'audio/wav', 'accept-ranges': 'bytes' };
  if (range === null) return new Response(body, { headers });
  headers['content-range'] = `bytes ${first}-${end - 1}/${wav.length}`;
  return new Response(body, { status: 206, headers });
}

function createWindow(options = {}) {
  const window = new BrowserWindow({
    width: 900,
    height: 640,
    show: false,
    ...options,
    webPreferences: {
      preload: here('preload.cjs'),
      additionalArguments: ['--from-main'],
      ...options.webPreferences,
    },
  });
  const { webContents } = window;
  for (const name of ['ready-to-show', 'show', 'hide', 'focus', 'blur', 'minimize', 'restore']) {
    window.on(name, () => happened.push(name));
  }
  window.once('ready-to-show', () => window.show());
  window.on('close', (event) => {
    happened.push('close');
    if (globalThis.keepOpen) {
      event.preventDefault();
      window.hide();
    }
  });
  window.on('closed', () => happened.push('closed'));
  webContents.on('will-navigate', (event, url) => {
    happened.push({ willNavigate: url });
    if (!url.startsWith('app://fixture/')) event.preventDefault();
  });
  webContents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) happened.push({ frame: event.url });
    if (!event.isMainFrame) event.preventDefault();
  });
  webContents.on('render-process-gone', (_event, { reason }) => happened.push({ gone: reason }));
  webContents.setWindowOpenHandler(({ url }) => {
    happened.push({ open: url });
    return { action: 'deny' };
  });
  return window;
}

/** Tells what a window on a real display looks like, closes it by its page, and tells again. */
async function look() {
  const window = createWindow({ show: true });
  const { webContents } = window;
  await window.loadURL('app://fixture/index.html');
  const { workArea } = electron.screen.getPrimaryDisplay();
  const page = await webContents.executeJavaScript(
    '({ width: innerWidth, height: innerHeight, hidden: document.hidden, preloads: typeof fixture })',
  );
  console.log(JSON.stringify({ workArea, page, bounds: window.getBounds() }));
  const download = new Promise((resolve) =>
    session.defaultSession.once('will-download', (_event, item) => resolve(item.getFilename())),
  );
  await webContents.executeJavaScript(
    `Object.assign(document.createElement('a'), { href: 'page.js', download: 'taken.js' }).click()`,
  );
  const refused = await download;
  // Chromium's window goes away as if its close button had been pressed; the app keeps its own.
  globalThis.keepOpen = true;
  happened.length = 0;
  const asked = new Promise((resolve) => window.once('close', resolve));
  globalThis.standIn.loseWindow(window.id);
  await asked;
  const loaded = new Promise((resolve) => webContents.once('did-finish-load', resolve));
  window.show();
  await loaded;
  const title = await webContents.executeJavaScript('document.title');
  console.log(
    JSON.stringify({ title, refused, happened: happened.filter((one) => typeof one === 'string') }),
  );
  globalThis.keepOpen = false;
  app.quit();
}

/** Seals and opens a text with safeStorage, and says what it is sealed with. */
async function seal() {
  const { safeStorage } = electron;
  const backend = safeStorage.getSelectedStorageBackend();
  const available = await safeStorage.isAsyncEncryptionAvailable();
  const sync = safeStorage.isEncryptionAvailable();
  const given = process.argv.find((arg) => arg.startsWith('--sealed='))?.slice(9);
  const attempt = async () => {
    const sealed = given
      ? Buffer.from(given, 'base64')
      : await safeStorage.encryptStringAsync('a secret');
    const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(sealed);
    const prefix = sealed.toString('latin1', 0, 3);
    const leaks = sealed.includes('a secret');
    return { prefix, leaks, result, shouldReEncrypt, sealed: sealed.toString('base64') };
  };
  const outcome = await attempt().catch((error) => ({ error: error.message }));
  console.log(JSON.stringify({ backend, available, sync, ...outcome }));
  app.quit();
}
