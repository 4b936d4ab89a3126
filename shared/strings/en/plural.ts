import { locale } from './locale.ts';

const rules = new Intl.PluralRules(locale);

/** A count with its noun: `plural(2, 'text', 'texts')` is “2 texts”. */
export function plural(count: number, one: string, many: string): string {
  return `${count.toLocaleString(locale)} ${rules.select(count) === 'one' ? one : many}`;
}
