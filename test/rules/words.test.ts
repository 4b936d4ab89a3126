import { afterEach, describe, expect, it } from 'vitest';
import type { Failure } from '../../shared/failure.ts';
import { failureMessages } from '../../shared/failure-messages.ts';
import { findings } from '../../shared/model/diagnostics.ts';
import { en } from '../../shared/strings/en.ts';
import { es } from '../../shared/strings/es.ts';
import { speak } from '../../shared/strings/language.ts';
import { pseudoText, toPseudo } from '../../shared/strings/pseudo.ts';
import { read, sourceFiles } from './source.ts';
import { alike } from './words-alike.ts';
import { leavesOf, marked, samplesOf, textsIn, type Leaf } from './words-read.ts';

const english = leavesOf(en);
const spanish = new Map(leavesOf(es).map((leaf) => [leaf.path, leaf]));
/** Each English text with the Spanish one; those of failures and findings are asked by key. */
const pairs = english
  .filter(({ path }) => path !== 'failures' && path !== 'findings')
  .map((leaf) => [leaf, spanish.get(leaf.path)] as const);

afterEach(() => speak('en'));

const parameterCount = (value: unknown): number =>
  typeof value === 'function' ? value.length : -1;

/** What both languages say to the same values; how many of a thing is one, in the second round. */
function said(leaf: Leaf, language: 'en' | 'es', many: boolean): readonly string[] {
  speak(language);
  if (typeof leaf.value !== 'function') return textsIn(leaf.value);
  return textsIn(Reflect.apply(leaf.value, undefined, samplesOf(leaf, many)));
}

/** The values that a failure or a finding may be given, as the words of English read them. */
function values(kind: string): readonly string[] {
  const asked = new RegExp(`\\b${kind}\\(\\s*(?:values, )?'(\\w+)'`, 'g');
  const files = sourceFiles('shared/strings/en').map(read);
  return [
    ...new Set(files.flatMap((text) => [...text.matchAll(asked)].map(([, name = '']) => name))),
  ];
}
const params = {
  ...Object.fromEntries(values('text').map((name) => [name, `‹${name}›`])),
  ...Object.fromEntries(values('number').map((name) => [name, 7])),
  ...Object.fromEntries(values('countOf').map((name) => [name, 7])),
  ...Object.fromEntries(values('time').map((name) => [name, Date.UTC(2026, 0, 5, 15, 7)])),
};

const failureOf = (message: Failure['message'], given: boolean): Failure => ({
  kind: 'invalid',
  code: '‹code›',
  message,
  retry: 'never',
  ...(given && { params, incidentId: '‹incident›' }),
});

const unmade = /undefined|NaN|\[object|\bnull\b/;
/** Something that is missing, or a gap where something was to be; a table of commands has its own. */
const broken = /undefined|NaN|\[object|\bnull\b|=>|\(\)|^[^\n]*\S {2}\S[^\n]*$| [.,;:](?:\s|$)/;
const marksIn = (texts: readonly string[]): readonly string[] =>
  [...new Set(texts.flatMap((text) => text.match(/‹[^›]*›|\d+/g) ?? []))].sort();

describe('the Spanish words', () => {
  it('are the same as the English ones in number and kind', () => {
    expect([...spanish.keys()].sort()).toEqual(english.map(({ path }) => path).sort());
    const other = pairs.filter(
      ([leaf, own]) =>
        typeof leaf.value !== typeof own?.value ||
        (typeof leaf.value === 'function' && leaf.value.length !== parameterCount(own?.value)),
    );
    expect(other.map(([{ path }]) => path)).toEqual([]);
  });

  it.each([true, false])(
    'say whole sentences, with the values of the English ones (many: %s)',
    (many) => {
      const wrong = pairs.flatMap(([leaf, own]) => {
        const first = said(leaf, 'en', many);
        const second = own === undefined ? [] : said(own, 'es', many);
        const faults = [...first, ...second].filter(
          (text) => broken.test(text) && !alike.has(text),
        );
        const lost = marksIn(first).filter(
          (mark) => mark.startsWith('‹') && !marksIn(second).includes(mark),
        );
        const made = marksIn(second).filter(
          (mark) => mark.startsWith('‹') && !marksIn(first).includes(mark),
        );
        return [
          ...faults,
          ...lost.map((mark) => `lost ${mark}`),
          ...made.map((mark) => `made ${mark}`),
        ].map((fault) => `${leaf.path}: ${fault}`);
      });
      expect(wrong).toEqual([]);
    },
  );

  it('are not English', () => {
    const left = pairs.flatMap(([leaf, own]) => {
      const first = said(leaf, 'en', true);
      const second = new Set(own === undefined ? [] : said(own, 'es', true));
      return first
        .filter((text) => /\p{L}{2}/u.test(text.replace(marked, '')))
        .filter((text) => second.has(text) && !alike.has(text))
        .map((text) => `${leaf.path}: ${text}`);
    });
    expect(left).toEqual([]);
  });

  it.each([true, false])('tell of every failure and finding (values given: %s)', (given) => {
    const wrong: string[] = [];
    const compare = (key: string, say: (words: typeof es) => unknown): void => {
      const [first, second] = (['en', 'es'] as const).map((language) => {
        speak(language);
        return textsIn(say(language === 'en' ? en : es));
      });
      for (const text of [...(first ?? []), ...(second ?? [])])
        if (given ? broken.test(text) : unmade.test(text)) wrong.push(`${key}: ${text}`);
      for (const text of first ?? [])
        if (second?.includes(text)) wrong.push(`${key} is English: ${text}`);
      for (const mark of marksIn(first ?? []))
        if (mark.startsWith('‹') && !marksIn(second ?? []).includes(mark))
          wrong.push(`${key} lost ${mark}`);
    };
    for (const message of failureMessages)
      compare(message, (words) => words.failures(failureOf(message, given)));
    for (const finding of findings)
      compare(finding, (words) => words.findings(finding, given ? params : {}));
    expect(wrong).toEqual([]);
  });

  it('write hours and numbers as Spanish does', () => {
    speak('es');
    expect(es.messages.units(1234, 5678)).toMatch(
      /^1[.,\u00a0]?234 de 5[.,\u00a0]?678 caracteres$/,
    );
    expect(es.guards.ask.quietHoursAdvice).toMatch(
      /^Las llamadas son bienvenidas de 8:00.* a (?:9|21):00/,
    );
    expect(es.app.groupShort('Ada', 1)).toBe('Ada y 1 persona más');
    expect(es.app.groupShort('Ada', 2)).toBe('Ada y 2 personas más');
  });
});

describe('the words made conspicuous', () => {
  const pseudo = leavesOf(toPseudo(en));
  // A function that was wrapped no longer says what its parameters are called.
  const byPath = new Map(english.map((leaf) => [leaf.path, leaf]));

  it('are all of them, in brackets that show where they are cut off or glued together', () => {
    speak('pseudo');
    expect(pseudo.map(({ path }) => path)).toEqual(english.map(({ path }) => path));
    const plain = pseudo
      .filter(({ path }) => path !== 'failures' && path !== 'findings')
      .flatMap((leaf) => {
        const texts =
          typeof leaf.value === 'function'
            ? textsIn(
                Reflect.apply(
                  leaf.value,
                  undefined,
                  samplesOf(byPath.get(leaf.path) ?? leaf, true),
                ),
              )
            : textsIn(leaf.value);
        return texts
          .filter((text) => text.trim() !== '' && !/^\[.*·+\]$/su.test(text))
          .map((text) => `${leaf.path}: ${text}`);
      });
    expect(plain).toEqual([]);
  });

  it('are longer than English by about a third, and can still be read', () => {
    expect(pseudoText('Send text')).toBe('[Šéñd téxt ···]');
    expect(pseudoText('')).toBe('');
  });
});
