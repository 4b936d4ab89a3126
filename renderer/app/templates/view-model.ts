import { builtInFields, fillIn, foldField, type MergeValues } from '../../../shared/merge.ts';
import type { Template, TemplatesView } from '../../../shared/model/templates.ts';
import { strings } from '../../../shared/strings/strings.ts';

/** More are not offered at once. */
const mostOffered = 8;
/** Behind a slash further on than this nobody looks for a template any more. */
const longestQuery = 40;

/** The slash before the caret that asks for a template: at the start of a line or after a space. */
export function slashBefore(text: string, caret: number): number | undefined {
  const before = text.slice(Math.max(0, caret - longestQuery), caret);
  const at = /(?:^|\s)\/$/.test(before) ? caret - 1 : undefined;
  // Cut off, the slash seems to stand at the start.
  return at !== undefined && (at === 0 || /\s/.test(text.charAt(at - 1))) ? at : undefined;
}

/** What is looked for, while the caret is behind where the menu was opened; undefined: no longer. */
export function queryOf(
  text: string,
  caret: number,
  { start, hasSlash }: { readonly start: number; readonly hasSlash: boolean },
): string | undefined {
  const from = hasSlash ? start + 1 : start;
  if (caret < from || (hasSlash && text.charAt(start) !== '/')) return undefined;
  const query = text.slice(from, caret);
  return query.includes('\n') || query.length > longestQuery ? undefined : query;
}

/** The templates that a query means: by the start of the name, then of a word, then anywhere. */
export function matchTemplates(view: TemplatesView, query: string): readonly Template[] {
  const wanted = query.trim().toLowerCase();
  const all = [...view.own, ...view.account];
  if (wanted === '') return all.slice(0, mostOffered);
  const rank = ({ title, body }: Template): number => {
    const name = title.toLowerCase();
    if (name.startsWith(wanted)) return 0;
    if (name.includes(` ${wanted}`)) return 1;
    if (name.includes(wanted)) return 2;
    return body.toLowerCase().includes(wanted) ? 3 : 4;
  };
  return all
    .map((template) => ({ template, rank: rank(template) }))
    .filter((found) => found.rank < 4)
    .toSorted((one, other) => one.rank - other.rank)
    .slice(0, mostOffered)
    .map(({ template }) => template);
}

/** What a template puts into a text to someone, and which part of it is to be written over first. */
export function insertionOf(template: Template, values: MergeValues) {
  // Braces in the account's own templates are as RingCentral's other apps show them: as they are.
  if (template.source !== 'own') return { text: template.body, select: undefined, open: [] };
  const { text, open } = fillIn(template.body, values);
  const [first] = open;
  return {
    text,
    select: first && { start: first.start, end: first.end },
    open: open.map(({ start, end }) => text.slice(start, end)),
  };
}

/**
 * Why a text cannot go yet: fields in it were not filled in. Those that there are always count; any
 * other only where a template has brought it, as braces may be meant.
 */
export function openFieldObstacle(
  text: string,
  ownFields: readonly string[],
  brought: readonly string[],
  isGroup: boolean,
): string | undefined {
  if (!text.includes('{')) return undefined;
  const known = new Set([...builtInFields, ...ownFields].map(foldField));
  const open = fillIn(text, {}).open.filter(
    ({ name, start, end }) =>
      known.has(foldField(name)) || brought.includes(text.slice(start, end)),
  );
  const names = [...new Set(open.map(({ name }) => name))];
  if (names.length === 0) return undefined;
  return isGroup ? strings.templates.openInGroup(names) : strings.templates.open(names);
}
