import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchFixture, type Fixture } from './support/fixture.ts';

let fixture: Fixture;

beforeAll(async () => {
  fixture = await launchFixture();
});

beforeEach(async () => {
  await fixture.happened();
});

afterAll(async () => {
  await fixture.close();
});

const inPage = (code: string): Promise<unknown> => fixture.page.evaluate(code);
const stays = async (): Promise<void> => {
  expect(await inPage('document.title')).toBe('Fixture page');
  expect(fixture.page.url()).toBe('app://fixture/index.html');
};

test('the app is served from its own scheme', async () => {
  expect(fixture.page.url()).toBe('app://fixture/index.html');
  const urls = await fixture.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return [contents?.getURL(), contents?.mainFrame.url, contents?.mainFrame.origin];
  });
  expect(urls).toEqual(['app://fixture/index.html', 'app://fixture/index.html', 'app://fixture']);
});

test("the handler's policy and media types hold", async () => {
  expect(await inPage('typeof inlineRan')).toBe('undefined');
  expect(await inPage('fromPage')).toBe(true);
  expect(await inPage('getComputedStyle(document.querySelector("h1")).color')).toBe('rgb(1, 2, 3)');
  // Not evaluated in place: what a debugger evaluates is exempt from the policy.
  const evaluating = `new Promise((resolve) => setTimeout(() => {
    try { resolve(eval('1')); } catch (error) { resolve(error.name); }
  }))`;
  expect(await inPage(evaluating)).toBe('EvalError');
});

test('requests reach the handler as they were made', async () => {
  const code = `fetch('/echo?a=1', { method: 'POST', body: 'grüße', headers: { 'x-sent': 'yes' } })
    .then((r) => r.json())`;
  expect(await inPage(code)).toEqual({
    url: 'app://fixture/echo?a=1',
    method: 'POST',
    body: 'grüße',
    sent: 'yes',
  });
});

test('ranges, missing files and broken handlers are answered as such', async () => {
  const range = `fetch('part', { headers: { range: 'bytes=2-5' } })
    .then(async (r) => [r.status, await r.text(), r.headers.get('content-range')])`;
  expect(await inPage(range)).toEqual([206, '2345', 'bytes 2-5/10']);
  expect(await inPage(`fetch('nothing').then((r) => r.status)`)).toBe(404);
  expect(await inPage(`fetch('broken').catch((e) => e.name)`)).toBe('TypeError');
});

test('a request the app cancels never leaves', async () => {
  expect(await inPage(`fetch('https://elsewhere.example/x').catch((e) => e.name)`)).toBe(
    'TypeError',
  );
  expect(await fixture.happened()).toEqual([{ cancelled: 'https://elsewhere.example/x' }]);
});

test.each([
  [
    'a script',
    'location.href = "https://elsewhere.example/away"',
    'https://elsewhere.example/away',
  ],
  ['a link', 'document.querySelector("#away").click()', 'https://elsewhere.example/away'],
  ['a tel: link', 'document.querySelector("#tel").click()', 'tel:+12025550123'],
  ['about:blank', 'document.querySelector("#empty").click()', 'about:blank'],
  ['a form', formCode('https://elsewhere.example/form'), 'https://elsewhere.example/form'],
])('%s cannot lead the window away', async (_name, code, url) => {
  await inPage(`void (${code})`);
  await expect.poll(() => fixture.soFar()).toEqual([{ willNavigate: url }]);
  await fixture.happened();
  await stays();
});

function formCode(action: string): string {
  return `(() => { const form = document.createElement('form'); form.method = 'post';
    form.action = '${action}'; document.body.append(form); form.submit(); form.remove(); })()`;
}

test('window.open and links to other windows ask main, and are denied', async () => {
  expect(
    await inPage('window.open("https://elsewhere.example/w", "_blank", "width=9")'),
  ).toBeNull();
  await fixture.page.click('#blank');
  await fixture.page.click('#away', { modifiers: ['Control'] });
  await expect
    .poll(() => fixture.soFar())
    .toEqual([
      { open: 'https://elsewhere.example/w' },
      { open: 'https://elsewhere.example/blank' },
      { open: 'https://elsewhere.example/away' },
    ]);
  await fixture.happened();
  await stays();
  expect(fixture.app.windows()).toHaveLength(1);
});

test('a window opened behind the back of the guards is closed unseen', async () => {
  const code = `(() => {
    const frame = document.createElement('iframe'); document.body.append(frame);
    const opened = frame.contentWindow.open('about:blank'); frame.remove();
    globalThis.opened = opened;
  })()`;
  await inPage(code);
  await expect.poll(() => inPage('globalThis.opened === null || opened.closed')).toBe(true);
  expect(fixture.app.windows()).toHaveLength(1);
});

test('frames are asked about too', async () => {
  const code = `(() => { const frame = document.createElement('iframe'); frame.id = 'f';
    frame.src = 'https://elsewhere.example/frame'; document.body.append(frame); })()`;
  await inPage(code);
  await expect.poll(() => fixture.soFar()).toEqual([{ frame: 'https://elsewhere.example/frame' }]);
  await fixture.happened();
  await inPage('document.querySelector("#f").remove()');
  await stays();
});

test("the app's own navigation asks no guard, and the page may move within the app", async () => {
  await fixture.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.loadURL('app://fixture/other.html'),
  );
  expect(await fixture.happened()).toEqual([]);
  await inPage('void (location.href = "index.html")');
  await expect.poll(() => fixture.page.url()).toBe('app://fixture/index.html');
  expect(await fixture.happened()).toEqual([{ willNavigate: 'app://fixture/index.html' }]);
  expect(await inPage('fixture.invoke("where").then((w) => w.url)')).toBe(
    'app://fixture/index.html',
  );
});

test("permissions are what the app's handler says", async () => {
  const state = (name: string): Promise<unknown> =>
    inPage(`navigator.permissions.query({ name: '${name}' }).then((p) => p.state)`);
  await expect.poll(() => state('geolocation')).toBe('denied');
  expect(await state('notifications')).toBe('denied');
  expect(await state('clipboard-write')).toBe('granted');
  await fixture.page.bringToFront();
  await expect(inPage('navigator.clipboard.writeText("copied")')).resolves.toBeUndefined();
});

test('a load that fails rejects with the name of the error', async () => {
  const failure = await fixture.app.evaluate(async ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false });
    const error = await window.loadURL('nowhere://x/').catch((reason: unknown) => reason);
    window.destroy();
    return String(error);
  });
  expect(failure).toMatch(/^Error: ERR_[A-Z_]+ \(-\d+\) loading 'nowhere:\/\/x\/'$/);
});
