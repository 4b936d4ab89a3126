import type { JsonObject } from '../http/body.ts';
import { isObject, jsonObject } from '../http/body.ts';
import { bulkAnswer, bulkBodies, bulkIds } from '../http/bulk.ts';
import { invalidParameter, invalidValue, resourceNotFound } from '../http/errors.ts';
import type { Answer, Incoming } from '../http/message.ts';
import { noContent, ok } from '../http/message.ts';
import { pageOf } from '../http/paging.ts';
import { listOf } from '../http/query.ts';
import type { Handler } from '../http/routes.ts';
import type { Contact } from '../state/types.ts';
import type { World } from '../world.ts';
import { extensionUri } from '../world.ts';

const TEXT_FIELDS = [
  'firstName',
  'lastName',
  'middleName',
  'nickName',
  'company',
  'jobTitle',
  'email',
  'email2',
  'email3',
  'birthday',
  'webPage',
  'notes',
  'ringtoneIndex',
] as const;

const PHONE_FIELDS = [
  'homePhone',
  'homePhone2',
  'businessPhone',
  'businessPhone2',
  'mobilePhone',
  'companyPhone',
  'carPhone',
  'otherPhone',
  'assistantPhone',
  'callbackPhone',
  'businessFax',
  'otherFax',
] as const;

const ADDRESS_FIELDS = ['homeAddress', 'businessAddress', 'otherAddress'] as const;
const MAX_TEXT = 2_000;
const MAX_PHONE = 64;
const MAX_EXTENSION = 10;
/** Of one user; what RingCentral answers to one more is not documented. */
const MAX_CONTACTS = 10_000;

export const getContacts: Handler = (world, { request }) => {
  const { query } = request;
  const startsWith = query.get('startsWith')?.toLowerCase();
  const numbers = query.getAll('phoneNumber').map((number) => number.replace(/^\s*\+?/, '+'));
  const [sortBy] = listOf(query, 'sortBy', ['FirstName', 'LastName', 'Company']);
  const alive = world.state.contacts
    .filter(({ availability }) => availability === 'Alive')
    .filter((contact) => startsWith === undefined || nameStartsWith(contact, startsWith))
    .filter((contact) => numbers.length === 0 || hasNumber(contact, numbers));
  const sorted = sortBy === undefined ? alive : sortContacts(alive, sortBy);
  return ok(
    pageOf(sorted, `${extensionUri(world)}/address-book/contact`, query, (contact) =>
      toContactJson(world, contact),
    ),
  );
};

function nameStartsWith({ fields }: Contact, start: string): boolean {
  return [fields['firstName'], fields['lastName']].some(
    (name) => typeof name === 'string' && name.toLowerCase().startsWith(start),
  );
}

function hasNumber({ fields }: Contact, numbers: readonly string[]): boolean {
  return PHONE_FIELDS.some((name) => numbers.some((number) => number === fields[name]));
}

function sortContacts(
  contacts: readonly Contact[],
  sortBy: 'FirstName' | 'LastName' | 'Company',
): readonly Contact[] {
  const field = { FirstName: 'firstName', LastName: 'lastName', Company: 'company' }[sortBy];
  const key = ({ fields }: Contact): string => {
    const value = fields[field];
    return typeof value === 'string' ? value : '';
  };
  return [...contacts].sort((a, b) => key(a).localeCompare(key(b), 'en'));
}

export const getContact: Handler = (world, { request, params }) =>
  each(world, request, params['contactId'], (id) =>
    toContactJson(world, requireContact(world, id)),
  );

/** One id is answered by itself, several with 207 and one entry each. */
function each(
  world: World,
  request: Incoming,
  segment: string | undefined,
  work: (id: string, index: number) => object | undefined,
): Answer {
  const ids = bulkIds(segment, 'contactId');
  if (ids.length > 1) {
    const address = `${extensionUri(world)}/address-book/contact`;
    return bulkAnswer(world, { request, ids, address }, work);
  }
  const body = work(ids[0] ?? '', 0);
  return body === undefined ? noContent : ok(body);
}

export const postContact: Handler = (world, { request }) => {
  const fields = checkFields(jsonObject(request));
  const { contacts } = world.state;
  if (contacts.filter(({ availability }) => availability === 'Alive').length >= MAX_CONTACTS) {
    throw invalidParameter('CMN-101', `There are ${MAX_CONTACTS} contacts already`);
  }
  const contact: Contact = {
    id: world.ids.contact(),
    availability: 'Alive',
    modifiedAt: world.clock.now(),
    fields: filled(fields),
  };
  world.state.contacts.push(contact);
  world.changed();
  return ok(toContactJson(world, contact));
};

/** PUT replaces every field, PATCH only those it names. */
export const putContact: Handler = (world, { request, params }) => {
  const segment = params['contactId'];
  const bodies = segment?.includes(',')
    ? bulkBodies(request, segment.split(','))
    : [jsonObject(request)];
  return each(world, request, segment, (id, index) => {
    const contact = requireContact(world, id);
    const body = bodies[index];
    const fields = checkFields(isObject(body) ? body : {});
    contact.fields = filled(request.method === 'PATCH' ? { ...contact.fields, ...fields } : fields);
    touch(world, contact);
    return toContactJson(world, contact);
  });
};

export const deleteContact: Handler = (world, { request, params }) =>
  each(world, request, params['contactId'], (id) => {
    const contact = requireContact(world, id);
    contact.availability = 'Deleted';
    touch(world, contact);
    return undefined;
  });

/** An empty text clears a field. */
function filled(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}

function touch(world: World, contact: Contact): void {
  contact.modifiedAt = world.clock.now();
  world.changed();
}

function requireContact(world: World, id: string): Contact {
  const contact = world.state.contacts.find((entry) => String(entry.id) === id);
  if (!contact || contact.availability !== 'Alive') throw resourceNotFound('contactId');
  return contact;
}

export function toContactJson(world: World, { id, availability, fields }: Contact): object {
  return {
    uri: `${extensionUri(world)}/address-book/contact/${id}`,
    availability,
    id,
    ...fields,
  };
}

/**
 * Keeps the fields that RingCentral knows; PAB codes for numbers it cannot take (its guide to
 * errors).
 */
function checkFields(body: JsonObject): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const name of [...TEXT_FIELDS, ...PHONE_FIELDS]) {
    const value = body[name];
    if (value === undefined || value === null) continue;
    if (typeof value !== 'string' || value.length > MAX_TEXT) throw invalidValue(name);
    fields[name] = value;
  }
  for (const name of PHONE_FIELDS) checkPhone(name, fields[name]);
  for (const name of ADDRESS_FIELDS) if (isObject(body[name])) fields[name] = body[name];
  return fields;
}

function checkPhone(name: string, value: unknown): void {
  if (typeof value !== 'string' || value === '') return;
  const refuse = (code: string, why: string): never => {
    throw invalidParameter(code, `Parameter [${name}] is invalid. ${why}`, name);
  };
  if (!/\d/.test(value)) refuse('PAB-102', 'Failed to parse phone number.');
  if (value.length > MAX_PHONE) refuse('PAB-103', 'The phone number is too long.');
  if (value.trimStart().startsWith('*')) {
    refuse('PAB-104', 'The phone numbers starting with the asterisk are not supported.');
  }
  const [, extension = ''] = /(?:x|ext\.?)\s*(\d+)\s*$/i.exec(value) ?? [];
  if (extension.length > MAX_EXTENSION) {
    refuse('PAB-105', 'The extensions longer than 10 digits are not supported.');
  }
}
