/** A number as written, taken apart: only `main` is ever sent to RingCentral. */
export type Parts = {
  readonly main: string;
  /** Digits with `,` for pauses, and `*` and `#`: the extension first. */
  readonly keyIn: string | undefined;
  /** RFC 3966 `;phone-context=`, where it is the beginning of a number and not a domain. */
  readonly context: string | undefined;
};

/** `;ext=9`, `;isub=1`, `;phone-context=+1`, `;postd=pp5` (RFC 3966 5.1, RFC 2806 2.2). */
const parameter = /;\s*([a-z][a-z\d-]*)(?:=([^;]*))?(?=;|$)/gi;
/** What extensions are called where Sidetone's users call. */
const label =
  'e?xt(?:ensi(?:on|ón)|n)?|extensión|int(?:erno|erne|ern)?|anexo|ramal|poste|durchwahl|dw|' +
  'klappe|apparat|app|wew|toestel|tst|anknytning|ankn|lok(?:al)?|доб|linka|mell|内線|內線|内线|分机|내선';
const labelled = new RegExp(
  `^(.*?[\\da-z)])[\\s,;:./(-]*(?<!\\p{L})(?:${label})(?!\\p{L})[\\s.:#-]*(\\d{1,15})[)\\s#]*([,;pw][\\d,;pw#*\\s]*)?$`,
  'iu',
);
/** `x9`, `#438`, `~12`: shorter ones, as a slip could look the same. */
const marked = /^(.*?[\da-z)])[\s,;-]*[x#~][\s.:]*(\d{1,9})[\s#]*([,;pw][\d,;pw#*\s]*)?$/i;
/** `512-555-0142 - 503#`, as some Americans write it. */
const hashed = /^(.*\d\)?)[\s-]+(\d{1,6})#$/;
/** Digits after a pause are keyed in once the call is up; `p` and `w` come from RFC 2806. */
const paused = /^(.*?[\da-z]\)?)\s*([,;][\d,;pw#*\s]*|(?<=\d\)?\s*)[pw][\d,;pw#*\s]*)$/i;
const mayHaveParts = /[^\d\s().\-/+]/;

/** Takes a plain text apart; one without an extension, pauses or parameters is all `main`. */
export function toParts(text: string): Parts {
  if (!mayHaveParts.test(text)) return { main: text, keyIn: undefined, context: undefined };
  const { rest, ext, postDial, context } = takeParameters(text);
  const [main, written, later] = takeExtension(rest);
  const keyIn = [ext, written, later, postDial].map(digitsAndPauses).filter((part) => part !== '');
  return { main: main.trim(), keyIn: keyIn.length > 0 ? keyIn.join(',') : undefined, context };
}

function takeParameters(text: string): {
  readonly rest: string;
  readonly ext?: string | undefined;
  readonly postDial?: string | undefined;
  readonly context?: string | undefined;
} {
  if (!text.includes(';')) return { rest: text };
  const found = new Map<string, string>();
  const rest = text.replace(parameter, (whole, name: string, value: string | undefined) => {
    // `;w5` is a pause that waits, no parameter.
    if (value === undefined && /^[pw]/i.test(name)) return whole;
    if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), value?.trim() ?? '');
    return '';
  });
  const context = found.get('phone-context');
  return {
    rest,
    ext: found.get('ext'),
    postDial: found.get('postd'),
    context: context !== undefined && /^\+[\d\s().-]+$/.test(context) ? context : undefined,
  };
}

function takeExtension(text: string): readonly [string, string, string] {
  for (const pattern of [labelled, marked]) {
    const [, main, ext = '', later = ''] = pattern.exec(text) ?? [];
    if (main !== undefined && /\d/.test(main)) return [main, ext, later];
  }
  const [, beforeHash, hash = ''] = hashed.exec(text) ?? [];
  if (beforeHash !== undefined) return [beforeHash, hash, ''];
  const [, main = text, later = ''] = paused.exec(text) ?? [];
  return [main, '', later];
}

function digitsAndPauses(text = ''): string {
  return text
    .replace(/[;pw]/gi, ',')
    .replace(/[^\d,#*]/g, '')
    .replace(/^,+/, '');
}
