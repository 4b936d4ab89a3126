import { describe, expect, it } from 'vitest';
import {
  insertionOf,
  matchTemplates,
  openFieldObstacle,
  queryOf,
  slashBefore,
} from '../../../renderer/app/templates/view-model.ts';
import { personFields } from '../../../shared/merge.ts';
import type { TemplateId } from '../../../shared/model/ids.ts';
import type { Template } from '../../../shared/model/templates.ts';

const template = (title: string, body = title, source: Template['source'] = 'own'): Template => ({
  id: title as TemplateId,
  title,
  body,
  source,
  changedAt: undefined,
});

describe('a slash', () => {
  it.each([
    ['/', 1, 0],
    ['Hi /', 4, 3],
    ['Hi\n/', 4, 3],
    ['and/', 4, undefined],
    ['1/2 /', 5, 4],
    ['//', 2, undefined],
    [`${'a'.repeat(50)}/`, 51, undefined],
  ])('in %j is an offer at its place or none', (text, caret, at) => {
    expect(slashBefore(text, caret)).toBe(at);
  });

  it('is followed by what is looked for, until the caret leaves it', () => {
    const menu = { start: 3, hasSlash: true };
    expect(queryOf('Hi /rate l', 10, menu)).toBe('rate l');
    expect(queryOf('Hi /rate', 3, menu)).toBeUndefined();
    expect(queryOf('Hi rate', 7, menu)).toBeUndefined();
    expect(queryOf('Hi /ra\nx', 8, menu)).toBeUndefined();
    expect(queryOf('Hi ra', 5, { start: 3, hasSlash: false })).toBe('ra');
  });
});

it('templates are found by the start of the name, of a word, then by anything', () => {
  const view = {
    own: [template('Office', 'rate lock'), template('The rate lock'), template('Separate')],
    account: [template('Rates', 'x', 'company')],
    obstacle: undefined,
  };
  const found = (query: string) => matchTemplates(view, query).map(({ title }) => title);
  expect(found('rate')).toEqual(['Rates', 'The rate lock', 'Separate', 'Office']);
  expect(found('')).toEqual(['Office', 'The rate lock', 'Separate', 'Rates']);
  expect(found('nothing')).toEqual([]);
});

describe('what is inserted', () => {
  it('is filled in, and the first open field is to be written over', () => {
    const own = template('x', 'Hi {first name}, {company} and {rate}');
    const { text, select, open } = insertionOf(own, personFields({ name: 'Ada Brook' }));
    expect(text).toBe('Hi Ada, {company} and {rate}');
    expect(text.slice(select?.start, select?.end)).toBe('{company}');
    expect(open).toEqual(['{company}', '{rate}']);
  });

  it('of the account’s is as it stands there', () => {
    const theirs = template('x', 'Hi {{first name}} {name}', 'company');
    expect(insertionOf(theirs, personFields({ name: 'Ada' }))).toEqual({
      text: 'Hi {{first name}} {name}',
      select: undefined,
      open: [],
    });
  });
});

it('a text with an open field cannot go; braces of one’s own can', () => {
  expect(openFieldObstacle('Hi {First Name}', [], [], false)).toContain('{First Name}');
  expect(openFieldObstacle('At {office}', ['Office'], [], false)).toContain('{office}');
  expect(openFieldObstacle('A {set} of', [], [], false)).toBeUndefined();
  expect(openFieldObstacle('A {set} of', [], ['{set}'], false)).toContain('{set}');
  expect(openFieldObstacle('Hi Ada', [], ['{set}'], false)).toBeUndefined();
  expect(openFieldObstacle('Hi {name}', [], [], true)).toMatch(/group text.*\{name\}.*separately/);
});
