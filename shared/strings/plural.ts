import { locale, perLocale } from './language.ts';

const rules = perLocale((tag) => new Intl.PluralRules(tag));

/** A count with its noun: `plural(2, 'text', 'texts')` is “2 texts”. */
export function plural(count: number, one: string, many: string): string {
  return `${count.toLocaleString(locale())} ${rules().select(count) === 'one' ? one : many}`;
}
