import { describe, expect, it } from 'vitest';
import { en } from '../../shared/strings/en.ts';
import { read, sourceFiles } from './source.ts';
import { isSyntax, lineAt, pathOf, syntaxOf, walk, type Syntax } from './syntax.ts';

const renderer = sourceFiles('renderer');
const speakers = ['renderer', 'main', 'shared'].flatMap(sourceFiles);
/** The one file that asks the computer what it writes by. */
const home = 'shared/strings/language.ts';

/** What people see or hear of an element. */
const spoken = new Set(['aria-label', 'aria-description', 'title', 'placeholder', 'alt', 'label']);

/** Signs, the name and addresses are the same in every language. */
const isWord = (text: string): boolean =>
  /\p{L}/u.test(text) && !/^(?:×|Sidetone|https?:\S*)$/.test(text);

/** The texts an expression may come to, as far as they stand in the code. */
function literalsIn(node: unknown): readonly string[] {
  if (!isSyntax(node)) return [];
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? [node['value']] : [];
  if (node.type === 'TemplateLiteral')
    return (node['quasis'] as readonly Syntax[]).map(
      (part) => (part['value'] as { readonly raw: string }).raw,
    );
  if (node.type === 'ConditionalExpression')
    return [...literalsIn(node['consequent']), ...literalsIn(node['alternate'])];
  if (node.type === 'LogicalExpression')
    return [...literalsIn(node['left']), ...literalsIn(node['right'])];
  if (node.type === 'JSXExpressionContainer') return literalsIn(node['expression']);
  return [];
}

/** What an element shows that does not come from `strings`. */
function shownBy(node: Syntax): readonly string[] {
  if (node.type === 'JSXText') return [String(node['value']).trim()];
  if (node.type === 'JSXElement' || node.type === 'JSXFragment')
    return (node['children'] as readonly Syntax[]).flatMap((child) =>
      child.type === 'JSXExpressionContainer' ? literalsIn(child) : [],
    );
  if (node.type !== 'JSXAttribute') return [];
  const name = String((node['name'] as Syntax)['name']);
  return spoken.has(name) ? literalsIn(node['value']) : [];
}

/** Where `new Intl.…('en')` and the like fix a language; the machine's own formats may. */
function fixedLanguage(node: Syntax): boolean {
  if (node.type !== 'NewExpression' && node.type !== 'CallExpression') return false;
  const path = pathOf(node['callee']) ?? [];
  const [first] = node['arguments'] as readonly Syntax[];
  if (path.at(-1) === 'toLocaleString' && path.length > 1) return first === undefined;
  if (path[0] !== 'Intl' || path[1] === 'Segmenter' || path[1] === 'Locale') return false;
  if (first === undefined) return path.length === 2 && node.type === 'NewExpression';
  // Day and month in the order of the machine's own dates; nobody reads them.
  return (
    literalsIn(first).some((tag) => /^en(?:-US)?$/.test(tag)) || first.type === 'ArrayExpression'
  );
}

const isFunction = (node: Syntax): boolean =>
  /^(?:Arrow)?Function(?:Expression|Declaration)$|^MethodDefinition$/.test(node.type);

/** Groups of words that a module keeps: by the name it gives them, their path in `strings`. */
function groupsKept(tree: Syntax): ReadonlyMap<string, readonly string[]> {
  const kept = new Map<string, readonly string[]>([['strings', []]]);
  walk(tree, (node) => {
    if (isFunction(node)) return false;
    if (node.type !== 'VariableDeclarator') return true;
    const [root, ...rest] = pathOf(node['init']) ?? [];
    const before = root === undefined ? undefined : kept.get(root);
    const { id } = node as { readonly id?: Syntax };
    if (before === undefined || id === undefined) return true;
    const path = [...before, ...rest];
    if (id.type === 'Identifier') kept.set(String(id['name']), path);
    if (id.type === 'ObjectPattern')
      for (const { key, value } of id['properties'] as readonly { key: Syntax; value: Syntax }[])
        kept.set(String(value['name']), [...path, String(key['name'])]);
    return true;
  });
  return kept;
}

/** A group of words follows the language wherever it is kept; a text, a function or a list does not. */
function isGroup(path: readonly string[]): boolean {
  let at: unknown = en;
  for (const name of path) {
    if (typeof at !== 'object' || at === null) return false;
    at = (at as Readonly<Record<string, unknown>>)[name];
  }
  return typeof at === 'object' && at !== null && !Array.isArray(at);
}

/** Paths to single words that a module takes as it is loaded. */
function keptWords(file: string): readonly string[] {
  const tree = syntaxOf(file);
  const groups = groupsKept(tree);
  const found: string[] = [];
  const judge = (names: readonly string[], start: number): void => {
    const [root = '', ...rest] = names;
    const before = groups.get(root);
    if (before === undefined || isGroup([...before, ...rest])) return;
    found.push(`${file}:${lineAt(file, start)} keeps ${[...before, ...rest].join('.')}`);
  };
  walk(tree, (node) => {
    if (isFunction(node) || /^(?:TS|Import|Export\w+Specifier)/.test(node.type))
      return node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression';
    if (node.type !== 'MemberExpression') return true;
    const path = pathOf(node);
    if (path === undefined) return true;
    judge(path, node.start);
    return false;
  });
  for (const [name, path] of groups)
    if (!isGroup(path)) found.push(`${file} keeps ${path.join('.')} as ${name}`);
  return found;
}

describe('what is visible', () => {
  it('comes from the words, not from the window’s code', () => {
    const literals = renderer
      .filter((file) => file.endsWith('.tsx'))
      .flatMap((file) => {
        const found: string[] = [];
        walk(syntaxOf(file), (node) => {
          const words = shownBy(node).filter(isWord);
          if (words.length > 0)
            found.push(`${file}:${lineAt(file, node.start)} says “${words.join('”, “')}”`);
        });
        return found;
      });
    expect(literals).toEqual([]);
  });

  it('is looked up when it is used, so that it follows the language', () => {
    const files = speakers.filter(
      (file) => !file.startsWith('shared/strings/') && read(file).includes('/strings.ts'),
    );
    expect(files.flatMap(keptWords)).toEqual([]);
  });

  it('writes dates, numbers and lists by the language spoken', () => {
    const fixed = speakers
      .filter((file) => file !== home)
      .flatMap((file) => {
        const found: string[] = [];
        if (!/Intl\.|toLocaleString/.test(read(file))) return found;
        walk(syntaxOf(file), (node) => {
          if (fixedLanguage(node)) found.push(`${file}:${lineAt(file, node.start)}`);
        });
        return found;
      });
    expect(fixed).toEqual([]);
  });
});
