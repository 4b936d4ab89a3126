import { assertNever } from '../../../shared/failure.ts';
import type { CountryCode, E164, EpochMs } from '../../../shared/model/ids.ts';
import type { Party } from '../../../shared/model/people.ts';
import type { Excerpt, Marks, SearchHit, SearchKind } from '../../../shared/model/search.ts';
import { parseDialable } from '../../../shared/phone/parse.ts';
import { rowDetail } from '../../app/calls/outcome.ts';
import { dayAndTime, shortWhen } from '../../app/format.ts';
import { partiesTitle, type PartyWords } from '../../app/party.ts';
import { strings } from '../../../shared/strings/strings.ts';

/** A line of the results: something found, or what can be done with a number that was typed. */
export type ResultItem =
  | { readonly kind: 'hit'; readonly key: string; readonly hit: SearchHit }
  | {
      readonly kind: 'typed';
      readonly key: string;
      readonly do: 'call' | 'text';
      readonly number: E164;
    };

export type ResultIcon =
  'person' | 'text' | 'call' | 'voicemail' | 'note' | 'typed-call' | 'typed-text';

/** How a line looks and what it says to readers. */
export type ResultLine = {
  readonly icon: ResultIcon;
  /** Whose picture it has. */
  readonly name: string | undefined;
  readonly title: Excerpt;
  /** What stands before the detail, however that is cut. */
  readonly speaker: string;
  readonly detail: Excerpt;
  readonly when: string | undefined;
  readonly sentence: string;
};

/**
 * The lines, with what can be done with a number of nobody's after the people. Enter opens the first
 * line: while anything was found, that is never a call.
 */
export function itemsOf(
  hits: readonly SearchHit[],
  typed: E164 | undefined,
  kind: SearchKind,
): readonly ResultItem[] {
  const items = hits.map((hit): ResultItem => ({ kind: 'hit', key: keyOf(hit), hit }));
  const isKnown = hits.some(
    (hit) =>
      hit.kind === 'person' && hit.party.number === typed && hit.party.contactId !== undefined,
  );
  if (typed === undefined || isKnown || (kind !== 'all' && kind !== 'people')) return items;
  const afterPeople = hits.findIndex((hit) => hit.kind !== 'person');
  const place = Math.max(afterPeople < 0 ? items.length : afterPeople, Math.min(items.length, 1));
  return items.toSpliced(
    place,
    0,
    { kind: 'typed', key: 'typed:call', do: 'call', number: typed },
    { kind: 'typed', key: 'typed:text', do: 'text', number: typed },
  );
}

/** The whole number that was typed, if that is what the text is. */
export function typedNumber(text: string, country: CountryCode): E164 | undefined {
  if (/\p{L}/u.test(text)) return undefined;
  const target = parseDialable(text, country);
  return target.ok ? target.value.number : undefined;
}

export function keyOf(hit: SearchHit): string {
  switch (hit.kind) {
    case 'person': {
      const { contactId, number, extensionNumber } = hit.party;
      return `person:${contactId ?? number ?? extensionNumber ?? ''}`;
    }
    case 'text':
      return `text:${hit.message.id}`;
    case 'call':
      return `call:${hit.call.id}`;
    case 'voicemail':
      return `voicemail:${hit.voicemail.id}`;
    case 'note':
      return `note:${hit.note.id}`;
    default:
      return assertNever(hit);
  }
}

export function lineOf(item: ResultItem, words: PartyWords, now: EpochMs): ResultLine {
  if (item.kind === 'hit') return hitLine(item.hit, words, now);
  const title = strings.search.typed[item.do](words.number(item.number));
  return {
    icon: item.do === 'call' ? 'typed-call' : 'typed-text',
    name: undefined,
    title: plain(title),
    speaker: '',
    detail: plain(strings.search.typed.detail),
    when: undefined,
    sentence: title,
  };
}

function hitLine(hit: SearchHit, words: PartyWords, now: EpochMs): ResultLine {
  switch (hit.kind) {
    case 'person':
      return personLine(hit, words);
    case 'text': {
      const who = partiesTitle(hit.parties, words);
      const { createdAt, direction } = hit.message;
      const speaker = direction === 'outbound' ? strings.search.you : '';
      return {
        icon: 'text',
        name: hit.parties.length === 1 ? hit.parties[0]?.name : undefined,
        title: plain(who),
        speaker,
        detail: hit.excerpt,
        when: shortWhen(createdAt, now),
        sentence: strings.search.said.text(
          who,
          dayAndTime(createdAt, now),
          speaker + hit.excerpt.text,
        ),
      };
    }
    case 'call': {
      const { call, excerpt } = hit;
      const { party, startedAt } = call;
      const what = rowDetail(call);
      return {
        icon: 'call',
        name: party.name,
        title: titleOf(party, excerpt, words),
        speaker: '',
        detail: detailOf(party, excerpt, words, what),
        when: shortWhen(startedAt, now),
        sentence: strings.search.said.call(words.title(party), what, dayAndTime(startedAt, now)),
      };
    }
    case 'voicemail': {
      const { voicemail, excerpt } = hit;
      const { from, createdAt, transcript } = voicemail;
      const detail = saidOr(transcript ?? strings.search.voicemail, from, excerpt);
      return {
        icon: 'voicemail',
        name: from.name,
        title: titleOf(from, excerpt, words),
        speaker: '',
        detail,
        when: shortWhen(createdAt, now),
        sentence: strings.search.said.voicemail(
          words.title(from),
          dayAndTime(createdAt, now),
          detail.text,
        ),
      };
    }
    case 'note': {
      const { note, excerpt } = hit;
      const { party, createdAt, text, outcome } = note;
      const detail = saidOr(text || outcome || strings.search.note, party, excerpt);
      return {
        icon: 'note',
        name: party.name,
        title: titleOf(party, excerpt, words),
        speaker: '',
        detail,
        when: shortWhen(createdAt, now),
        sentence: strings.search.said.note(
          words.title(party),
          dayAndTime(createdAt, now),
          detail.text,
        ),
      };
    }
    default:
      return assertNever(hit);
  }
}

function personLine(
  { party, excerpt }: Extract<SearchHit, { readonly kind: 'person' }>,
  words: PartyWords,
): ResultLine {
  const reach = [party.company, words.detail(party)].filter(
    (text, index, all) => text !== undefined && all.indexOf(text) === index,
  );
  const detail = detailOf(party, excerpt, words, reach.join(' · '));
  return {
    icon: 'person',
    name: party.name,
    title: titleOf(party, excerpt, words),
    speaker: '',
    detail,
    when: undefined,
    sentence: strings.search.said.person(words.title(party), detail.text),
  };
}

/** Name or number, with the marks when that is what the words are in. */
function titleOf(party: Party, excerpt: Excerpt, words: PartyWords): Excerpt {
  const title = words.title(party);
  if (excerpt.text === title) return excerpt;
  if (excerpt.text === party.number && title === words.number(party.number)) {
    return onNumber(title, excerpt);
  }
  return plain(title);
}

/** The second line: what the words are in where that is not the title, else what is usual. */
function detailOf(party: Party, excerpt: Excerpt, words: PartyWords, usual: string): Excerpt {
  if (excerpt.marks.length === 0 || excerpt.text === words.title(party)) return plain(usual);
  if (excerpt.text !== party.number) return excerpt;
  const number = words.number(party.number);
  return number === words.title(party) ? plain(usual) : onNumber(number, excerpt);
}

function saidOr(usual: string, party: Party, excerpt: Excerpt): Excerpt {
  const isOfParty = [party.name, party.company, party.number, party.extensionNumber].includes(
    excerpt.text,
  );
  return isOfParty || excerpt.text === '' ? plain(usual) : excerpt;
}

/**
 * Marks of the digits of an E.164 number, on the same number as people write it: counted from the
 * end, because the country code may not be there.
 */
export function onNumber(shown: string, { text, marks }: Excerpt): Excerpt {
  const total = text.replace(/\D/g, '').length;
  const places = [...shown.matchAll(/\d/g)].map(({ index }) => index);
  const missing = total - places.length;
  const digitAt = (offset: number): number => text.slice(0, offset).replace(/\D/g, '').length;
  const moved: Marks = marks.flatMap(({ start, end }) => {
    const first = places[Math.max(0, digitAt(start) - missing)];
    const last = places[digitAt(end) - missing - 1];
    return first === undefined || last === undefined || last < first
      ? []
      : [{ start: first, end: last + 1 }];
  });
  return { text: shown, marks: moved };
}

function plain(text: string): Excerpt {
  return { text, marks: [] };
}
