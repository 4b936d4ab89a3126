import { parseAst } from 'vite';
import { read } from './source.ts';

/** A node of a file's syntax tree, as the parser of the build makes it (ESTree). */
export type Syntax = {
  readonly type: string;
  readonly start: number;
  readonly [part: string]: unknown;
};

/** The syntax tree of a TypeScript file. */
export function syntaxOf(file: string): Syntax {
  const known = trees.get(file);
  if (known !== undefined) return known;
  const lang = file.endsWith('x') ? 'tsx' : 'ts';
  const tree = parseAst(read(file), { lang }) as unknown as Syntax;
  trees.set(file, tree);
  return tree;
}

const trees = new Map<string, Syntax>();

/** What stands directly inside a node. */
export function partsOf(node: Syntax): readonly Syntax[] {
  return Object.values(node).flat().filter(isSyntax);
}

/** Calls `see` for a node and everything inside it; where that answers false it goes no deeper. */
export function walk(node: Syntax, see: (node: Syntax) => boolean | void): void {
  if (see(node) === false) return;
  for (const part of partsOf(node)) walk(part, see);
}

/** `a.b.c` as its names, where it is one. */
export function pathOf(node: unknown): readonly string[] | undefined {
  if (!isSyntax(node)) return undefined;
  if (node.type === 'Identifier') return [String(node['name'])];
  if (node.type !== 'MemberExpression') return undefined;
  const before = pathOf(node['object']);
  const { property } = node;
  if (before === undefined || !isSyntax(property)) return undefined;
  if (node['computed'] !== true) return [...before, String(property['name'])];
  return property.type === 'Literal' ? [...before, String(property['value'])] : undefined;
}

/** The line of a place in a file, from 1. */
export function lineAt(file: string, start: number): number {
  return read(file).slice(0, start).split('\n').length;
}

export function isSyntax(value: unknown): value is Syntax {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}
