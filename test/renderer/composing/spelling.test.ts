import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createChecker } from '../../../renderer/app/spelling/checker.ts';
import { createSpeller } from '../../../renderer/app/spelling/speller.ts';
import { piecesOf, wordAt, wordsOf } from '../../../renderer/app/spelling/words.ts';
import { inRoot } from '../../../scripts/paths.ts';

const words = (text: string) => wordsOf(text).map(({ word }) => word);

describe('what is looked up', () => {
  it.each([
    ['Their rate isn’t locked', ['Their', 'rate', "isn't", 'locked']],
    ['see https://Exmple.com/pagge and www.foo.bar or mail a@b.cc', ['see', 'and', 'or', 'mail']],
    ['APR of 5th, $400k, #tag @hanlde {frist name}', ['of']],
    ['Hi Zoltan, hello. Zoltan', ['Hi', 'hello', 'Zoltan']],
    ['rates.harborlght.com is iPhone 123abc', ['is']],
    ['日本語 и слово', []],
  ])('in %j', (text, wanted) => {
    expect(words(text)).toEqual(wanted);
  });

  it('is at its place, and the pieces are the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const found = wordsOf(text);
        for (const { word, start, end } of found) {
          expect(text.slice(start, end).replaceAll('’', "'")).toBe(word);
        }
        const joined = piecesOf(text, found).map((piece) => piece.text);
        expect(joined.join('')).toBe(`${text}\u200b`);
      }),
    );
  });

  it('is found by the caret in it or at its ends', () => {
    const wrong = wordsOf('a teh rate');
    expect([1, 2, 5, 6].map((caret) => wordAt(wrong, caret)?.word)).toEqual([
      undefined,
      'teh',
      'teh',
      'rate',
    ]);
  });
});

describe('the checker', () => {
  const dictionary = (end: string) =>
    readFileSync(inRoot('node_modules', 'dictionary-en', `index.${end}`), 'utf8');
  const answer = createChecker(dictionary('aff'), dictionary('dic'));

  it('knows the words of its dictionary, and what may be meant by others', () => {
    const all = ['recieve', 'receive', 'Mortgage', 'refinancing', "isn't", 'tommorow'];
    expect(answer({ id: 1, ask: 'check', words: all })).toEqual({
      id: 1,
      words: ['recieve', 'tommorow'],
    });
    expect(answer({ id: 2, ask: 'suggest', word: 'recieve' }).words).toContain('receive');
  });

  it('looks through a text of a thousand characters in an instant', () => {
    const text = words('the quick brown fox jumps ovre the lazy dog and '.repeat(20));
    const before = performance.now();
    answer({ id: 3, ask: 'check', words: text });
    expect(performance.now() - before).toBeLessThan(500);
  });
});

describe('the speller', () => {
  class FakeWorker extends EventTarget {
    readonly asked: { readonly id: number; readonly words?: readonly string[] }[] = [];
    postMessage(message: { readonly id: number; readonly words?: readonly string[] }): void {
      this.asked.push(message);
      const data = {
        id: message.id,
        words: (message.words ?? []).filter((word) => word === 'teh'),
      };
      queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data })));
    }
  }

  it('asks about each word once, and starts its worker with the first', async () => {
    const worker = new FakeWorker();
    let started = 0;
    const speller = createSpeller(() => {
      started += 1;
      return worker as unknown as Worker;
    });
    expect(started).toBe(0);
    await speller.look(['teh', 'rate', 'rate']);
    await speller.look(['rate', 'lock']);
    await speller.look(['teh']);
    expect(worker.asked.map((message) => message.words)).toEqual([['teh', 'rate'], ['lock']]);
    expect([speller.isWrong('teh'), speller.isWrong('rate'), speller.isWrong('new')]).toEqual([
      true,
      false,
      undefined,
    ]);
    expect(started).toBe(1);
  });

  it('says nothing of words when its worker breaks', async () => {
    const worker = new EventTarget() as unknown as Worker;
    worker.postMessage = () => queueMicrotask(() => worker.dispatchEvent(new Event('error')));
    const speller = createSpeller(() => worker);
    await speller.look(['teh']);
    expect(speller.isWrong('teh')).toBe(false);
    expect(await speller.suggest('teh')).toEqual([]);
  });
});
