import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const renderer = fileURLToPath(new URL('../../renderer/', import.meta.url));
const read = (pattern: string) =>
  globSync(pattern, { cwd: renderer }).map((path) => ({
    path,
    text: readFileSync(`${renderer}${path}`, 'utf8').replaceAll(/\/\*[^]*?\*\//g, ''),
  }));
const sheets = read('**/*.css');

describe('under reduced motion nothing moves', () => {
  test('one rule, after every other, turns off what moves', () => {
    const base = sheets.find(({ path }) => path === 'styles/base.css')?.text ?? '';
    expect(/@layer ([^;{]+);/.exec(base)?.[1]?.split(', ').at(-1)).toBe('system');
    const system = sheets.find(({ path }) => path === 'styles/system.css')?.text ?? '';
    const [, rule] =
      /@media \(prefers-reduced-motion: reduce\) \{\s*\*,\s*\*::before,\s*\*::after \{([^}]*)\}/.exec(
        system,
      ) ?? [];
    expect(rule).toMatch(/animation: none;\s*transition: none;\s*scroll-behavior: auto;/);
  });

  test('and no rule is beyond its reach: all are in a layer, and none is important', () => {
    expect(sheets.length).toBeGreaterThan(50);
    for (const { path, text } of sheets) {
      const outside = text.replace(/@layer [^;{]+;/, '').trim();
      expect(outside.startsWith('@layer '), path).toBe(true);
      expect(outside.match(/^@layer /gm), path).toHaveLength(1);
      expect(text, path).not.toContain('!important');
    }
  });

  test('nor does code move anything by itself', () => {
    const code = read('**/*.{ts,tsx}').filter(({ text }) =>
      /\.animate\(|behavior: 'smooth'|style=\{\{[^}]*(?:transition|animation)/.test(text),
    );
    expect(code.map(({ path }) => path)).toEqual([]);
  });
});
