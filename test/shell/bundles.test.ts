import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shippedPackages } from '../../build/shipped.config.ts';
import { binOf } from '../../scripts/paths.ts';
import { runNode } from '../../scripts/process.ts';

let out = '';

beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'sidetone-bundles-'));
  const built = await runNode(
    [binOf('electron-vite'), 'build', '--logLevel', 'error', '--outDir', out],
    { env: { ...process.env, NODE_ENV: 'production' } },
  );
  expect(built.output).toBe('');
  expect(built.code).toBe(0);
}, 120_000);
afterAll(() => rmSync(out, { recursive: true }));

const files = (folder: string, ending: RegExp): readonly string[] =>
  readdirSync(join(out, folder), { recursive: true, encoding: 'utf8' }).filter((name) =>
    ending.test(name),
  );
const text = (path: string): string => readFileSync(join(out, path), 'utf8');

/** What a bundle loads from outside itself. */
function loadedBy(source: string): readonly string[] {
  const found = source.matchAll(
    // What stands behind a backtick is code that a library could write, not what it loads.
    /^(?:import|export)\b[^'"\n]*['"]([^'"]+)['"]|(?<![`\w$])(?:require|import)\(["']([^"']+)["']\)/gm,
  );
  return [...new Set([...found].map(([, from, called]) => from ?? called ?? ''))];
}

describe('security 2, security 7: the preload bundle', () => {
  it('is one CommonJS file that requires electron and nothing else', () => {
    expect(files('preload', /./)).toEqual(['index.cjs']);
    const source = text('preload/index.cjs');
    expect(loadedBy(source)).toEqual(['electron']);
    expect(source).not.toMatch(/^(?:import|export)\b/m);
    expect(source.length).toBeLessThan(4000);
  });

  it('gives the page two functions, and no way to Electron', () => {
    const source = text('preload/index.cjs');
    expect(source.match(/exposeInMainWorld/g)).toHaveLength(1);
    expect(source).not.toMatch(/ipcRenderer\.send|sendSync|postMessage|webFrame/);
  });
});

describe('the main bundles', () => {
  it('are the four that main starts', () => {
    expect(files('main', /^(?!chunk).*\.js$/).toSorted()).toEqual([
      'db-worker.js',
      'index.js',
      'places-worker.js',
      'simulator-thread.js',
    ]);
  });

  it('load only Electron, Node and what ships beside them', () => {
    const beside = new Set(['electron', ...shippedPackages.map(({ name }) => name)]);
    for (const file of files('main', /\.js$/)) {
      const strange = loadedBy(text(join('main', file)))
        .filter((name) => !name.startsWith('.') && !name.startsWith('node:'))
        .filter((name) => !builtinModules.includes(name))
        .filter((name) => !beside.has(name));
      expect(strange, file).toEqual([]);
    }
  });

  it('keep Electron out of the database workers and the simulator', () => {
    for (const file of ['db-worker.js', 'simulator-thread.js']) {
      const reached = new Set([file]);
      for (const name of reached) {
        for (const loaded of loadedBy(text(join('main', name)))) {
          expect(loaded, name).not.toBe('electron');
          if (loaded.startsWith('./')) reached.add(loaded.slice(2));
        }
      }
    }
  });

  it('security 22: have none of what is under test', () => {
    for (const file of files('main', /\.js$/)) {
      expect(text(join('main', file)), file).not.toMatch(
        /test\/stand-in|SIDETONE_STAND_IN|SIDETONE_RUNTIME/,
      );
    }
  });
});

describe('the page', () => {
  it('has no inline script and no inline style, and loads nothing from elsewhere', () => {
    const html = text('renderer/index.html');
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/i);
    for (const [, attributes = '', body = ''] of html.matchAll(/<script([^>]*)>([^<]*)/g)) {
      expect(attributes).toMatch(/\ssrc="\.\//);
      expect(body.trim()).toBe('');
    }
    expect(html).not.toMatch(/(?:src|href)="(?!\.\/)/);
  });

  it('comes without source maps', () => {
    expect(files('.', /\.map$/)).toEqual([]);
    for (const file of files('renderer', /\.(?:js|css)$/)) {
      expect(text(join('renderer', file)), file).not.toContain('sourceMappingURL');
    }
  });

  it('has no word of main’s tools in it', () => {
    for (const file of files('renderer', /\.js$/)) {
      const source = text(join('renderer', file));
      expect(source, file).not.toMatch(/better-sqlite3|node:fs|safeStorage|ZodError/);
    }
  });
});
