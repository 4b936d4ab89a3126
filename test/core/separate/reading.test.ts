import { describe, expect, it } from 'vitest';
import { fillIn } from '../../../shared/merge.ts';
import type { ContactId } from '../../../shared/model/ids.ts';
import type { SeparateDraft } from '../../../shared/model/separate.ts';
import type { Result } from '../../../shared/result.ts';
import { addPeople } from '../contacts/entries.ts';
import { numberOf, openSeparate } from './harness.ts';

function must(result: Result<SeparateDraft | undefined>): SeparateDraft {
  if (!result.ok || result.value === undefined) throw new Error('nothing was read');
  return result.value;
}

const shown = ({ people }: SeparateDraft) =>
  people.map(({ name, number, line, failure }) => [name, number, line, failure?.message]);

describe('a file', () => {
  const file = [
    'First Name,Last Name,Cell,Company,Rate',
    'Ada,Brook,(212) 555-0142,Brook & Sons,5.9%',
    'No,Number,,Nobody Ltd,6%',
    'Ada,Again,212-555-0142,,6%',
    'Ext,Only,104,,6%',
    'Grace,Hall,212 555 0143,,',
  ].join('\n');

  it('shows every row, those too that get no text, with what its columns say', async () => {
    const { world, reading } = openSeparate();
    world.choose(file);
    const draft = must(await reading.read({ from: 'csv' }, undefined));
    expect(draft).toMatchObject({ title: 'people.csv', numberColumn: 2, beyond: 0 });
    expect(draft.columns).toEqual(['First Name', 'Last Name', 'Cell', 'Company', 'Rate']);
    expect(shown(draft)).toEqual([
      ['Ada Brook', '+12125550142', 2, undefined],
      ['No Number', undefined, 3, 'number.empty'],
      ['Ada Again', '+12125550142', 4, 'text.recipient-duplicate'],
      ['Ext Only', undefined, 5, 'text.extension-number'],
      ['Grace Hall', '+12125550143', 6, undefined],
    ]);
    const body = 'Hi {first name} of {company|yours}: {rate}. {my name}';
    const [ada, , , , grace] = draft.people;
    expect(fillIn(body, ada!.values)).toEqual({
      text: 'Hi Ada of Brook & Sons: 5.9%. Dana Reyes',
      open: [],
    });
    expect(fillIn(body, grace!.values)).toMatchObject({
      text: 'Hi Grace of yours: {rate}. Dana Reyes',
      open: [{ name: 'rate', why: 'missing' }],
    });
  });

  it('can be read by another column', async () => {
    const { world, reading } = openSeparate();
    world.choose('Name,Office,Cell\nAda,2125550142,2125550143\nBob,2125550144,\n');
    const draft = must(await reading.read({ from: 'csv' }, undefined));
    const cells = must(await reading.chooseColumn(draft.draftId!, 2, undefined));
    expect(shown(cells)).toEqual([
      ['Ada', '+12125550143', 2, undefined],
      ['Bob', undefined, 3, 'number.empty'],
    ]);
    expect(await reading.chooseColumn('gone', 2, undefined)).toMatchObject({
      failure: { message: 'call-list.file-gone' },
    });
  });

  it('of more people than get a text at once says how many are left out', async () => {
    const { world, reading } = openSeparate();
    const rows = Array.from(
      { length: 503 },
      (_, index) => `Person ${index},+1${2000000000 + index}`,
    );
    world.choose(['Name,Phone', ...rows].join('\n'));
    const draft = must(await reading.read({ from: 'csv' }, undefined));
    expect([draft.people.length, draft.beyond]).toEqual([500, 3]);
  });
});

describe('people', () => {
  it('are who has a number, each by their mobile', async () => {
    const { archive, reading } = openSeparate();
    const [ada, ghost] = addPeople(archive, [
      { name: 'Ada Byron', company: 'Engines', numbers: ['+12125550142', '+19175550144'] },
      { name: 'No Phone' },
    ]);
    const contactIds = [ada, ghost] as ContactId[];
    const draft = must(await reading.read({ from: 'contacts', contactIds }, undefined));
    expect(shown(draft)).toEqual([
      ['Ada Byron', '+12125550142', undefined, undefined],
      ['No Phone', undefined, undefined, 'number.empty'],
    ]);
    const typed = must(
      await reading.read({ from: 'numbers', numbers: ['(212) 555-0142', 'nonsense'] }, undefined),
    );
    expect(typed.people[0]?.values['company']).toBe('Engines');
    expect(typed.people[1]?.failure?.message).toBe('number.empty');
  });

  it('who want no texts, or are not to be called, get none; quiet and caution are told', async () => {
    const { outlooks, reading } = openSeparate();
    const [one, two, three] = [numberOf(1), numberOf(2), numberOf(3)];
    outlooks.set(one, { questions: ['opted-out'] });
    outlooks.set(two, { questions: ['do-not-call'] });
    const localTime = {
      zone: 'Asia/Tokyo',
      source: 'area',
      isOneOfSeveral: false,
      isQuiet: true,
    } as const;
    outlooks.set(three, {
      questions: ['quiet-hours'],
      quiet: { localTime, dayBeginsAt: 9_000 },
      firstTextSentence: 'Reply STOP to end.',
    } as never);
    const numbers = [one, two, three];
    const draft = must(await reading.read({ from: 'numbers', numbers }, undefined));
    expect(
      draft.people.map(({ failure, quiet, added }) => [failure?.message, quiet, added]),
    ).toEqual([
      ['text.recipient-opted-out', undefined, undefined],
      ['number.do-not-call', undefined, undefined],
      [undefined, { until: 9_000, zone: 'Asia/Tokyo' }, 'Reply STOP to end.'],
    ]);
  });
});
