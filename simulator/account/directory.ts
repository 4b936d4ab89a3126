import { createHash } from 'node:crypto';

import { jsonObject } from '../http/body.ts';
import { invalidValue, resourceNotFound } from '../http/errors.ts';
import { json, ok } from '../http/message.ts';
import { pageOf } from '../http/paging.ts';
import type { Handler } from '../http/routes.ts';
import { formatNational, parsePhoneNumber } from '../phone-numbers.ts';
import type { Colleague } from '../state/types.ts';
import type { World } from '../world.ts';
import { accountUri } from '../world.ts';

/** GET directory/entries: the whole company, the user too; 304 when the ETag is still good. */
export const getDirectory: Handler = (world, { request }) => {
  const { query } = request;
  const type = query.get('type');
  const typeGroup = query.get('typeGroup');
  const wanted = everyoneIn(world)
    .filter((entry) => type === null || entry.type === type)
    .filter((entry) => typeGroup === null || (entry.type === 'User') === (typeGroup === 'User'));
  const page = pageOf(
    wanted,
    `${accountUri(world)}/directory/entries`,
    query,
    (entry) => entryJson(world, entry),
    { defaultPerPage: 1_000, maxPerPage: 1_000 },
  );
  const { navigation: _navigation, ...body } = page;
  const etag = `"${createHash('sha256').update(JSON.stringify(body.records)).digest('base64url')}"`;
  if (request.headers['if-none-match'] === etag) {
    return { status: 304, headers: { ETag: etag }, body: undefined };
  }
  return json(200, body, { ETag: etag });
};

export const getDirectoryEntry: Handler = (world, { params }) => {
  const entry = everyoneIn(world).find(({ id }) => id === params['entryId']);
  if (!entry) throw resourceNotFound('entryId');
  return ok(entryJson(world, entry));
};

const SEARCHED = [
  'firstName',
  'lastName',
  'extensionNumber',
  'email',
  'jobTitle',
  'department',
] as const;
const SEARCH_FIELDS: readonly string[] = [...SEARCHED, 'phoneNumber', 'customFieldValue'];

/** POST directory/entries/search: every word of `searchString` has to begin a word of a field. */
export const searchDirectory: Handler = (world, { request }) => {
  const body = jsonObject(request);
  const { searchString = '', searchFields = SEARCH_FIELDS, page = 1, perPage = 100 } = body;
  if (typeof searchString !== 'string') throw invalidValue('searchString');
  if (!isSearchFields(searchFields)) throw invalidValue('searchFields');
  const words = searchString.toLowerCase().split(/\s+/).filter(Boolean);
  const found = everyoneIn(world).filter((entry) => {
    const text = searchedText(entry, searchFields);
    return words.every((word) => text.some((part) => part.startsWith(word)));
  });
  const query = new URLSearchParams({ page: wordOf(page), perPage: wordOf(perPage) });
  const address = `${accountUri(world)}/directory/entries/search`;
  const { records, paging } = pageOf(found, address, query, (entry) => entryJson(world, entry));
  return ok({ records, paging });
};

/** Numbers are checked where pages are cut; anything else is no number. */
function wordOf(value: unknown): string {
  return typeof value === 'number' || typeof value === 'string' ? String(value) : '';
}

function isSearchFields(value: unknown): value is readonly string[] {
  return (
    Array.isArray(value) &&
    (value as unknown[]).every((name) => typeof name === 'string' && SEARCH_FIELDS.includes(name))
  );
}

function searchedText(entry: Colleague, fields: readonly string[]): readonly string[] {
  const texts = SEARCHED.filter((name) => fields.includes(name)).flatMap(
    (name) => entry[name] ?? [],
  );
  const number = fields.includes('phoneNumber') ? entry.directNumber : undefined;
  return [...texts, entry.name ?? '', number ?? '', number?.slice(1) ?? '']
    .flatMap((text) => text.toLowerCase().split(/\s+/))
    .filter(Boolean);
}

function everyoneIn(world: World): readonly Colleague[] {
  return [myself(world), ...world.state.colleagues];
}

/** Somebody joins the company, or changes there; the company directory says so. */
export function putColleague(world: World, colleague: Colleague): void {
  const { colleagues, profile } = world.state;
  const at = colleagues.findIndex(({ id }) => id === colleague.id);
  if (at < 0) colleagues.push(colleague);
  else colleagues[at] = colleague;
  world.changed();
  world.hub.publish(world, 'directory', () => ({
    extensionId: String(profile.extensionId),
    contacts: [{ eventType: at < 0 ? 'Create' : 'Update', ...entryJson(world, colleague) }],
  }));
}

function myself(world: World): Colleague {
  const { profile } = world.state;
  const direct = profile.numbers.find(({ primary }) => primary);
  return {
    id: String(profile.extensionId),
    type: 'User',
    extensionNumber: profile.extensionNumber,
    firstName: profile.firstName,
    lastName: profile.lastName,
    jobTitle: profile.jobTitle,
    department: 'Lending',
    email: profile.email,
    ...(direct ? { directNumber: direct.phoneNumber } : {}),
  };
}

function entryJson(world: World, { directNumber, ...entry }: Colleague): object {
  const number = directNumber === undefined ? undefined : parsePhoneNumber(directNumber);
  return {
    ...entry,
    status: 'Enabled',
    account: {
      id: String(world.state.profile.accountId),
      companyName: world.state.profile.companyName,
    },
    phoneNumbers: number
      ? [
          {
            phoneNumber: number.e164,
            formattedPhoneNumber: `+1 ${formatNational(number)}`,
            type: 'VoiceFax',
            usageType: 'DirectNumber',
            primary: true,
          },
        ]
      : [],
  };
}
