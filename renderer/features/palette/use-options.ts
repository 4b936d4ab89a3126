import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Action, Facts, Page } from '../../app/actions/action.ts';
import { personActions, personPage } from '../../app/actions/person-actions.ts';
import { allActions, hasWords, isBeginning, matchActions } from '../../app/actions/rank.ts';
import { numberActions, readAsked, type Asked, type Verb } from '../../app/actions/typed.ts';
import { whoseOf, type PartyWords } from '../../app/party.ts';
import { useAnsweredSuggestions, useRecentPeople } from '../../app/queries.ts';
import { openSearchFor } from '../../app/search-words.ts';
import { openPerson } from '../../app/ui-store.ts';
import type { Suggestion } from '../../../shared/model/people.ts';
import { strings } from '../../../shared/strings/strings.ts';

/** So many people are offered among commands, and where people alone are asked for. */
const fewPeople = 4;
const mostPeople = 20;
/** More than that nobody reads: another letter narrows it. */
const mostOptions = 60;

type Shown = Omit<Options, 'isAnswered'>;

export type Options = {
  readonly actions: readonly Action[];
  /** What is said where there is nothing, or nothing yet. */
  readonly said: string | undefined;
  /** Whether all of it belongs to what is typed now. */
  readonly isAnswered: boolean;
  /** What is marked in the labels. */
  readonly marked: string;
};

/** What there is to choose from for what is typed, on a page of the palette. */
export function useOptions(input: {
  readonly page: Page | undefined;
  readonly text: string;
  readonly all: readonly Action[];
  readonly recent: readonly string[];
  readonly facts: Facts;
  readonly words: PartyWords;
}): Options {
  const { page, text, all, recent, facts, words } = input;
  const asked = useMemo(() => askedOn(page, text), [page, text]);
  const isUntyped = page?.kind === 'people' && asked.rest === '';
  const recentPeople = useRecentPeople(isUntyped);
  const typedPeople = useAnsweredSuggestions(page?.kind === 'list' ? '' : asked.rest);
  const { found, isAnswered } = isUntyped ? recentPeople : typedPeople;
  const list = useQuery({
    queryKey: ['palette', page?.kind === 'list' ? page.id : undefined],
    queryFn: async () => (page?.kind === 'list' ? [...(await page.read())] : []),
    enabled: page?.kind === 'list',
    staleTime: 0,
    gcTime: 0,
  });
  const shown = useMemo(() => {
    if (page?.kind === 'list') return listOptions(list.data, text);
    const people = peopleOf(found, asked.verb, facts, words);
    const number = numberActions(asked.rest, asked.verb, facts, words);
    if (page?.kind === 'people') return peopleOptions(page, [...number, ...people], asked.rest);
    return rootOptions({ text, all, recent, number, people, marked: asked.rest });
  }, [page, list.data, found, asked, facts, words, text, all, recent]);
  // What was typed as a number is known at once.
  const isNumber = shown.actions[0]?.group === 'number';
  return {
    ...shown,
    isAnswered: isNumber || (isAnswered && !(page?.kind === 'list' && list.isPending)),
  };
}

/** On a page of people what is typed is somebody, whatever it begins with. */
function askedOn(page: Page | undefined, text: string): Asked {
  return page?.kind === 'people' ? { verb: page.deed, rest: text.trim() } : readAsked(text);
}

function rootOptions(input: {
  readonly text: string;
  readonly all: readonly Action[];
  readonly recent: readonly string[];
  readonly number: readonly Action[];
  readonly people: readonly Action[];
  readonly marked: string;
}): Shown {
  const { text, all, recent, number, people, marked } = input;
  if (text.trim() === '') {
    return { actions: allActions(all, recent), said: undefined, marked: '' };
  }
  const commands = matchActions(all, text.trim(), recent).slice(0, mostOptions);
  const some = people.slice(0, fewPeople);
  const actions = [...number, ...inOrder(commands, some, text), searchAction(marked)];
  const isNothing = commands.length + some.length + number.length === 0;
  return {
    actions,
    said: isNothing ? strings.palette.none(text.trim()) : undefined,
    marked: text,
  };
}

/**
 * People stand behind the commands that were plainly meant and before all others; where it was said
 * what to do with them, before all that is not called just so.
 */
function inOrder(
  commands: readonly Action[],
  people: readonly Action[],
  text: string,
): readonly Action[] {
  const { verb } = readAsked(text);
  const isMeant = ({ label }: Action): boolean =>
    verb === undefined ? hasWords(label, text) : isBeginning(label, text);
  return [
    ...commands.filter(isMeant),
    ...people,
    ...commands.filter((command) => !isMeant(command)),
  ];
}

function peopleOptions(
  page: Extract<Page, { kind: 'people' }>,
  actions: readonly Action[],
  typed: string,
): Shown {
  const { nobody, typeName } = strings.palette;
  const said = actions.length > 0 ? undefined : typed === '' ? typeName : nobody(typed);
  return { actions: actions.slice(0, mostPeople), said, marked: page.deed === 'open' ? typed : '' };
}

function listOptions(read: readonly Action[] | undefined, text: string): Shown {
  const { looking, nothing, none } = strings.palette;
  if (read === undefined) return { actions: [], said: looking, marked: '' };
  const typed = text.trim();
  const actions = typed === '' ? read : matchActions(read, typed);
  const said = actions.length > 0 ? undefined : typed === '' ? nothing : none(typed);
  return { actions, said, marked: typed };
}

/** Those that were found: called, texted or opened where that was asked, else to be asked what. */
function peopleOf(
  found: readonly Suggestion[],
  verb: Verb | undefined,
  facts: Facts,
  words: PartyWords,
): readonly Action[] {
  return found.flatMap(({ party, label }): readonly Action[] => {
    const about = [label && strings.contacts.label(label), words.detail(party)];
    const detail = about.filter(Boolean).join(' ') || undefined;
    const id = `${party.contactId ?? ''}/${party.number ?? party.extensionNumber ?? ''}`;
    const whose = whoseOf(party);
    const own = { id: `person:${verb ?? ''}:${id}`, group: 'people', detail } as const;
    if (verb === undefined) {
      return [{ ...own, label: words.title(party), page: () => personPage(party, facts, words) }];
    }
    if (verb === 'open') {
      return whose === undefined
        ? []
        : [{ ...own, label: words.title(party), run: () => openPerson(whose) }];
    }
    const deed = personActions({ party }, facts, words).find(
      ({ id: is }) => is === `person.${verb}`,
    );
    return deed === undefined ? [] : [{ ...deed, ...own }];
  });
}

function searchAction(typed: string): Action {
  return {
    id: 'search',
    group: 'search',
    label: strings.palette.searchFor(typed),
    run: () => openSearchFor(typed),
  };
}
