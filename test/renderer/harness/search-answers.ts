import { excerptOf, hasAll } from '../../../main/core/search/excerpt.ts';
import { parseSought, type Sought } from '../../../main/core/search/parse.ts';
import { sideExcerpt } from '../../../main/core/search/people/rank.ts';
import type { NoteId } from '../../../shared/model/ids.ts';
import type { Party } from '../../../shared/model/people.ts';
import type { SearchHit, SearchKind } from '../../../shared/model/search.ts';
import { ok } from '../../../shared/result.ts';
import { noParty, page, type Answers, type FakeWorld } from './fake-world.ts';
import { opening } from './people.ts';

type Input = {
  readonly text: string;
  readonly kind: SearchKind;
  readonly from?: number;
  readonly until?: number;
  readonly after?: string;
  readonly limit?: number;
};

const kindOf: Readonly<Record<SearchHit['kind'], SearchKind>> = {
  person: 'people',
  text: 'texts',
  call: 'calls',
  voicemail: 'voicemails',
  note: 'notes',
};

/** The product's own reading of what is typed and its own marks, over what the fake world has. */
export function searchAnswers(world: FakeWorld): Answers {
  return {
    'search.find': (input: Input) => {
      world.asked = [...world.asked, { search: input.text }];
      const sought = parseSought(input.text);
      if (sought === undefined) return ok({ items: [], next: undefined });
      const { from = 0, until = Infinity } = input;
      const dated = [...textHits(world, sought), ...callHits(world, sought), ...noteHits(sought)]
        .toSorted((one, other) => other.at - one.at)
        .filter(({ at }) => at >= from && at < until)
        .map(({ hit }) => hit);
      const hits = [...personHits(world, sought), ...dated].filter(
        (hit) => input.kind === 'all' || kindOf[hit.kind] === input.kind,
      );
      return ok(page(hits, input));
    },
  };
}

type Dated = { readonly at: number; readonly hit: SearchHit };

function personHits(world: FakeWorld, sought: Sought): readonly SearchHit[] {
  return world.contacts.flatMap((contact): SearchHit | readonly [] => {
    const number = contact.numbers.find((one) => one.number !== undefined)?.number;
    const party: Party = {
      ...noParty,
      contactId: contact.id,
      name: contact.name,
      company: contact.company,
      number,
    };
    return fits(party, sought, contact.email)
      ? { kind: 'person', party, excerpt: excerptOfParty(party, sought, contact.email) }
      : [];
  });
}

function textHits(world: FakeWorld, { words }: Sought): readonly Dated[] {
  return world.threads.flatMap(({ id, parties }) =>
    (world.messages[id] ?? []).flatMap((message): Dated | readonly [] => {
      if (!hasAll(message.text, words)) return [];
      const excerpt = excerptOf(message.text, words);
      return { at: message.createdAt, hit: { kind: 'text', message, parties, excerpt } };
    }),
  );
}

function callHits(world: FakeWorld, sought: Sought): readonly Dated[] {
  return world.calls.flatMap((call): Dated | readonly [] =>
    fits(call.party, sought)
      ? {
          at: call.startedAt,
          hit: { kind: 'call', call, excerpt: excerptOfParty(call.party, sought) },
        }
      : [],
  );
}

function noteHits({ words }: Sought): readonly Dated[] {
  const text = 'Wants to refinance in spring, call back in March';
  if (!hasAll(text, words)) return [];
  const note = {
    id: 'n-1' as NoteId,
    callId: undefined,
    party: { ...noParty, number: '+14155550100' as Party['number'] },
    outcome: 'Reached',
    text,
    createdAt: opening,
    modifiedAt: opening,
  };
  return [{ at: opening, hit: { kind: 'note', note, excerpt: excerptOf(text, words) } }];
}

function fits(party: Party, { people }: Sought, email = ''): boolean {
  const text = `${party.name ?? ''}\n${party.company ?? ''}\n${email}`;
  return people.every(
    (word) =>
      hasAll(text, [word]) || (word.digits !== undefined && party.number?.includes(word.digits)),
  );
}

function excerptOfParty({ name, company, number }: Party, { people }: Sought, email?: string) {
  return sideExcerpt({ name, company, email, number }, people);
}
