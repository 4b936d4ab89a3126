import { describe, expect, test } from 'vitest';
import type { E164 } from '../../shared/model/ids.ts';
import type { SearchHit } from '../../shared/model/search.ts';
import { partyWords } from '../../renderer/app/party.ts';
import { excerptNear } from '../../renderer/features/search/excerpt.ts';
import { createTurns } from '../../renderer/features/search/in-turn.ts';
import {
  itemsOf,
  lineOf,
  onNumber,
  typedNumber,
  type ResultItem,
} from '../../renderer/features/search/view-model.ts';
import { at, callRow, home, message, party } from './make.ts';

const words = partyWords(home);
const now = at(22, 12);
const line = (hit: SearchHit) => lineOf({ kind: 'hit', key: 'x', hit }, words, now);
const marked = ({
  text,
  marks,
}: {
  text: string;
  marks: readonly { start: number; end: number }[];
}) => marks.map(({ start, end }) => text.slice(start, end));

describe('a line of the results', () => {
  test('has the marks where the words are: in the name, the company or the number', () => {
    const excerpt = { text: 'Ada Brook', marks: [{ start: 0, end: 3 }] };
    const byName = line({ kind: 'person', party: party(), excerpt });
    expect(marked(byName.title)).toEqual(['Ada']);
    expect(byName.detail.text).toBe('(415) 555-0101');
    const byCompany = line({
      kind: 'person',
      party: party({ company: 'Acme' }),
      excerpt: { text: 'Acme', marks: [{ start: 0, end: 2 }] },
    });
    expect(marked(byCompany.title)).toEqual([]);
    expect(marked(byCompany.detail)).toEqual(['Ac']);
    const byNumber = line({
      kind: 'call',
      call: callRow('c', { party: party({ name: undefined }) }),
      excerpt: { text: '+14155550101', marks: [{ start: 5, end: 12 }] },
    });
    expect(byNumber.title.text).toBe('(415) 555-0101');
    expect(marked(byNumber.title)).toEqual(['555-0101']);
  });

  test('of one’s own text says so, and the marks stay on the words', () => {
    const { text: _, attachments: __, ...rest } = message('m', { direction: 'outbound' });
    const { detail, title, speaker, sentence } = line({
      kind: 'text',
      message: rest,
      parties: [party()],
      excerpt: { text: 'the rate', marks: [{ start: 4, end: 8 }] },
    });
    expect(title.text).toBe('Ada Brook');
    expect(speaker + detail.text).toBe('You: the rate');
    expect(sentence).toContain('You: the rate');
    expect(marked(detail)).toEqual(['rate']);
  });

  test('begins a word or two before the hit where there is no room for more', () => {
    const text = 'I can meet you at the title office for the closing on Friday';
    const start = text.indexOf('closing');
    const excerpt = { text, marks: [{ start, end: start + 'closing'.length }] };
    const near = excerptNear(excerpt, 16);
    expect(near.text).toBe('…office for the closing on Friday');
    expect(marked(near)).toEqual(['closing']);
    expect(excerptNear(excerpt, 64)).toBe(excerpt);
    const address = { text: 'https://long.example/closing', marks: [{ start: 21, end: 28 }] };
    expect(excerptNear(address, 16)).toEqual({ text: '…closing', marks: [{ start: 1, end: 8 }] });
  });

  test('marks digits of a number however it is written', () => {
    const number = '+14155550142';
    const mark = (start: number, end: number) => ({ text: number, marks: [{ start, end }] });
    expect(marked(onNumber('(415) 555-0142', mark(8, 12)))).toEqual(['0142']);
    expect(marked(onNumber('(415) 555-0142', mark(1, 12)))).toEqual(['415) 555-0142']);
    expect(marked(onNumber('+1 415 555 0142', mark(1, 5)))).toEqual(['1 415']);
    expect(marked(onNumber('(415) 555-0142', mark(1, 2)))).toEqual([]);
  });
});

describe('a number that was typed', () => {
  const person: SearchHit = {
    kind: 'person',
    party: party({ number: '+14155550101' as E164 }),
    excerpt: { text: '', marks: [] },
  };
  const kinds = (items: readonly ResultItem[]) => items.map(({ kind }) => kind);

  test('is one when it is nothing but a whole number', () => {
    expect(typedNumber('(415) 555-0142', home)).toBe('+14155550142');
    for (const text of ['0142', '555', 'ada', 'ada 415 555 0142', '911', '']) {
      expect(typedNumber(text, home)).toBeUndefined();
    }
  });

  test('is offered unless it is a contact’s or something else is looked for', () => {
    const number = '+14155550101' as E164;
    const known: SearchHit = {
      ...person,
      party: party({ contactId: 'p' as never, number }),
    };
    expect(kinds(itemsOf([person], number, 'all'))).toEqual(['hit', 'typed', 'typed']);
    expect(kinds(itemsOf([], number, 'all'))).toEqual(['typed', 'typed']);
    expect(kinds(itemsOf([known], number, 'all'))).toEqual(['hit']);
    expect(kinds(itemsOf([person], number, 'calls'))).toEqual(['hit']);
    expect(kinds(itemsOf([person], undefined, 'all'))).toEqual(['hit']);
  });
});

describe('turns', () => {
  test('come one after another, and those given up meanwhile are never taken', async () => {
    const inTurn = createTurns();
    const started: string[] = [];
    const { promise, resolve } = Promise.withResolvers<string>();
    const stale = new AbortController();
    const live = new AbortController().signal;
    const task = (name: string, answer: Promise<string>) => () => {
      started.push(name);
      return answer;
    };
    const first = inTurn(live, task('first', promise));
    const second = inTurn(stale.signal, task('second', Promise.resolve('2')));
    const third = inTurn(live, task('third', Promise.resolve('3')));
    stale.abort();
    resolve('1');
    await expect(second).rejects.toThrow();
    expect(await first).toBe('1');
    expect(await third).toBe('3');
    expect(started).toEqual(['first', 'third']);
  });

  test('go on after one that failed', async () => {
    const inTurn = createTurns();
    const { signal } = new AbortController();
    await expect(inTurn(signal, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await inTurn(signal, () => Promise.resolve(callRow('c').id))).toBe('c');
  });
});
