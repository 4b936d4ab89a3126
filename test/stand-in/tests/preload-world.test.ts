import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchFixture, type Fixture } from './support/fixture.ts';

let fixture: Fixture;

beforeAll(async () => {
  fixture = await launchFixture();
});

afterAll(async () => {
  await fixture.close();
});

const inPage = (code: string): Promise<unknown> => fixture.page.evaluate(code);
const message = (code: string): string =>
  `(() => { try { ${code}; } catch (e) { return e.message; } })()`;

test('the preload runs before the page and in a world of its own', async () => {
  expect(await inPage('exposedBeforeScripts')).toBe('object');
  expect(await inPage('typeof onlyInPreload')).toBe('undefined');
  expect(await inPage('fixture.seesPage()')).toBe('undefined');
  expect(await inPage('typeof require + typeof process + typeof module')).toBe(
    'undefinedundefinedundefined',
  );
});

test('nothing in the page leads to the binding main listens to', async () => {
  const names = 'Object.getOwnPropertyNames(globalThis).filter((n) => /^sidetone-|^__/.test(n))';
  expect(await inPage(names)).toEqual([]);
  expect(await inPage('fixture.invoke.toString().includes("sidetone-")')).toBe(false);
});

test('what is exposed is a frozen copy that cannot be replaced', async () => {
  const code = `(() => {
    'use strict';
    const refused = [];
    for (const attempt of [
      () => { fixture.invoke = 1; },
      () => { fixture.nested.list[1].deep = false; },
      () => { fixture.nested.list.push(1); },
      () => { delete fixture.nested; },
      () => { globalThis.fixture = {}; },
      () => { fixture.invoke.extra = 1; },
    ]) { try { attempt(); refused.push(false); } catch (e) { refused.push(e instanceof TypeError); } }
    return refused;
  })()`;
  expect(await inPage(code)).toEqual([true, true, true, true, true, true]);
});

test('objects of one world are never seen in the other', async () => {
  const code = `(() => {
    const given = { list: [1], when: new Date(3), toString: undefined };
    const back = fixture.same(given);
    return [back === given, back instanceof Object, back.when instanceof Date, back.when.getTime()];
  })()`;
  expect(await inPage(code)).toEqual([false, true, true, 3]);
  expect(await inPage('fixture.same.constructor === Function')).toBe(true);
});

test('functions cross as proxies, both ways, and come home as themselves', async () => {
  expect(await inPage('fixture.twice((x) => x * 10)')).toEqual([10, 20]);
  expect(await inPage('(() => { const own = () => 1; return fixture.same(own) === own; })()')).toBe(
    true,
  );
});

test('promises and errors cross', async () => {
  expect(await inPage('fixture.later([1n]).then((v) => typeof v[0])')).toBe('bigint');
  expect(await inPage(message('fixture.fail()'))).toBe('preload refused');
  expect(
    await inPage('fixture.laterFail().catch((e) => [e instanceof RangeError, e.message])'),
  ).toEqual([true, 'preload refused later']);
  const thrown = `(() => {
    try { fixture.twice(() => { throw new TypeError('in the page'); }); }
    catch (e) { return [e instanceof TypeError, e.message]; }
  })()`;
  expect(await inPage(thrown)).toEqual([true, 'in the page']);
});

test('what cannot cross is refused, and the bridge goes on', async () => {
  expect(await inPage(message('fixture.same(Symbol("s"))'))).toBe('An object could not be cloned.');
  expect(await inPage(message('fixture.same(document.body)'))).toBe(
    'An object could not be cloned.',
  );
  expect(await inPage('fixture.same(1)')).toBe(1);
});

test('a page that tampers with what it shares with the preload learns nothing', async () => {
  const code = `(() => {
    const seen = [];
    const { dispatchEvent } = EventTarget.prototype;
    EventTarget.prototype.dispatchEvent = function (event) { seen.push(event.type); return dispatchEvent.call(this, event); };
    globalThis.dispatchEvent = EventTarget.prototype.dispatchEvent;
    fixture.same('x');
    EventTarget.prototype.dispatchEvent = dispatchEvent;
    delete globalThis.dispatchEvent;
    return seen;
  })()`;
  expect(await inPage(code)).toEqual([]);
});

test('the preload sees a process of its own kind, and only electron to require', async () => {
  expect(await inPage('fixture.argv.includes("--from-main")')).toBe(true);
  expect(await inPage('fixture.platform')).toBe(process.platform);
  expect(await inPage('fixture.electron')).toMatch(/^\d+\./);
  expect(await inPage(message('fixture.requireModule("node:fs")'))).toBe(
    'module not found: node:fs',
  );
});

test('a frame inside the page has no preload', async () => {
  const code = `(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const kind = typeof frame.contentWindow.fixture;
    frame.remove();
    return kind;
  })()`;
  expect(await inPage(code)).toBe('undefined');
});

test('a reload runs the preload again', async () => {
  await fixture.page.reload();
  expect(await inPage('fixture.invoke("echo", 7)')).toBe(7);
});
