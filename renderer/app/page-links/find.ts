import { LinkifyIt } from 'linkify-it';

/** The address of a page in a text: where it stands, and what a browser would be given. */
export type FoundLink = { readonly start: number; readonly end: number; readonly url: string };

/** What has more addresses than this is no text of anyone's. */
const mostLinks = 300;
/** Without one of these nothing is an address: most texts are let through at once. */
const mayHaveLink = /:\/\/|[\p{L}\p{Nd}]\.\p{L}/u;

/** Endings by which a name alone is taken for an address; of two letters many are words (`ok.so`). */
const plainEndings = new Set(
  (
    'com net org edu gov mil int info biz pro shop name museum ' +
    'app dev xyz site online store tech cloud page link bank loans mortgage realtor homes house ' +
    'io co ai tv ca uk eu de fr es nl ch at be dk se fi ie pt pl cz mx au nz jp'
  ).split(' '),
);

let finder: LinkifyIt | undefined;

/** The addresses of pages in a text: `https:`, `http:`, and names of hosts alone. */
export function findLinks(text: string): readonly FoundLink[] {
  if (!mayHaveLink.test(text)) return [];
  finder ??= createFinder();
  return (finder.match(text) ?? [])
    .flatMap(({ schema, index: start, lastIndex: end, raw }) => {
      const url = schema === '' ? (isPlainName(raw) ? `https://${raw}` : '') : raw;
      return pageOf(url) === undefined ? [] : [{ start, end, url }];
    })
    .slice(0, mostLinks);
}

/** An address in its parsed form; undefined for what is none of a page. */
export function pageOf(url: string): URL | undefined {
  // Unseen and turning the order of reading round, these are in no address that is meant well.
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(url)) return undefined;
  const page = URL.parse(url);
  return page !== null && /^https?:$/.test(page.protocol) ? page : undefined;
}

function createFinder(): LinkifyIt {
  // With a user name, so that what stands before the @ is never taken for the host.
  const made = new LinkifyIt({ fuzzyLink: true, fuzzyEmail: true, urlAuth: true });
  return made.tlds([...plainEndings], true);
}

function isPlainName(raw: string): boolean {
  const [host = ''] = raw.split(/[/?#]/, 1);
  const ending = host.slice(host.lastIndexOf('.') + 1).toLowerCase();
  return /^www\./i.test(raw) || plainEndings.has(ending) || raw.length > host.length;
}
