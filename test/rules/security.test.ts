import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { read, root, sourceFiles } from './source.ts';

const page = 'docs/security.md';
const mostRows = 22;

type Row = {
  readonly number: number;
  readonly places: readonly string[];
  readonly tests: readonly string[];
};

/** The rows of the table, in its order. */
const rows: readonly Row[] = read(page)
  .split('\n')
  .filter((line) => /^\| \d+ \|/.test(line))
  .map((line) => {
    const [, number = '', , where = '', tests = ''] = line.split('|');
    return {
      number: Number(number),
      places: [...where.matchAll(/`([^`]+)`/g)].map(([, place = '']) => place),
      tests: [...tests.matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) =>
        normalize(join(dirname(page), link)),
      ),
    };
  });

describe('the table of security', () => {
  it('has every row, once and in order', () => {
    expect(rows.map(({ number }) => number)).toEqual(
      Array.from({ length: mostRows }, (_, at) => at + 1),
    );
  });

  it('names for each a test that carries its number', () => {
    for (const { number, tests } of rows) {
      const first = tests[0] ?? '';
      expect(first).toMatch(new RegExp(`row-${String(number).padStart(2, '0')}-`));
      expect(read(first), first).toContain(`security ${number}: `);
      for (const test of tests) expect(existsSync(join(root, test)), test).toBe(true);
    }
  });

  it('knows of every test with a number', () => {
    const named = new Set(rows.flatMap(({ tests }) => tests));
    const numbered = sourceFiles('test').filter((file) =>
      /(?:describe|it)\(\s*'security \d+[:,]/.test(read(file)),
    );
    expect(numbered.filter((file) => !named.has(file))).toEqual([]);
    expect(numbered.length).toBeGreaterThanOrEqual(mostRows);
  });

  it('names places that are there', () => {
    for (const { number, places } of rows) {
      expect(places.length, `row ${number}`).toBeGreaterThan(0);
      const folder = places.find((place) => place.includes('/')) ?? '';
      const gone = places.filter(
        (place) =>
          !existsSync(join(root, place)) && !existsSync(join(root, dirname(folder), place)),
      );
      expect(gone, `row ${number}`).toEqual([]);
    }
  });
});
