import { failure } from '../../../shared/failure.ts';
import type {
  CallListDraft,
  CallListEntry,
  CallListEntryState,
  CallListView,
} from '../../../shared/model/call-lists.ts';
import type { CallFilter } from '../../../shared/model/history.ts';
import type { CallId, CallListEntryId, CallListId, ContactId } from '../../../shared/model/ids.ts';
import type { NoteView } from '../../../shared/model/notes.ts';
import type { Party } from '../../../shared/model/people.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { page, type Answers, type FakeWorld } from './fake-world.ts';
import { opening, partyOf } from './people.ts';

type Source =
  | { readonly from: 'csv' }
  | { readonly from: 'history'; readonly filter: CallFilter }
  | { readonly from: 'contacts'; readonly contactIds: readonly ContactId[] };

type List = { name: string; entries: CallListEntry[] };

const gone = fail(failure('not-found', 'call-list.gone'));
const columns = ['Ref', 'Office', 'Cell', 'Who'];

/** A file whose columns were guessed wrong: the office has the most numbers, the cell is wanted. */
function draftWith(numberColumn: number, nameColumn: number | undefined): CallListDraft {
  const typed = numberColumn === 2 ? '(415) 555-0100' : '(415) 555-0160';
  return {
    draftId: 'd1',
    fileName: 'open-house.csv',
    columns,
    numberColumn,
    nameColumn,
    count: numberColumn === 2 ? 3 : numberColumn === 1 ? 4 : 0,
    leftOut: 2,
    problems: [
      { line: 4, typed: 'ask her', failure: failure('invalid', 'number.not-dialable') },
      { line: 9, typed: '911', failure: failure('rejected', 'number.emergency') },
    ],
    repeats: 1,
    sample: [{ name: nameColumn === 3 ? 'Ada Brook' : '', typed }],
  };
}

/** Call lists in memory. */
export function callListAnswers(world: FakeWorld, touch: () => void, notes: Answers): Answers {
  const notesOf = notes['notes.of-call'] as unknown as (input: {
    readonly callId: CallId;
  }) => Result<readonly NoteView[]>;
  const outcomeOf = (callId: CallId): string | undefined => {
    const read = notesOf({ callId });
    return read.ok
      ? read.value.findLast(({ outcome }) => outcome !== undefined)?.outcome
      : undefined;
  };
  const lists = new Map<string, List>();
  let serial = 0;

  const entryOf = (party: Party, position: number): CallListEntry => ({
    id: `e${(serial += 1)}` as CallListEntryId,
    position,
    party,
    listedName: undefined,
    typed: party.number ?? '',
    dial: party.number ?? party.extensionNumber ?? '',
    details: [],
    state: 'open',
    callId: undefined,
    outcome: undefined,
    isDoNotCall: false,
  });
  const add = (name: string, parties: readonly Party[], change?: (list: List) => void): string => {
    const id = `l${(serial += 1)}`;
    const list = { name, entries: parties.map((party, index) => entryOf(party, index + 1)) };
    change?.(list);
    lists.set(id, list);
    return id;
  };
  const shown = (entry: CallListEntry): CallListEntry => ({
    ...entry,
    outcome: entry.callId && outcomeOf(entry.callId),
  });
  const viewOf = (id: string, list: List): CallListView => {
    const count = (state: CallListEntryState) =>
      list.entries.filter((entry) => entry.state === state).length;
    return {
      id: id as CallListId,
      name: list.name,
      createdAt: opening,
      counts: { open: count('open'), called: count('called'), skipped: count('skipped') },
      calling: list.entries.filter(({ callId }) =>
        world.active.some((call) => call.id === callId && call.endedAt === undefined),
      ).length,
    };
  };
  const partiesOf = (source: Source): readonly Party[] => {
    if (source.from === 'csv') return [partyOf(0), partyOf(1), partyOf(2)];
    if (source.from === 'history') return [partyOf(7), partyOf(14), partyOf(21)];
    return source.contactIds.map((id) => {
      const contact = world.contacts.find((one) => one.id === id);
      return {
        ...partyOf(0),
        contactId: id,
        name: contact?.name,
        number: contact?.numbers[0]?.number,
      };
    });
  };
  const withList = (id: string, answer: (list: List) => Result<unknown>): Result<unknown> => {
    const list = lists.get(id);
    return list === undefined ? gone : answer(list);
  };

  if (world.hasCallList) {
    add('Expiring locks', [partyOf(0), partyOf(1), partyOf(2)], ({ entries }) => {
      entries[0] = {
        ...entries[0]!,
        listedName: 'A. Brook',
        details: [
          ['Loan', '412,000'],
          ['Rate until', '30 November'],
        ],
      };
      entries[2] = { ...entries[2]!, isDoNotCall: true };
    });
  }
  return {
    'call-lists.list': () => ok([...lists].toReversed().map(([id, list]) => viewOf(id, list))),
    'call-lists.read-file': () => ok(draftWith(1, undefined)),
    'call-lists.choose-columns': (input: { numberColumn: number; nameColumn?: number }) =>
      ok(draftWith(input.numberColumn, input.nameColumn)),
    'call-lists.create': ({ name, source }: { name: string; source: Source }) => {
      world.asked = [...world.asked, { callList: source }];
      const id = add(name, partiesOf(source));
      touch();
      return ok(viewOf(id, lists.get(id)!));
    },
    'call-lists.rename': ({ callListId, name }: { callListId: string; name: string }) =>
      withList(callListId, (list) => {
        list.name = name;
        return ok(viewOf(callListId, list));
      }),
    'call-lists.remove': ({ callListId }: { callListId: string }) => {
      lists.delete(callListId);
      return ok();
    },
    'call-lists.entries': (input: {
      callListId: string;
      show?: 'all' | CallListEntryState;
      after?: string;
      limit?: number;
    }) =>
      withList(input.callListId, ({ entries }) => {
        const { show = 'all' } = input;
        const wanted = entries.filter(({ state }) => show === 'all' || state === show);
        return ok(page(wanted.map(shown), input));
      }),
    'call-lists.next': ({ callListId, after = 0 }: { callListId: string; after?: number }) =>
      withList(callListId, ({ entries }) => {
        const open = entries.filter(({ state }) => state === 'open');
        const next = open.find(({ position }) => position > after) ?? open[0];
        return ok(next && shown(next));
      }),
    'call-lists.get-entry': ({ entryId }: { entryId: string }) => {
      const all = [...lists.values()].flatMap(({ entries }) => entries);
      const entry = all.find(({ id }) => id === entryId);
      return ok(entry && shown(entry));
    },
    'call-lists.summary': ({ callListId }: { callListId: string }) =>
      withList(callListId, ({ entries }) => {
        const called = entries.filter(({ state }) => state === 'called').map(shown);
        const noted = Map.groupBy(called, ({ outcome }) => outcome);
        return ok({
          outcomes: [...noted].flatMap(([outcome, of]) =>
            outcome === undefined ? [] : [{ outcome, count: of.length }],
          ),
          withoutOutcome: noted.get(undefined)?.length ?? 0,
        });
      }),
    'call-lists.settle': (input: {
      entryId: string;
      state: CallListEntryState;
      callId?: CallId;
    }) => {
      const { entryId, state, callId } = input;
      world.asked = [...world.asked, { settled: state, callId }];
      for (const list of lists.values()) {
        const at = list.entries.findIndex(({ id }) => id === entryId);
        const entry = list.entries[at];
        if (entry === undefined) continue;
        const now = { ...entry, state, callId: callId ?? entry.callId };
        list.entries[at] = now;
        touch();
        return ok(shown(now));
      }
      return gone;
    },
  };
}
