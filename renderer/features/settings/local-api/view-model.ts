import { parseOrigin } from '../../../../shared/api-origin.ts';
import {
  apiScopes,
  type ApiProgram,
  type ApiScope,
  type ApiStanding,
} from '../../../../shared/model/local-api.ts';
import { strings } from '../../../../shared/strings/strings.ts';

const words = strings.localApi;
const mostOrigins = 20;

/** What stands under the switch, and whether it is trouble. */
export function standingWords(standing: ApiStanding): {
  readonly text: string;
  readonly isTrouble: boolean;
} {
  switch (standing.state) {
    case 'off':
      return { text: words.settings.shut, isTrouble: false };
    case 'listening':
      return { text: words.settings.open(standing.address), isTrouble: false };
    case 'failed': {
      const { title, advice } = strings.failures(standing.failure);
      return { text: `${title}. ${advice} ${words.settings.retry}`, isTrouble: true };
    }
  }
}

/** What a program may do, as one line. */
export function rightsWords({ scopes, callsAtOnce }: Pick<ApiProgram, 'scopes' | 'callsAtOnce'>) {
  const named = apiScopes
    .filter((scope) => scopes.includes(scope))
    .map((scope) => words.scopes[scope]);
  const all = callsAtOnce ? [...named, words.create.atOnce] : named;
  return words.settings.rights(all.join(' · '));
}

/** A site that was typed, or why it cannot be added. */
export function readOrigin(
  typed: string,
  listed: readonly string[],
): { readonly origin: string } | { readonly wrong: string } {
  const parsed = parseOrigin(typed);
  if (!parsed.ok) {
    const { title, advice } = strings.failures(parsed.failure);
    return { wrong: `${title}. ${advice}` };
  }
  if (listed.includes(parsed.value)) return { wrong: words.settings.originTwice };
  if (listed.length >= mostOrigins) return { wrong: words.settings.originsFull };
  return { origin: parsed.value };
}

/** What is being said of a token that is to be made. */
export type TokenDraft = {
  readonly name: string;
  readonly scopes: ReadonlySet<ApiScope>;
  readonly callsAtOnce: boolean;
};

/** Reading and texting is what a CRM begins with. */
export const emptyDraft: TokenDraft = {
  name: '',
  scopes: new Set<ApiScope>(['read', 'text', 'call']),
  callsAtOnce: false,
};

/** A draft with a scope more or less; without calls there are none at once either. */
export function toggleScope(draft: TokenDraft, scope: ApiScope): TokenDraft {
  const scopes = new Set(draft.scopes);
  if (!scopes.delete(scope)) scopes.add(scope);
  return { ...draft, scopes, callsAtOnce: draft.callsAtOnce && scopes.has('call') };
}

/** What a draft lacks; undefined when a token can be made of it. */
export function lackOf(draft: TokenDraft): 'name' | 'scopes' | undefined {
  if (draft.name.trim() === '') return 'name';
  return draft.scopes.size === 0 ? 'scopes' : undefined;
}
