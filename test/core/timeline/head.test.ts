import { describe, expect, it } from 'vitest';
import { getTimelineHead } from '../../../main/core/timeline/head/queries.ts';
import { startOfTests } from '../support/manual-clock.ts';
import { ada, bob } from '../support/session.ts';
import { openHistory } from './people.ts';

const at = startOfTests;
const office = '+12125550145';

describe('the head of a timeline', () => {
  it('names everyone who shares a number, the one asked for first', async () => {
    const history = openHistory();
    const adas = history.person('Ada Brook', ada, office);
    const bobs = history.person('Bob Marsh', office);
    const head = await history.read(getTimelineHead, { whose: { contactId: bobs } });
    expect(head.people.map(({ name, contactId }) => [name, contactId])).toEqual([
      ['Bob Marsh', bobs],
      ['Ada Brook', adas],
    ]);
    expect(head.numbers).toEqual([office]);
    const ofNumber = await history.read(getTimelineHead, { whose: { number: ada } });
    expect(ofNumber.people.map(({ name }) => name)).toEqual(['Ada Brook']);
  });

  it('counts each thing once, and knows the first', async () => {
    const history = openHistory();
    const contactId = history.person('Ada Brook', ada, '102');
    history.ring(ada, at + 5, { extension: '102' });
    history.ring(null, at + 6, { extension: '102' });
    // A colleague's extension, called from somebody else's number.
    history.ring(bob, at + 7, { extension: '102' });
    history.text([ada, bob], at + 3, 'to both');
    history.text([bob], at + 2, 'to bob');
    history.discard(history.text([ada], at + 4, 'dropped'));
    history.voicemail(ada, at + 8);
    history.note(at + 9, { number: ada, contactId });
    history.refuse(ada, at + 10);
    const head = await history.read(getTimelineHead, { whose: { contactId } });
    expect(head.counts).toEqual({ call: 3, text: 1, voicemail: 1, note: 1, attempt: 1 });
    const listed = await history.all({ contactId });
    expect(listed).toHaveLength(7);
    expect(head.firstAt).toBe(at + 3);
  });

  it('of a number that is nobody’s has the name that came with the call', async () => {
    const history = openHistory();
    history.ring(ada, at, { name: 'A BROOK' });
    const head = await history.read(getTimelineHead, { whose: { number: ada } });
    expect(head.people).toMatchObject([{ name: 'A BROOK', number: ada, contactId: undefined }]);
  });

  it('of someone without any number, or of nobody, is empty', async () => {
    const history = openHistory();
    const contactId = history.person('Ada Brook');
    const head = await history.read(getTimelineHead, { whose: { contactId } });
    expect(head).toMatchObject({ people: [{ name: 'Ada Brook' }], firstAt: undefined });
    expect(Object.values(head.counts)).toEqual([0, 0, 0, 0, 0]);
    const gone = await history.read(getTimelineHead, {
      whose: { contactId: '999' as typeof contactId },
    });
    expect(gone.people).toEqual([]);
  });
});
