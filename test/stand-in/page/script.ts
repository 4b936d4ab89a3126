import { isBlankExpression } from '../chromium/blank-page.ts';
import { nameAbsentMembers } from '../runtime/absent.ts';
import { createBridgeEnd } from './bridge-end.ts';
import { createCodec, createIpcCodec } from './codec.ts';
import type { PageConfig } from './messages.ts';
import { installPageWorld } from './page-world.ts';
import { installPreloadWorld } from './preload-world.ts';

/**
 * Preloads run in the top frame only, as in Electron without `nodeIntegrationInSubFrames`, and not on
 * the empty page a window with a display is opened on.
 */
const inTopFrame = (body: string): string =>
  `if (globalThis === globalThis.top && !${isBlankExpression}) {\n${body}\n}`;

const codecs = `const createCodec = ${createCodec.toString()};
const createBridgeEnd = ${createBridgeEnd.toString()};`;

/** The script for the page's own world. */
export function pageWorldScript(secret: string): string {
  return inTopFrame(`'use strict';
${codecs}
(${installPageWorld.toString()})(createBridgeEnd(createCodec, 'page', ${JSON.stringify(secret)}));`);
}

/** The script for the preload's world; it holds the preloads, as CSP forbids evaluating text. */
export function preloadWorldScript(config: PageConfig, preloads: readonly string[]): string {
  const wrapped = preloads.map(
    (preload) => `function (require, module, exports, process, global) {\n${preload}\n}`,
  );
  return inTopFrame(`'use strict';
${codecs}
const toBase64 = (bytes) => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(text);
};
const fromBase64 = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
const ipc = (${createIpcCodec.toString()})(createCodec, { toBase64, fromBase64 });
const bridge = createBridgeEnd(createCodec, 'preload', ${JSON.stringify(config.secret)});
const nameAbsent = ${nameAbsentMembers.toString()};
const preloads = [${wrapped.join(',\n')}];
(${installPreloadWorld.toString()})(${JSON.stringify(config)}, { bridge, ipc, nameAbsent, preloads });`);
}
