import { describe, expect, test } from 'vitest';
import type { CallId, ContactId, E164, FollowUpId, NoteId } from '../../shared/model/ids.ts';
import type { FollowUpView, NoteView } from '../../shared/model/notes.ts';
import { forgetAccount, hasUnsaved } from '../../renderer/app/account-memory.ts';
import {
  callKey,
  dropDraft,
  readDraft,
  whoseKey,
  writeDraft,
} from '../../renderer/app/notes/drafts.ts';
import {
  asksForTime,
  fromLocalInput,
  isEdited,
  isWith,
  noteWords,
  outcomesWith,
  quickTimes,
  toLocalInput,
} from '../../renderer/app/notes/view-model.ts';
import { languages } from '../../shared/strings/language.ts';
import { wordsIn } from '../../shared/strings/strings.ts';
import { partyWords } from '../../renderer/app/party.ts';
import {
  followUpSentence,
  groupFollowUps,
  groupOf,
  whenOf,
} from '../../renderer/features/follow-ups/view-model.ts';
import {
  isTaken,
  moveOutcome,
  removeOutcome,
  renameOutcome,
} from '../../renderer/features/settings/outcome-list.ts';
import { at, home, party } from './make.ts';

/** A Sunday. */
const now = at(22, 12);
const words = partyWords(home);

function followUp(id: string, changes: Partial<FollowUpView> = {}): FollowUpView {
  return {
    id: id as FollowUpId,
    party: party(),
    callId: undefined,
    noteId: undefined,
    text: '',
    dueAt: at(23, 9),
    doneAt: undefined,
    ...changes,
  };
}

describe('the times a follow-up is offered for', () => {
  const labels = (from: number) => quickTimes(from).map(({ label }) => label);

  test('are soon, tomorrow morning and Monday morning', () => {
    const wednesday = at(18, 16, 20);
    expect(quickTimes(wednesday)).toEqual([
      { label: 'In 1 hour', at: at(18, 17, 20) },
      { label: 'Tomorrow 9:00 AM', at: at(19, 9) },
      { label: 'Next Monday 9:00 AM', at: at(23, 9) },
    ]);
  });

  test('never offer the same time twice, nor a Monday that is today', () => {
    expect(labels(now)).toEqual(['In 1 hour', 'Tomorrow 9:00 AM']);
    expect(quickTimes(at(23, 8)).at(-1)).toEqual({ label: 'Next Monday 9:00 AM', at: at(30, 9) });
  });

  test('lie ahead on every day, over the ends of months and years', () => {
    for (let day = 1; day < 50; day += 1) {
      const from = new Date(2026, 11, day, 23, 59).getTime();
      for (const time of quickTimes(from)) expect(time.at).toBeGreaterThan(from);
    }
  });

  test('go through a date field and back to the minute', () => {
    const time = at(3, 7, 5);
    expect(toLocalInput(time)).toBe('2026-11-03T07:05');
    expect(fromLocalInput(toLocalInput(time))).toBe(time);
    expect([fromLocalInput(''), fromLocalInput('soon')]).toEqual([undefined, undefined]);
  });
});

describe('outcomes', () => {
  test.each([
    ['Call back', true],
    ['Callback on …', true],
    ['call back tomorrow', true],
    ['Follow up', true],
    ['Reached', false],
    ['Asked to call back', false],
    ['VOLVER A LLAMAR', true],
    ['Volver a llamar el lunes', true],
    ['Devolver la llamada', true],
    ['Contestó', false],
    ['Pidió volver a llamar', false],
  ])('%s asks for a time: %s', (outcome, asks) => {
    expect(asksForTime(outcome)).toBe(asks);
  });

  test.each(languages)('of the beginning, the last alone asks for a time: %s', (language) => {
    const { outcomes } = wordsIn(language).usual;
    expect(outcomes.filter(asksForTime)).toEqual(outcomes.slice(-1));
  });

  test('that a note has are shown although they are no longer set', () => {
    expect(outcomesWith(['Reached'], 'Busy')).toEqual(['Reached', 'Busy']);
    expect(outcomesWith(['Reached'], 'Reached')).toEqual(['Reached']);
    expect(outcomesWith(['Reached'], undefined)).toEqual(['Reached']);
  });

  test('are moved, renamed and removed, and no two have one name', () => {
    const list = ['a', 'b', 'c'];
    expect(moveOutcome(list, 'b', -1)).toEqual(['b', 'a', 'c']);
    expect(moveOutcome(list, 'b', 1)).toEqual(['a', 'c', 'b']);
    expect(moveOutcome(list, 'a', -1)).toEqual(list);
    expect(moveOutcome(list, 'c', 1)).toEqual(list);
    expect(moveOutcome(list, 'x', 1)).toEqual(list);
    expect(renameOutcome(list, 'b', 'z')).toEqual(['a', 'z', 'c']);
    expect(removeOutcome(list, 'b')).toEqual(['a', 'c']);
    expect(isTaken(list, ' B ', 'a')).toBe(true);
    expect(isTaken(list, 'A', 'a')).toBe(false);
  });
});

describe('a note being written', () => {
  test('is kept by what it is about, until it is stored', () => {
    const key = callKey('1' as CallId);
    const other = whoseKey({ number: '+12125550142' as E164 });
    writeDraft(key, 'half a');
    writeDraft(other, 'another');
    writeDraft(key, 'half a note');
    // What was stored is older than what stands there.
    dropDraft(key, 'half a');
    expect([readDraft(key), readDraft(other)]).toEqual(['half a note', 'another']);
    dropDraft(key, 'half a note');
    expect(readDraft(key)).toBe('');
    expect(hasUnsaved()).toBe(true);
    forgetAccount();
    expect(hasUnsaved()).toBe(false);
    expect(readDraft(other)).toBe('');
  });

  test('about a person, a number and an extension has keys of its own', () => {
    const keys = [
      whoseKey({ contactId: '7' as ContactId }),
      whoseKey({ extensionNumber: '7' }),
      callKey('7' as CallId),
    ];
    expect(new Set(keys).size).toBe(3);
  });

  test('says its outcome, its words, or both', () => {
    const note = { id: '1' as NoteId } as NoteView;
    expect(noteWords({ ...note, outcome: 'Reached', text: 'fine' })).toBe('Reached. fine');
    expect(noteWords({ ...note, outcome: undefined, text: 'fine' })).toBe('fine');
    expect(noteWords({ ...note, outcome: 'Reached', text: '' })).toBe('Reached');
  });
});

describe('a note that is there', () => {
  test('counts as edited when it was changed in another sitting', () => {
    const note = { createdAt: now } as NoteView;
    expect(isEdited({ ...note, modifiedAt: now + 60_000 })).toBe(false);
    expect(isEdited({ ...note, modifiedAt: now + 3_600_000 })).toBe(true);
  });
});

describe('follow-ups', () => {
  test('stand in groups by urgency, in the order given', () => {
    const items = groupFollowUps(
      [
        followUp('1', { dueAt: at(20, 9) }),
        followUp('2', { dueAt: now }),
        followUp('3', { dueAt: at(22, 18) }),
        followUp('4', { dueAt: at(23, 9) }),
      ],
      now,
    );
    expect(items.map((item) => (item.kind === 'group' ? item.heading : item.followUp.id))).toEqual([
      'Overdue',
      '1',
      '2',
      'Today',
      '3',
      'Later',
      '4',
    ]);
    expect(groupOf(followUp('5', { dueAt: now + 1 }), now)).toBe('today');
    expect(groupFollowUps([], now)).toEqual([]);
  });

  test('done stand by the day they were done on', () => {
    const items = groupFollowUps(
      [followUp('1', { doneAt: at(22, 9) }), followUp('2', { doneAt: at(21, 9) })],
      now,
    );
    expect(items.map((item) => (item.kind === 'group' ? item.heading : item.followUp.id))).toEqual([
      'Today',
      '1',
      'Yesterday',
      '2',
    ]);
  });

  test('say when, who and what', () => {
    expect(whenOf(followUp('1', { dueAt: at(22, 18) }), now)).toBe('Due today at 6:00 PM');
    expect(whenOf(followUp('1'), now)).toBe('Due tomorrow at 9:00 AM');
    expect(whenOf(followUp('1', { dueAt: at(25, 9) }), now)).toMatch(/^Due Wed.* 25 at 9:00 AM$/);
    expect(whenOf(followUp('1', { dueAt: at(21, 9) }), now)).toBe(
      'Overdue since yesterday at 9:00 AM',
    );
    expect(whenOf(followUp('1', { doneAt: at(22, 9) }), now)).toBe('Done today at 9:00 AM');
    expect(followUpSentence(followUp('1', { dueAt: at(22, 18) }), words, now)).toBe(
      'Ada Brook, Get back to them, Due today at 6:00 PM',
    );
  });

  test('belong to someone by person first, then by number or extension', () => {
    const ada = '7' as ContactId;
    const reach = {
      contactIds: [ada],
      numbers: ['+14155550101' as E164],
      extensionNumbers: ['12'],
    };
    const withParty = (changes: Parameters<typeof party>[0]) =>
      isWith(followUp('1', { party: party(changes) }), reach);
    expect(withParty({ contactId: ada, number: undefined })).toBe(true);
    expect(withParty({ contactId: '8' as ContactId })).toBe(true);
    expect(withParty({ number: '+14155550199' as E164 })).toBe(false);
    expect(withParty({ number: undefined, extensionNumber: '12' })).toBe(true);
    expect(withParty({ number: undefined })).toBe(false);
  });
});
