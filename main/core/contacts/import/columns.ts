import type { ContactNumberLabel } from '../../../../shared/model/people.ts';
import { fold } from '../../../../shared/fold.ts';

/** What a column holds. `typed` numbers have their label in the column before or after them. */
export type Column =
  | { readonly kind: 'text'; readonly field: TextField }
  | { readonly kind: 'number'; readonly label: ContactNumberLabel }
  | { readonly kind: 'number-of-group'; readonly group: string }
  | { readonly kind: 'label-of-group'; readonly group: string }
  | { readonly kind: 'other' };

export type TextField =
  | 'name'
  | 'firstName'
  | 'middleName'
  | 'lastName'
  | 'nickName'
  | 'company'
  | 'jobTitle'
  | 'email'
  | 'remarks';

/** Names of columns, folded: Outlook's, Google's, Salesforce's, HubSpot's, and plain ones. */
const textNames: Readonly<Record<TextField, readonly string[]>> = {
  name: words(
    'name; full name; display name; contact name; contact; file as; nom complet; nombre completo; anzeigename',
  ),
  firstName: words('first name; given name; firstname; forename; first; vorname; prenom; nombre'),
  middleName: words('middle name; additional name; second name; weitere vornamen'),
  lastName: words(
    'last name; family name; lastname; surname; last; nachname; nom; nom de famille; apellido; apellidos',
  ),
  nickName: words('nickname; nick name; spitzname'),
  company: words(
    'company; company name; organization; organisation; organization name; organization 1 name; account name; associated company; employer; firma; unternehmen; societe; entreprise; empresa',
  ),
  jobTitle: words(
    'job title; title; position; role; organization title; organization 1 title; jobtitle; berufsbezeichnung; fonction; cargo',
  ),
  email: words(
    'email; e mail; email address; e mail address; email 1; e mail 1; email 1 value; e mail 1 value; primary email; work email; mail; e mail adresse; adresse e mail; correo electronico',
  ),
  remarks: words(
    'notes; note; remarks; comments; comment; description; notizen; bemerkungen; notas',
  ),
};

const numberNames: Readonly<Record<ContactNumberLabel, readonly string[]>> = {
  mobile: words(
    'mobile; mobile phone; cell; cell phone; cellphone; mobile number; mobile phone number; cell number; phone mobile; iphone; mobiltelefon; mobil; handy; portable; telephone mobile; movil',
  ),
  business: words(
    'business phone; work phone; phone; phone number; telephone; telephone number; number; business; work; office; office phone; work number; business phone number; phone work; direct; direct phone; primary phone; main phone; phone 1; tel; telefon; telefonnummer; telefon geschaftlich; telephone professionnel; telefono',
  ),
  business2: words(
    'business phone 2; work phone 2; phone 2; business 2; office phone 2; telefon geschaftlich 2',
  ),
  home: words(
    'home phone; home; home number; phone home; home phone number; private phone; telefon privat; telephone domicile',
  ),
  home2: words('home phone 2; home 2; telefon privat 2'),
  company: words(
    'company main phone; company phone; company number; main; switchboard; telefon firma',
  ),
  other: words(
    'other phone; other; other number; alternate phone; secondary phone; phone other; phone 3; radio phone; pager; weiteres telefon',
  ),
  assistant: words('assistants phone; assistant phone; asst phone; assistant; telefon assistent'),
  car: words('car phone; car; autotelefon'),
  callback: words('callback; callback phone; call back; ruckmeldung'),
  businessFax: words('business fax; work fax; fax; fax number; fax work; fax geschaftlich'),
  otherFax: words('other fax; home fax; fax home; fax privat; weiteres fax'),
};

const byName: ReadonlyMap<string, Column> = new Map<string, Column>([
  ...(Object.entries(textNames) as [TextField, readonly string[]][]).flatMap(([field, names]) =>
    names.map((name): [string, Column] => [name, { kind: 'text', field }]),
  ),
  ...(Object.entries(numberNames) as [ContactNumberLabel, readonly string[]][]).flatMap(
    ([label, names]) => names.map((name): [string, Column] => [name, { kind: 'number', label }]),
  ),
]);

/** What the columns of a file hold, by their names in its first line. */
export function readColumns(header: readonly string[]): readonly Column[] {
  // Outlook has a `Title` before the name, such as Dr., beside its `Job Title`.
  const hasJobTitle = header.some((name) => fold(name) === 'job title');
  return header.map((name) =>
    hasJobTitle && fold(name) === 'title' ? { kind: 'other' } : readColumn(name),
  );
}

function readColumn(name: string): Column {
  const folded = fold(name);
  // Google: `Phone 1 - Type`, `Phone 1 - Label`, `Phone 1 - Value`.
  const [, group, part] = /^phone (\d+) (type|label|value)$/.exec(folded) ?? [];
  if (group !== undefined) {
    return { kind: part === 'value' ? 'number-of-group' : 'label-of-group', group };
  }
  return byName.get(folded) ?? { kind: 'other' };
}

/** How many of the columns are of use; the delimiter that makes most of them is the right one. */
export function countKnown(columns: readonly Column[]): number {
  return columns.filter(({ kind }) => kind !== 'other' && kind !== 'label-of-group').length;
}

/** The label that someone's word for a number comes closest to: `Work Fax`, `iPhone`, `CELL`. */
export function toLabel(word: string): ContactNumberLabel {
  const folded = fold(word);
  const known = byName.get(folded);
  if (known?.kind === 'number') return known.label;
  if (/fax/.test(folded)) return /home|other|priva/.test(folded) ? 'otherFax' : 'businessFax';
  if (/mobil|cell|iphone|handy/.test(folded)) return 'mobile';
  if (/work|business|office|direct/.test(folded)) return 'business';
  if (/home|priva/.test(folded)) return 'home';
  if (/main|company/.test(folded)) return 'company';
  return 'other';
}

function words(list: string): readonly string[] {
  return list.split('; ');
}
