import { describe, expect, it } from 'vitest';
import { makeArchive, marked, tell } from './make.ts';

describe('people', () => {
  it('are found by words spread over name, company and e-mail', async () => {
    const archive = makeArchive();
    archive.addPerson('Ada Byron', ['+12125550142'], {
      company: 'Engines Ltd',
      email: 'ada@b.example',
    });
    archive.addPerson('Ada Stone', ['+12125550143'], { company: 'Acme' });
    expect(await archive.all('ada engines', { kind: 'people' })).toEqual(['person Ada Byron']);
    expect(await archive.all('acm ad', { kind: 'people' })).toEqual(['person Ada Stone']);
    expect(await archive.all('b.exam', { kind: 'people' })).toEqual(['person Ada Byron']);
    const [hit] = (await archive.find('engines', { kind: 'people' })).items;
    expect(hit?.excerpt.text).toBe('Engines Ltd');
    expect(marked(hit)).toEqual(['Engines']);
  });

  it('stand once, under the entry that stands for them', async () => {
    const archive = makeArchive();
    const own = archive.addPerson('Ada B.', ['+12125550142']);
    const colleague = archive.addPerson('Byron, Ada', ['102']);
    archive.db.prepare('UPDATE contact SET person_id = ? WHERE id = ?').run(own, colleague);
    expect(await archive.all('byron', { kind: 'people' })).toEqual(['person Ada B.']);
    archive.addCall('+12125550142', { at: 10 });
    archive.addCall(undefined, { extension: '102', at: 20 });
    expect(await archive.all('byron', { kind: 'calls' })).toHaveLength(2);
  });

  it('of the network’s caller ID are found too, as long as nobody else has the number', async () => {
    const archive = makeArchive();
    archive.addPerson('Ada Byron', ['+12125550142']);
    archive.addCall('+12125550142', { name: 'WIRELESS CALLER', at: 1 });
    archive.addCall('+12125550199', { name: 'SMITH WIRELESS', at: 2 });
    expect(await archive.all('wireless')).toEqual([
      'person SMITH WIRELESS',
      'call SMITH WIRELESS at 2',
    ]);
  });

  it('that are too many to list are told call by call', async () => {
    const archive = makeArchive();
    for (let n = 0; n < 300; n += 1) {
      const number = `+1${200 + n}5550142`;
      archive.addPerson(`Sam ${n}`, [number]);
      archive.addCall(number, { at: n + 1 });
    }
    archive.addPerson('Samuel', ['+19125550142']);
    archive.addCall('+19125550199', { at: 400 });
    expect(await archive.all('sam', { kind: 'calls', limit: 70 })).toHaveLength(300);
    expect(await archive.all('0142', { kind: 'calls', limit: 70 })).toHaveLength(300);
    expect(await archive.all('sam 7', { kind: 'calls' })).not.toHaveLength(0);
    archive.addPerson('Zz Sam');
    const [first] = (await archive.find('samuel', { kind: 'people' })).items;
    expect(first && tell(first)).toBe('person Samuel');
    expect((await archive.find('sam', { kind: 'people' })).items.map(tell)).not.toContain(
      'person Zz Sam',
    );
  });

  it('with the same words are in the order of the last contact', async () => {
    const archive = makeArchive();
    archive.addPerson('Sam One', ['+12125550101']);
    archive.addPerson('Sam Two', ['+12125550102']);
    archive.addCall('+12125550101', { at: 10 });
    archive.addText('hello', { number: '+12125550102', at: 20 });
    expect(await archive.all('sam', { kind: 'people' })).toEqual([
      'person Sam Two',
      'person Sam One',
    ]);
    archive.addCall('+12125550101', { at: 30 });
    expect(await archive.all('sam', { kind: 'people' })).toEqual([
      'person Sam One',
      'person Sam Two',
    ]);
  });
});

describe('numbers', () => {
  const make = () => {
    const archive = makeArchive();
    archive.addPerson('Ada Byron', ['+14155550142']);
    archive.addCall('+14155550142', { at: 10 });
    archive.addCall('+13105550177', { at: 20 });
    return archive;
  };

  it.each([
    '+14155550142',
    '4155550142',
    '14155550142',
    '(415) 555-0142',
    '+1 (415) 555-0142',
    '415.555.0142',
    '415/555 0142',
    '555 0142',
    '555-0142',
    '0142',
    '+1 415',
    '(415)',
    '00 1 415 555 0142',
    '４１５５５５０１４２',
  ])('are found as %j', async (text) => {
    expect(await make().all(text)).toEqual(['person Ada Byron', 'call Ada Byron at 10']);
  });

  it('that are nobody’s are found as well', async () => {
    const archive = make();
    expect(await archive.all('310 555')).toEqual([
      'person +13105550177',
      'call +13105550177 at 20',
    ]);
    const [person] = (await archive.find('0177')).items;
    expect(marked(person)).toEqual(['0177']);
  });

  it('with a trunk prefix or a zero in brackets are those of E.164', async () => {
    const archive = makeArchive();
    archive.addCall('+442079460142', { at: 10 });
    expect(await archive.all('020 7946 0142', { kind: 'calls' })).toHaveLength(1);
    expect(await archive.all('+44 (0)20 7946 0142', { kind: 'calls' })).toHaveLength(1);
    expect(await archive.all('0044 20 7946', { kind: 'calls' })).toHaveLength(1);
  });

  it('are found in texts too, whatever stands between their groups', async () => {
    const archive = makeArchive();
    archive.addText('call me at 415-555-0142', { at: 10 });
    archive.addText('it is (415) 555 0142!', { at: 20 });
    archive.addText('the fee is 5,000', { at: 30 });
    expect(await archive.all('(415) 555-0142', { kind: 'texts' })).toHaveLength(2);
    expect(await archive.all('555 0142', { kind: 'texts' })).toHaveLength(2);
    expect(await archive.all('5,000', { kind: 'texts' })).toEqual(['text the fee is 5,000']);
  });

  it('narrow people together with a name', async () => {
    const archive = make();
    archive.addPerson('Ada Stone', ['+14155550188']);
    expect(await archive.all('ada 0142', { kind: 'people' })).toEqual(['person Ada Byron']);
    expect(await archive.all('ada 0142', { kind: 'calls' })).toEqual(['call Ada Byron at 10']);
  });

  it('of extensions are found by their beginning', async () => {
    const archive = makeArchive();
    archive.addPerson('Kim', ['1022']);
    archive.addCall(undefined, { extension: '1022', at: 10 });
    expect(await archive.all('102')).toEqual(['person Kim', 'call Kim at 10']);
  });

  it('go with the last row that has them', async () => {
    const archive = make();
    expect(await archive.all('0177', { kind: 'people' })).toHaveLength(1);
    archive.db.exec(`DELETE FROM call WHERE number = '+13105550177'`);
    expect(await archive.all('0177', { kind: 'people' })).toEqual([]);
  });
});
