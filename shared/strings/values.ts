import { perLocale } from './language.ts';

/** The values main gave a sentence, each undefined when it is not there. */
export type Values = {
  readonly text: (name: string) => string | undefined;
  readonly number: (name: string) => number | undefined;
  /** A time of day, from epoch milliseconds. */
  readonly time: (name: string) => string | undefined;
};

export function valuesOf(params: Readonly<Record<string, string | number>>): Values {
  const number = (name: string): number | undefined => {
    const value = params[name];
    return typeof value === 'number' ? value : undefined;
  };
  return {
    text: (name) => (params[name] === undefined ? undefined : String(params[name])),
    number,
    time: (name) => {
      const at = number(name);
      return at === undefined ? undefined : timeOfDay().format(at);
    },
  };
}

const timeOfDay = perLocale(
  (tag) => new Intl.DateTimeFormat(tag, { hour: 'numeric', minute: '2-digit' }),
);
