import { pageOf } from './find.ts';

/** Where an address really leads, in letters that nobody can mistake. */
export type LinkOutlook = {
  /** What the browser is given: without a user name or password. */
  readonly url: string;
  /** In ASCII: names in other letters as RFC 3492 spells them. */
  readonly host: string;
  /** The host has letters that can look like others. */
  readonly isLookAlike: boolean;
  /** What stood before an @, and could pass for the host. */
  readonly hasUserPart: boolean;
  /** A computer by its number. */
  readonly isByNumber: boolean;
  readonly isEncrypted: boolean;
};

/** Reads an address as a browser would; undefined for what is none of a page. */
export function outlookOf(written: string): LinkOutlook | undefined {
  const page = pageOf(written);
  if (page === undefined) return undefined;
  const hasUserPart = page.username !== '' || page.password !== '';
  page.username = '';
  page.password = '';
  const { hostname } = page;
  return {
    url: page.href,
    host: page.host,
    isLookAlike: /(?:^|\.)xn--/.test(hostname),
    hasUserPart,
    isByNumber: hostname.startsWith('[') || /^\d+(?:\.\d+){3}$/.test(hostname),
    isEncrypted: page.protocol === 'https:',
  };
}

type Warning = 'lookAlike' | 'userPart' | 'ipHost' | 'plainHttp';

/** What there is to say of an address before it is opened, the gravest first. */
export function warningsOf(outlook: LinkOutlook): readonly Warning[] {
  const all: readonly (readonly [Warning, boolean])[] = [
    ['lookAlike', outlook.isLookAlike],
    ['userPart', outlook.hasUserPart],
    ['ipHost', outlook.isByNumber],
    ['plainHttp', !outlook.isEncrypted],
  ];
  return all.flatMap(([warning, holds]) => (holds ? [warning] : []));
}
