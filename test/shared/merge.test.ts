import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  escapeFields,
  fieldsOf,
  fillIn,
  foldField,
  joinValues,
  namedFields,
  personFields,
} from '../../shared/merge.ts';

const ada = personFields({ name: 'Ada Brook', company: 'Brook & Sons' });

describe('a template', () => {
  it.each([
    ['Hi {first name}!', 'Hi Ada!'],
    ['Hi { First  Name }, {NAME} of {company}', 'Hi Ada, Ada Brook of Brook & Sons'],
    ['{last name}', 'Brook'],
    ['no fields {} at { all }}', 'no fields {} at { all }'],
    ['{{first name}} stays', '{first name} stays'],
    ['{{{first name}}}', '{Ada}'],
    ['an open { brace\nand } another', 'an open { brace\nand } another'],
  ])('%j becomes %j', (body, text) => {
    const merged = fillIn(body, ada);
    if (body.includes(' all ')) expect(merged.open.map(({ name }) => name)).toEqual(['all']);
    else expect(merged).toEqual({ text, open: [] });
  });

  it('says what to write where nothing is known, and leaves it out where it says nothing', () => {
    const nobody = personFields({ name: undefined });
    expect(fillIn('Hi {first name|there}!', nobody).text).toBe('Hi there!');
    expect(fillIn('Hi {first name|there}!', ada).text).toBe('Hi Ada!');
    expect(fillIn('Hi{first name|}!', nobody)).toEqual({ text: 'Hi!', open: [] });
    expect(fillIn('Hi {first name}!', nobody)).toEqual({
      text: 'Hi {first name}!',
      open: [{ name: 'first name', why: 'missing', start: 3, end: 15 }],
    });
  });

  it('names a field that there is none of, also with something to write instead', () => {
    expect(fillIn('{frist name|there} {rate}', ada).open).toEqual([
      { name: 'frist name', why: 'unknown', start: 0, end: 18 },
      { name: 'rate', why: 'unknown', start: 19, end: 25 },
    ]);
    expect(fillIn('{constructor} {__proto__}', ada).open).toHaveLength(2);
  });

  it('takes columns of a table before own fields, and those before what is known', () => {
    const own = namedFields([
      { name: 'Office', value: 'Harborlight' },
      { name: ' ', value: 'x' },
    ]);
    const row = namedFields([{ name: 'Company', value: 'Elsewhere' }]);
    const values = joinValues(ada, own, row);
    expect(fillIn('{company}, {office}', values).text).toBe('Elsewhere, Harborlight');
  });

  it('lists its fields once each', () => {
    expect(fieldsOf('{Name} {name} {{x}} {rate|low}')).toEqual(['Name', 'rate']);
  });
});

it('reads names in file order, and one that is all there is', () => {
  expect(personFields({ name: 'Brook, Ada May' })).toMatchObject({
    'first name': 'Ada May',
    'last name': 'Brook',
    name: 'Ada May Brook',
  });
  expect(personFields({ name: 'Ada' })).toMatchObject({ 'first name': 'Ada', 'last name': '' });
  expect(personFields({ name: 'Ada May', firstName: 'Ada May' })['first name']).toBe('Ada May');
});

describe('whatever is typed', () => {
  const value = fc.string({ unit: 'grapheme' });

  it('comes back from its escaped form as it was, and has no fields then', () => {
    fc.assert(
      fc.property(value, (text) => {
        expect(fillIn(escapeFields(text), {})).toEqual({ text, open: [] });
      }),
    );
  });

  it('is filled in once: braces in a value are words', () => {
    fc.assert(
      fc.property(value, (name) => {
        const { text, open } = fillIn('<{name|-}>', { name });
        expect(text).toBe(`<${name.trim() || '-'}>`);
        expect(open).toEqual([]);
      }),
    );
  });

  it('leaves every open field where it says, as it was written', () => {
    const piece = fc.oneof(value, fc.constantFrom('{name}', '{x|y}', '{{', '}', '{rate}'));
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const { text, open } = fillIn(pieces.join(''), { name: '' });
        for (const { name, start, end } of open) {
          const raw = text.slice(start, end);
          expect(raw.startsWith('{') && raw.endsWith('}')).toBe(true);
          expect(foldField(raw.slice(1, -1).split('|')[0] ?? '')).toBe(foldField(name));
        }
      }),
    );
  });
});
