/** Zero-width, bidirectional and other format characters, which copying brings along unseen. */
const invisible = /[\p{Cf}\p{Cc}]/gu;
/** What needs nothing done but trimming: most of what is ever read. */
const alreadyPlain = /^[!-~]*(?: [!-~]+)*$/;

/**
 * A text as its reader sees it: full-width digits and letters as ASCII, odd spaces and dashes as
 * plain ones, invisible characters gone, trimmed.
 */
export function plainText(text: string): string {
  if (alreadyPlain.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(/[\t\n\r]/g, ' ')
    .replace(invisible, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}
