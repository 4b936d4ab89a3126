import { failure } from '../../../shared/failure.ts';
import type { Page } from '../../../shared/model/app.ts';
import type { DoNotCallEntry } from '../../../shared/model/calls.ts';
import type { CountryCode, E164 } from '../../../shared/model/ids.ts';
import { parseDialable } from '../../../shared/phone/parse.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Archive } from '../db/define-query.ts';
import type { Events } from '../events.ts';
import type { Clock } from '../ports.ts';
import { addDoNotCall, hasDoNotCall, listDoNotCall, removeDoNotCall } from './queries.ts';

/** The numbers that the user does not want to call by mistake. */
export type DoNotCall = {
  list(page: {
    readonly after?: string | undefined;
    readonly limit: number;
  }): Promise<Page<DoNotCallEntry>>;
  /** Numbers in any form, one a line; fails with `do-not-call.line-invalid` and adds none then. */
  add(numbers: string, reason: string): Promise<Result<{ readonly added: number }>>;
  remove(number: E164): Promise<void>;
  has(typed: string): Promise<boolean>;
};

/** A line of a list that somebody has pasted is not told in full. */
const longestTold = 60;

/**
 * Builds the list. It holds numbers, not people, and outlives them: a person who is erased from the
 * archive may have asked not to be called, and forgetting that would undo what they asked for. So an
 * erasure leaves it alone; only the user takes a number off.
 */
export function createDoNotCall(deps: {
  readonly archive: Archive;
  readonly clock: Pick<Clock, 'now'>;
  readonly events: Pick<Events, 'changed'>;
  readonly session: { homeCountry(): CountryCode };
}): DoNotCall {
  const { archive, clock, events, session } = deps;

  const readLines = (text: string): Result<readonly E164[]> => {
    const numbers = new Set<E164>();
    for (const line of text.split(/\r\n|[\n\r\u2028\u2029]/)) {
      if (line.trim() === '') continue;
      const parsed = parseDialable(line, session.homeCountry());
      if (!parsed.ok) return refuseLine(line);
      numbers.add(parsed.value.number);
    }
    return numbers.size === 0 ? fail(failure('invalid', 'number.empty')) : ok([...numbers]);
  };

  return {
    list: (page) => archive.read(listDoNotCall, page),
    async add(text, reason) {
      const numbers = readLines(text);
      if (!numbers.ok) return numbers;
      const input = { numbers: numbers.value, reason, at: clock.now() };
      const added = await archive.write(addDoNotCall, input);
      if (added > 0) events.changed({ area: 'do-not-call' });
      return ok({ added });
    },
    async remove(number) {
      if (await archive.write(removeDoNotCall, number)) events.changed({ area: 'do-not-call' });
    },
    async has(typed) {
      const parsed = parseDialable(typed, session.homeCountry());
      return parsed.ok && archive.read(hasDoNotCall, parsed.value.number);
    },
  };
}

function refuseLine(line: string): ReturnType<typeof fail> {
  const typed = line.trim();
  const told = typed.length > longestTold ? `${typed.slice(0, longestTold)}…` : typed;
  const params = { typed: told };
  return fail(failure('invalid', 'do-not-call.line-invalid', { field: 'numbers', params }));
}
