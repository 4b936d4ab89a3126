import fc from 'fast-check';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { excerptOf, marksOf } from '../../../main/core/search/excerpt.ts';
import { fold } from '../../../main/core/search/fold.ts';
import { parseSought } from '../../../main/core/search/parse.ts';
import { makeArchive, marked } from './make.ts';

/** What a text may have in it: letters that fold, scripts that do not, emoji of several parts. */
const pieces: readonly string[] = [
  'a B rate é É e\u0301 ü Müller ł Ø ß ñ ế İ ı ς Σ ſ Ж ж 中 国 明天见 お疲れ 감사 한 ع שלום',
  '👍 👍🏽 👨‍👩‍👧 🇺🇸 𝔸 % _ " \' * ( ) : ^ - + AND OR NOT NEAR body: { } \\ 0 42 555 &',
].flatMap((line) => line.split(' '));
const piece = fc.constantFrom(...pieces, ' ', '  ', '\n', '\u200d', '\u0338');
const text = fc.array(piece, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''));
/** The same letters in another form: what someone else would type. */
const retyped = fc.constantFrom<(text: string) => string>(
  (one) => one,
  (one) => one.toLowerCase(),
  (one) => retypeEach(one, (char) => char.toUpperCase()),
  (one) => retypeEach(one, (char) => char.normalize('NFD')),
);

/** Only plain Latin letters and those with marks: `ß` has no capital of its own, `ı` that of `i`. */
function retypeEach(one: string, retype: (char: string) => string): string {
  return Array.from(one, (char) =>
    char !== 'ı' && /^[A-Za-z]/.test(char.normalize('NFD')) ? retype(char) : char,
  ).join('');
}

describe('folding', () => {
  it('is the index’s own for Latin, Greek and Cyrillic, and passes over the same marks', () => {
    const db = new Sqlite(':memory:');
    db.exec(`CREATE VIRTUAL TABLE t USING fts5(b, tokenize="trigram remove_diacritics 1");
      CREATE VIRTUAL TABLE v USING fts5vocab(t, 'instance')`);
    const add = db.prepare('INSERT INTO t (rowid, b) VALUES (?, ?)');
    const chars = Array.from({ length: 0xffff }, (_, code) => code).filter(
      (code) => code > 0x20 && (code < 0xd800 || code > 0xf8ff) && code < 0xfffe,
    );
    db.transaction(() => {
      for (const code of chars) add.run(code, `\u0001${String.fromCodePoint(code)}\u0002`);
    })();
    const folded = new Map<number, string>();
    for (const { doc, term } of db.prepare('SELECT doc, term FROM v').iterate() as Iterable<{
      doc: number;
      term: string;
    }>) {
      folded.set(doc, term.slice(1, -1));
    }
    const ours = (code: number): string => fold(String.fromCodePoint(code));
    // A mark that is passed over leaves too little for a trigram.
    expect(chars.filter((code) => (ours(code) === '') !== !folded.has(code))).toEqual([]);
    // Letters that Unicode has told the case of since SQLite made its table.
    const later = (code: number): boolean =>
      code === 0x37f ||
      (code >= 0x528 && code <= 0x52f) ||
      (code >= 0x1c80 && code <= 0x1cbf) ||
      (code >= 0x13a0 && code <= 0x13ff) ||
      code >= 0x2c2f;
    const others = chars.filter(
      (code) => !later(code) && folded.has(code) && ours(code) !== folded.get(code),
    );
    expect(others.map((code) => String.fromCodePoint(code))).toEqual(['Ǡ', 'ǡ']);
  });

  it('finds Latin letters with and without their marks, either way', async () => {
    const archive = makeArchive();
    archive.addText('Frau Müller');
    archive.addText('Mr Muller');
    archive.addText('Mu\u0308ller');
    for (const typed of ['müller', 'MULLER', 'mu\u0308ll', 'Üll']) {
      expect((await archive.find(typed)).items).toHaveLength(3);
    }
    archive.addText('Straße nach Łódź');
    expect((await archive.find('STRAßE')).items).toHaveLength(1);
    expect((await archive.find('lodz')).items).toHaveLength(0);
    expect((await archive.find('łodz')).items).toHaveLength(1);
  });

  it('takes whatever is typed for what it is', async () => {
    const archive = makeArchive();
    const strange = [
      '100% sure',
      'a_b',
      'say "hi"',
      "it's",
      'x*y',
      'this AND that',
      'NEAR(a b)',
      'body:rate',
      '^start',
      '-minus',
      'a+b',
      '{name}',
      'back\\slash',
      '(paren',
      'rate*',
    ];
    for (const body of strange) archive.addText(body);
    const all = async (typed: string) =>
      (await archive.find(typed)).items.map(({ excerpt }) => excerpt.text);
    for (const body of strange) expect(await all(body), body).toContain(body);
    expect(await all('%')).toEqual(['100% sure']);
    expect(await all('_')).toEqual(['a_b']);
    expect(await all('"')).toEqual(['say "hi"']);
    expect(await all('AND')).toEqual(['this AND that']);
    expect(await all('100%')).toEqual(['100% sure']);
    expect(await all('a%b')).toEqual([]);
    expect(await all('rate*')).toEqual(['rate*']);
    expect(await all('this OR')).toEqual([]);
  });

  it.each([
    ['明', ['明天见 👍🏽']],
    ['天见', ['明天见 👍🏽']],
    ['👍', ['👍', '明天见 👍🏽']],
    ['👍🏽', ['明天见 👍🏽']],
    ['👨‍👩‍👧', ['一家 👨‍👩‍👧']],
    ['家 👨', ['一家 👨‍👩‍👧']],
    ['김', ['김 선생님']],
    ['선생', ['김 선생님']],
    ['疲', ['お疲れ様です']],
    ['疲れ様', ['お疲れ様です']],
  ])('finds %j', async (typed, bodies) => {
    const archive = makeArchive();
    for (const body of ['明天见 👍🏽', '一家 👨‍👩‍👧', '김 선생님', 'お疲れ様です', '👍', 'rate'])
      archive.addText(body);
    const { items } = await archive.find(typed);
    expect(items.map(({ excerpt }) => excerpt.text)).toEqual(bodies);
    for (const hit of items) expect(marked(hit).join('')).not.toBe('');
  });

  it('finds any text by any part of it, however that is written', async () => {
    const archive = makeArchive();
    await fc.assert(
      fc.asyncProperty(text, fc.nat(), fc.nat(), retyped, async (body, start, length, retype) => {
        const chars = Array.from(body);
        const from = start % chars.length;
        const typed = retype(chars.slice(from, from + 1 + (length % 8)).join(''));
        fc.pre(parseSought(typed) !== undefined && !/^[-\d\s+().,;#*/]+$/.test(typed));
        archive.db.exec('DELETE FROM message');
        archive.addText(body);
        const { items } = await archive.find(typed, { kind: 'texts' });
        expect(items).toHaveLength(1);
        const words = parseSought(typed)?.words ?? [];
        for (const part of marked(items[0])) {
          expect(words.some((word) => fold(part).includes(word.folded))).toBe(true);
        }
        expect(marked(items[0]).length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });

  it('never stumbles over what is typed', async () => {
    const archive = makeArchive();
    archive.addPerson('Ada Byron', ['+14155550142'], { company: 'Acme', email: 'ada@b.example' });
    archive.addText('hello "rate" 100%');
    archive.addNote('明天');
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 200 }),
          text,
          fc.stringMatching(/^[-+()\d .*#"]{0,40}$/),
        ),
        fc.constantFrom('all', 'people', 'texts', 'calls', 'voicemails', 'notes'),
        fc.string(),
        async (typed, kind, after) => {
          const page = await archive.find(typed, { kind, after });
          expect(Array.isArray(page.items)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
    expect((await archive.find('\ud800')).items).toEqual([]);
  });
});

describe('an excerpt', () => {
  it('has its marks on the hits, in order, apart from each other, wherever it was cut', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 40 }), text, (parts, typed) => {
        const body = parts.join(' ');
        const words = parseSought(typed)?.words ?? [];
        const { text: shown, marks } = excerptOf(body, words);
        let last = -1;
        for (const { start, end } of marks) {
          expect(start).toBeGreaterThan(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(shown.length);
          last = end;
        }
        const whole = shown.replace(/^…|…$/g, '');
        expect(body).toContain(whole);
        expect(shown.isWellFormed()).toBe(body.isWellFormed());
        for (const { start, end } of marksOf(body, words)) {
          const part = fold(body.slice(start, end));
          expect(words.some(({ folded }) => part.includes(folded))).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('marks a decomposed letter whole', () => {
    const words = parseSought('cafe')?.words ?? [];
    expect(marksOf('a Cafe\u0301 here', words)).toEqual([{ start: 2, end: 7 }]);
    expect(marksOf('CAFÉ', words)).toEqual([{ start: 0, end: 4 }]);
  });
});
