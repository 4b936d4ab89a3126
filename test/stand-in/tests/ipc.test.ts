import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchFixture, type Fixture } from './support/fixture.ts';

let fixture: Fixture;

beforeAll(async () => {
  fixture = await launchFixture();
});

afterAll(async () => {
  await fixture.close();
});

/** Evaluates in the page's own world, where `fixture` is what the preload exposes. */
const inPage = (code: string): Promise<unknown> => fixture.page.evaluate(code);

/** Each expression makes a value; `check` sees what came back from main as `v`. */
const crossing: readonly (readonly [made: string, check: string])[] = [
  ['"text"', 'v === "text"'],
  ['null', 'v === null'],
  ['undefined', 'v === undefined'],
  ['{ a: undefined }', '"a" in v && v.a === undefined'],
  ['[1, undefined, 3]', 'v.length === 3 && 1 in v && v[1] === undefined'],
  ['[1, , 3]', 'v.length === 3 && !(1 in v)'],
  ['NaN', 'Number.isNaN(v)'],
  ['-0', 'Object.is(v, -0)'],
  ['-Infinity', 'v === -Infinity'],
  ['12345678901234567890n', 'v === 12345678901234567890n'],
  ['new Date(86400000)', 'v instanceof Date && v.getTime() === 86400000'],
  ['new Date(NaN)', 'v instanceof Date && Number.isNaN(v.getTime())'],
  ['/a+b/gi', 'v instanceof RegExp && String(v) === "/a+b/gi"'],
  ['new Map([[{ k: 1 }, new Set(["x"])]])', '[...v][0][0].k === 1 && [...v][0][1].has("x")'],
  ['new Uint8Array([1, 2, 255])', 'v instanceof Uint8Array && v[2] === 255 && v.length === 3'],
  ['new Float64Array([0.5, -0]).subarray(1)', 'v.length === 1 && Object.is(v[0], -0)'],
  ['new Uint8Array([7]).buffer', 'v instanceof ArrayBuffer && new Uint8Array(v)[0] === 7'],
  ['new DataView(new ArrayBuffer(8), 2, 3)', 'v instanceof DataView && v.byteLength === 3'],
  ['Object(true)', 'typeof v === "object" && v.valueOf() === true'],
  ['JSON.parse(`{"__proto__": {"x": 1}}`)', 'Object.hasOwn(v, "__proto__") && v.x === undefined'],
  ['"\\u0000\\ud800 \\u2028"', 'v === "\\u0000\\ud800 \\u2028"'],
  ['new (class Point { x = 1; get y() { return 2; } })()', 'v.x === 1 && !("y" in v)'],
];

test.each(crossing)('%s crosses to main and back', async (made, check) => {
  const code = `fixture.invoke('echo', ${made}).then((v) => ${check})`;
  expect(await inPage(code)).toBe(true);
});

test('shared and cyclic references stay what they are', async () => {
  const code = `(async () => {
    const child = {}; const parent = { a: child, b: child }; child.up = parent;
    const back = await fixture.invoke('echo', parent);
    return [back.a === back.b, back.a.up === back];
  })()`;
  expect(await inPage(code)).toEqual([true, true]);
});

test('an error arrives as an error of its kind, with its cause', async () => {
  const code = `(async () => {
    const e = await fixture.invoke('echo', new RangeError('too far', { cause: new Error('why') }));
    return [e instanceof RangeError, e.message, e.stack.includes('too far'), e.cause.message];
  })()`;
  expect(await inPage(code)).toEqual([true, 'too far', true, 'why']);
});

test('main sees real values of its own world', async () => {
  expect(await inPage(`fixture.invoke('kind', new Date(0))`)).toEqual([
    'object',
    String(new Date(0)),
    'Date',
  ]);
  expect(await inPage(`fixture.invoke('kind', 5n)`)).toEqual(['bigint', '5', 'BigInt']);
});

test.each(['function', 'symbol', 'promise', 'node'])(
  'a %s is refused on the way to main',
  async (kind) => {
    const refused = await inPage(`fixture.invokeMade('${kind}').catch((e) => String(e))`);
    expect(refused).toBe('Error: An object could not be cloned.');
  },
);

test.each(['function', 'symbol', 'promise inside'])(
  'a handler that gives a %s fails with the words of Electron',
  async (what) => {
    const refused = await inPage(`fixture.invoke('give', '${what}').catch((e) => String(e))`);
    expect(refused).toBe(
      "Error: Error invoking remote method 'give': Error: An object could not be cloned.",
    );
  },
);

test("a handler's error reaches the page in the words of Electron", async () => {
  expect(
    await inPage(`fixture.invoke('fail').catch((e) => [e instanceof Error, e.message])`),
  ).toEqual([true, "Error invoking remote method 'fail': TypeError: refused here"]);
  expect(await inPage(`fixture.invoke('nobody').catch((e) => e.message)`)).toBe(
    "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
  );
});

test('send reaches main once, and reply and webContents.send reach the page until it stops', async () => {
  await fixture.happened();
  await inPage(`globalThis.heard = []; globalThis.stop = fixture.on('noted', (v) => heard.push(v));
    fixture.send('note', { at: new Date(5) })`);
  await expect.poll(() => inPage('heard.length')).toBe(1);
  expect(await inPage('heard[0].at.getTime()')).toBe(5);
  expect(await fixture.happened()).toEqual([{ note: { at: new Date(5) } }]);

  const tell = (value: unknown): Promise<void> =>
    fixture.app.evaluate(
      ({ BrowserWindow }, sent) =>
        BrowserWindow.getAllWindows()[0]?.webContents.send('noted', sent),
      value,
    );
  await tell('second');
  await expect.poll(() => inPage('heard.length')).toBe(2);
  await inPage('stop()');
  await tell('third');
  await inPage(`fixture.invoke('echo')`);
  expect(await inPage('heard.length')).toBe(2);
});

test('main cannot send what cannot be cloned', async () => {
  const refused = await fixture.app.evaluate(({ BrowserWindow }) => {
    try {
      BrowserWindow.getAllWindows()[0]?.webContents.send('noted', () => 1);
      return 'sent';
    } catch (error) {
      return String(error);
    }
  });
  expect(refused).toBe('Error: An object could not be cloned.');
});

test('main knows which frame asks', async () => {
  expect(await inPage(`fixture.invoke('where')`)).toEqual({
    url: 'app://fixture/index.html',
    origin: 'app://fixture',
    isTop: true,
    window: 1,
  });
});

test('a window that closes with a call under way harms no other', async () => {
  const second = fixture.app.waitForEvent('window');
  await fixture.app.evaluate(() => globalThis.createWindow().loadURL('app://fixture/other.html'));
  const page = await second;
  const lost = page.evaluate(`void fixture.invoke('slow')`);
  await lost;
  await fixture.app.evaluate(({ BrowserWindow }) => BrowserWindow.fromId(2)?.destroy());
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(await inPage(`fixture.invoke('echo', 'still here')`)).toBe('still here');
});

test('sendSync is refused by name', async () => {
  const refused = `(() => { try { fixture.useSync(); } catch (e) { return e.message; } })()`;
  expect(await inPage(refused)).toContain('does not offer ipcRenderer.sendSync');
});
