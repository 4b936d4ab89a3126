import { failure } from '../../../shared/failure.ts';
import type {
  TimelineHead,
  TimelineItem,
  TimelineKind,
  Whose,
} from '../../../shared/model/history.ts';
import type { CallId, FollowUpId, NoteId } from '../../../shared/model/ids.ts';
import type { FollowUpView, NoteView } from '../../../shared/model/notes.ts';
import type { Party } from '../../../shared/model/people.ts';
import { fail, ok } from '../../../shared/result.ts';
import { noParty, page, partyWith, type Answers, type FakeWorld } from './fake-world.ts';
import { minute, partyOf } from './people.ts';

type About = { readonly callId: CallId } | { readonly whose: Whose };
type Said = { readonly text: string; readonly outcome?: string };

const hour = 60 * minute;
const gone = fail(failure('not-found', 'note.gone'));

function followUps(now: number): readonly FollowUpView[] {
  const text = ['Send the new rates', '', 'Ask for the signed disclosures, and for the appraisal'];
  return [-30, -2, 2, 26, 80].map((hours, index) => ({
    id: `${index + 1}` as FollowUpId,
    party: partyOf(index * 3),
    callId: undefined,
    noteId: undefined,
    text: text[index % text.length] ?? '',
    dueAt: now + hours * hour,
    doneAt: undefined,
  }));
}

/** Notes, follow-ups and the timelines they are part of, in memory. */
export function noteAnswers(world: FakeWorld, touch: () => void): Answers {
  let notes: readonly NoteView[] = [];
  let waiting = followUps(Date.now());
  let serial = 100;
  const partyFor = (about: About): Party => {
    if ('callId' in about)
      return world.calls.find(({ id }) => id === about.callId)?.party ?? noParty;
    const { whose } = about;
    if ('number' in whose) return partyWith(world, whose.number);
    if ('extensionNumber' in whose) return { ...noParty, extensionNumber: whose.extensionNumber };
    const contact = world.contacts.find(({ id }) => id === whose.contactId);
    const number = contact?.numbers.find((each) => each.number !== undefined)?.number;
    return { ...noParty, contactId: contact?.id, name: contact?.name, number };
  };
  const keep = <T>(value: T) => {
    touch();
    return ok(value);
  };
  return {
    'notes.add': ({ about, text, outcome }: Said & { about: About }) => {
      world.asked = [...world.asked, { note: text, outcome }];
      const at = Date.now();
      const note: NoteView = {
        id: `${(serial += 1)}` as NoteId,
        callId: 'callId' in about ? about.callId : undefined,
        party: partyFor(about),
        outcome,
        text,
        createdAt: at,
        modifiedAt: at,
      };
      notes = [...notes, note];
      return keep(note);
    },
    'notes.change': ({ noteId, text, outcome }: Said & { noteId: NoteId }) => {
      world.asked = [...world.asked, { changed: text, outcome }];
      const note = notes.find(({ id }) => id === noteId);
      if (note === undefined) return gone;
      const changed = { ...note, text, outcome, modifiedAt: Date.now() };
      notes = notes.map((each) => (each.id === noteId ? changed : each));
      return keep(changed);
    },
    'notes.remove': ({ noteId }: { noteId: NoteId }) => {
      notes = notes.filter(({ id }) => id !== noteId);
      return keep(undefined);
    },
    'notes.of-call': ({ callId }: { callId: CallId }) =>
      ok(notes.filter((note) => note.callId === callId)),
    'follow-ups.add': (input: { about: About; dueAt: number; text: string; noteId?: NoteId }) => {
      world.asked = [...world.asked, { followUp: input.text, inHours: hoursUntil(input.dueAt) }];
      const followUp: FollowUpView = {
        id: `${(serial += 1)}` as FollowUpId,
        party: partyFor(input.about),
        callId: 'callId' in input.about ? input.about.callId : undefined,
        noteId: input.noteId,
        text: input.text,
        dueAt: input.dueAt,
        doneAt: undefined,
      };
      waiting = [...waiting, followUp];
      return keep(followUp);
    },
    'follow-ups.change': (input: { followUpId: FollowUpId; dueAt: number; text: string }) => {
      const { dueAt, text } = input;
      waiting = waiting.map((each) =>
        each.id === input.followUpId ? Object.assign({ ...each }, { dueAt, text }) : each,
      );
      return keep(waiting.find(({ id }) => id === input.followUpId));
    },
    'follow-ups.set-done': (input: { followUpId: FollowUpId; isDone: boolean }) => {
      const doneAt = input.isDone ? Date.now() : undefined;
      waiting = waiting.map((each) =>
        each.id === input.followUpId ? Object.assign({ ...each }, { doneAt }) : each,
      );
      return keep(waiting.find(({ id }) => id === input.followUpId));
    },
    'follow-ups.remove': ({ followUpId }: { followUpId: FollowUpId }) => {
      waiting = waiting.filter(({ id }) => id !== followUpId);
      return keep(undefined);
    },
    'follow-ups.list': (input: { show: 'open' | 'done'; after?: string; limit?: number }) => {
      const isShown = ({ doneAt }: FollowUpView) =>
        (doneAt === undefined) === (input.show === 'open');
      const sorted = waiting.filter(isShown).toSorted((one, other) => one.dueAt - other.dueAt);
      return ok(page(sorted, input));
    },
    'follow-ups.count-due': () =>
      ok(waiting.filter((each) => each.doneAt === undefined && each.dueAt <= Date.now()).length),
    'timeline.list': (input: {
      whose: Whose;
      kinds?: readonly TimelineKind[];
      after?: string;
      limit?: number;
    }) => {
      const items = timelineOf(world, notes, partyFor({ whose: input.whose }));
      return ok(
        page(
          items.filter(({ kind }) => input.kinds?.includes(kind) ?? true),
          input,
        ),
      );
    },
    'timeline.get-head': ({ whose }: { whose: Whose }) =>
      ok(headOf(world, notes, partyFor({ whose }))),
  };
}

function hoursUntil(at: number): number {
  return Math.round((at - Date.now()) / hour);
}

function timelineOf(
  world: FakeWorld,
  notes: readonly NoteView[],
  { number }: Party,
): readonly TimelineItem[] {
  const threads = world.threads.filter(({ parties }) =>
    parties.some((party) => party.number === number),
  );
  const items: readonly TimelineItem[] = [
    ...world.calls
      .filter(({ party }) => party.number === number)
      .map((call): TimelineItem => ({ kind: 'call', at: call.startedAt, call })),
    ...threads
      .flatMap(({ id }) => world.messages[id] ?? [])
      .map((message): TimelineItem => ({ kind: 'text', at: message.createdAt, message })),
    ...notes
      .filter(({ party }) => party.number === number)
      .map((note): TimelineItem => ({ kind: 'note', at: note.createdAt, note })),
  ];
  return items.toSorted((one, other) => other.at - one.at);
}

function headOf(world: FakeWorld, notes: readonly NoteView[], party: Party): TimelineHead {
  const items = timelineOf(world, notes, party);
  const count = (kind: TimelineKind) => items.filter((item) => item.kind === kind).length;
  return {
    people: [party, { ...partyOf(4), number: party.number }],
    numbers: party.number === undefined ? [] : [party.number],
    extensionNumbers: [],
    counts: {
      call: count('call'),
      text: count('text'),
      voicemail: 0,
      note: count('note'),
      attempt: 0,
    },
    firstAt: items.at(-1)?.at,
  };
}
