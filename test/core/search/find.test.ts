import { describe, expect, it } from 'vitest';
import { makeArchive, marked, tell } from './make.ts';

describe('searching everything', () => {
  it('has people first, then what happened, newest first', async () => {
    const archive = makeArchive();
    archive.addPerson('Ada Byron', ['+12125550142']);
    archive.addNote('Ada wants a fixed rate', { at: 40 });
    archive.addText('hello ada', { at: 10 });
    archive.addVoicemail('this is Ada calling', { at: 20 });
    archive.addCall('+12125550142', { at: 30 });
    archive.addCall('+12125550143', { at: 35 });
    expect(await archive.all('ada')).toEqual([
      'person Ada Byron',
      'note Ada wants a fixed rate',
      'call Ada Byron at 30',
      'voicemail this is Ada calling',
      'text hello ada',
    ]);
  });

  it('is narrowed to one kind', async () => {
    const archive = makeArchive();
    archive.addPerson('Ada Byron', ['+12125550142']);
    archive.addText('ada', { at: 10 });
    archive.addCall('+12125550142', { at: 20 });
    archive.addVoicemail('ada', { at: 30 });
    archive.addNote('ada', { at: 40 });
    expect(await archive.all('ada', { kind: 'people' })).toEqual(['person Ada Byron']);
    expect(await archive.all('ada', { kind: 'texts' })).toEqual(['text ada']);
    expect(await archive.all('ada', { kind: 'calls' })).toEqual(['call Ada Byron at 20']);
    expect(await archive.all('ada', { kind: 'voicemails' })).toEqual(['voicemail ada']);
    expect(await archive.all('ada', { kind: 'notes' })).toEqual(['note ada']);
  });

  it('wants every word, wherever it stands', async () => {
    const archive = makeArchive();
    archive.addText('the rate is locked');
    archive.addText('locked, at that rate');
    archive.addText('a rate');
    const found = ['text locked, at that rate', 'text the rate is locked'];
    expect(await archive.all('rate locked')).toEqual(found);
    expect(await archive.all('locked   RATE')).toEqual(found);
    expect(await archive.all('rate unlocked')).toEqual([]);
  });

  it('takes words of a name and words of a text together', async () => {
    const archive = makeArchive();
    archive.addPerson('Ada Byron', ['+12125550142']);
    archive.addText('the rate is 6%', { number: '+12125550142' });
    archive.addText('the rate is 7%', { number: '+12125550143' });
    archive.addText('hello', { number: '+12125550142' });
    archive.addNote('asked for the rate', { number: '+12125550142' });
    archive.addVoicemail('about the rate', { number: '+12125550142' });
    const found = ['voicemail about the rate', 'note asked for the rate', 'text the rate is 6%'];
    expect(await archive.all('ada rate')).toEqual(found);
    expect(await archive.all('rate ada byron')).toEqual(found);
    expect(await archive.all('ad rate')).toEqual(found);
    expect(await archive.all('6% ada')).toEqual(['text the rate is 6%']);
  });

  it('marks what was found in a stretch of a long text', async () => {
    const archive = makeArchive();
    archive.addText(`${'early words '.repeat(40)}the appraisal came in ${'and more '.repeat(40)}`);
    const [hit] = (await archive.find('appraisal')).items;
    expect(marked(hit)).toEqual(['appraisal']);
    expect(hit?.excerpt.text).toMatch(/^….*the appraisal came in.*…$/);
    expect(hit?.excerpt.text.length).toBeLessThan(200);
  });

  it('keeps to a range of time', async () => {
    const archive = makeArchive();
    for (const at of [10, 20, 30]) {
      archive.addText(`rate at ${at}`, { at });
      archive.addVoicemail(`rate at ${at}`, { at });
    }
    expect(await archive.all('rate', { kind: 'texts', from: 20 })).toEqual([
      'text rate at 30',
      'text rate at 20',
    ]);
    expect(await archive.all('rate', { from: 20, until: 30 })).toEqual([
      'text rate at 20',
      'voicemail rate at 20',
    ]);
    expect(await archive.all('ra', { kind: 'texts', until: 20 })).toEqual(['text rate at 10']);
    expect(await archive.all('rate', { from: 40, until: 10 })).toEqual([]);
  });

  it('shows what RingCentral has deleted, and not what the user has discarded', async () => {
    const archive = makeArchive();
    archive.addText('rate one', { isDiscarded: true });
    archive.addText('rate two', { availability: 'Deleted' });
    archive.addPerson('Rate Person', ['+12125550142'], { availability: 'Deleted' });
    archive.addCall('+12125550142', { isDeleted: true, at: 5, name: 'Rate P' });
    expect(await archive.all('rate')).toEqual([
      'person Rate P',
      'text rate two',
      'call Rate P at 5',
    ]);
    archive.db.exec('UPDATE message SET is_discarded = 1');
    expect(await archive.all('ra', { kind: 'texts' })).toEqual([]);
  });

  it('follows what changes and forgets what is erased', async () => {
    const archive = makeArchive();
    const id = archive.addText('before');
    archive.db.prepare('UPDATE message SET body = ? WHERE id = ?').run('afterwards', id);
    expect(await archive.all('before')).toEqual([]);
    expect(await archive.all('afterwards')).toEqual(['text afterwards']);
    archive.db.prepare('DELETE FROM message WHERE id = ?').run(id);
    expect(await archive.all('afterwards')).toEqual([]);
  });

  it('has nothing for nothing', async () => {
    const archive = makeArchive();
    archive.addText('rate');
    for (const text of ['', '   ', '\u0301', '\0', '\u200b']) {
      expect((await archive.find(text)).items.map(tell)).toEqual([]);
    }
  });
});

describe('pages', () => {
  const fill = () => {
    const archive = makeArchive();
    archive.addPerson('Rate Smith', ['+12125550142']);
    // The same row ids in every table: the rows of one millisecond in order of their kind.
    for (let at = 1; at <= 40; at += 1) {
      archive.addText(`rate ${at}`, { at });
      archive.addVoicemail(`rate ${at}`, { at });
      archive.addNote(`rate ${at}`, { at });
      archive.addCall('+12125550142', { at });
    }
    return archive;
  };

  it.each(['rate', 'ra', 'r'])('of %j have neither gaps nor repetitions', async (text) => {
    const archive = fill();
    const found = await archive.all(text, { limit: 7 });
    expect(found).toHaveLength(161);
    expect(new Set(found).size).toBe(161);
    expect(found.slice(0, 6)).toEqual([
      'person Rate Smith',
      'text rate 40',
      'voicemail rate 40',
      'note rate 40',
      'call Rate Smith at 40',
      'text rate 39',
    ]);
    expect(await archive.all(text, { limit: 200 })).toEqual(found);
  });

  it('of people go through all of them, the best match first', async () => {
    const archive = makeArchive();
    archive.addPerson('Homer Finch', ['+12125550101'], { company: 'Acme' });
    archive.addPerson('Zoe Hart', ['+12125550102'], { company: 'Best Homes' });
    archive.addPerson('Ann Homer', ['+12125550103']);
    archive.addPerson('Bea Shome', ['+12125550104']);
    archive.addPerson('Cy Hart', ['+12125550105'], { email: 'cy@homes.example' });
    const ranked = ['Homer Finch', 'Ann Homer', 'Bea Shome', 'Zoe Hart', 'Cy Hart'];
    expect(await archive.all('home', { kind: 'people', limit: 2 })).toEqual(
      ranked.map((name) => `person ${name}`),
    );
  });

  it('start over at a place that is not there', async () => {
    const archive = fill();
    const { items } = await archive.find('rate', { kind: 'texts', after: 'nonsense', limit: 1 });
    expect(items.map(tell)).toEqual(['text rate 40']);
  });

  it('go on where one query has looked through as much as it may', async () => {
    const archive = makeArchive();
    archive.addText('明天见', { at: 1 });
    archive.db.exec(`
      WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 12_000)
      INSERT INTO message (id, thread_id, direction, status, body, created_at, modified_at)
      SELECT i * 1024, 1, 'inbound', 'received', 'filler', i, i FROM n`);
    const first = await archive.find('明天', { kind: 'texts' });
    expect(first.items).toEqual([]);
    expect(first.next).toBeDefined();
    expect(await archive.all('明天')).toEqual(['text 明天见']);
  });
});
