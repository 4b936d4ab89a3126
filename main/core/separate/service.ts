import { failure } from '../../../shared/failure.ts';
import { joinValues, type MergeValues } from '../../../shared/merge.ts';
import type { TextOutlook } from '../../../shared/model/drafts.ts';
import type { CountryCode, E164 } from '../../../shared/model/ids.ts';
import {
  mostSeparate,
  type SeparateDraft,
  type SeparatePerson,
  type SeparateSource,
} from '../../../shared/model/separate.ts';
import { toE164 } from '../../../shared/phone/parse.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { chooseListFile } from '../call-lists/choose-file.ts';
import type { Archive } from '../db/define-query.ts';
import { createDraftSlot } from '../draft-slot.ts';
import type { Clock, FileDialogs, Log, Random } from '../ports.ts';
import type { Listed } from './listed.ts';
import { listOfCallList, listOfNumbers, listOfPeople, readSeparateFile } from './queries.ts';

const words = strings.separate;

type Held = { readonly fileName: string; readonly text: string };
type Gathered = Pick<SeparateDraft, 'draftId' | 'title' | 'columns' | 'numberColumn'> & {
  readonly rows: readonly Listed[];
};

/** Who gets a text of their own; nothing here sends one. */
export type SeparateReading = {
  /** Undefined when a file was asked for and none chosen. */
  read(source: SeparateSource, from: E164 | undefined): Promise<Result<SeparateDraft | undefined>>;
  chooseColumn(
    draftId: string,
    numberColumn: number,
    from: E164 | undefined,
  ): Promise<Result<SeparateDraft>>;
  /** Drops the file that waits. */
  stop(): void;
};

export type SeparateReadingDeps = {
  readonly archive: Pick<Archive, 'read'>;
  readonly clock: Pick<Clock, 'schedule'>;
  readonly random: Random;
  readonly log: Log;
  readonly fileDialogs: Pick<FileDialogs, 'chooseOpen'>;
  readonly session: { homeCountry(): CountryCode };
  readonly outlook: (
    to: { readonly numbers: readonly string[] },
    from: E164 | undefined,
  ) => Promise<TextOutlook>;
  /** What the fields say in any text of the user's. */
  readonly ownValues: () => MergeValues;
};

/** Builds the reading; the last file is kept until it is read otherwise. */
export function createSeparateReading(deps: SeparateReadingDeps): SeparateReading {
  const { archive, session } = deps;
  const drafts = createDraftSlot<Held>(deps.clock);

  const judge = createJudge(deps);

  const readHeld = async (
    draftId: string,
    { fileName, text }: Held,
    numberColumn: number | undefined,
  ): Promise<Result<Gathered>> => {
    const country = session.homeCountry();
    const read = await archive.read(readSeparateFile, { text, country, numberColumn });
    return read.ok ? ok({ ...read.value, draftId, title: fileName }) : read;
  };

  const askForFile = async (): Promise<Result<Gathered | undefined>> => {
    const chosen = await chooseListFile(deps, words.file);
    if (!chosen.ok) return chosen;
    if (chosen.value === undefined) return ok(undefined);
    const held = chosen.value;
    const draftId = deps.random.uuid();
    drafts.hold(draftId, held);
    return readHeld(draftId, held, undefined);
  };

  const gather = async (source: SeparateSource): Promise<Result<Gathered | undefined>> => {
    const plain = { draftId: undefined, title: undefined, columns: [], numberColumn: undefined };
    switch (source.from) {
      case 'csv':
        return askForFile();
      case 'numbers': {
        const country = session.homeCountry();
        const numbers = source.numbers.map((typed) => ({ typed, number: toE164(typed, country) }));
        return ok({ ...plain, rows: await archive.read(listOfNumbers, numbers) });
      }
      case 'contacts':
        return ok({ ...plain, rows: await archive.read(listOfPeople, source.contactIds) });
      case 'call-list': {
        const list = await archive.read(listOfCallList, source.callListId);
        if (list === undefined) return fail(failure('not-found', 'call-list.gone'));
        return ok({ ...plain, title: list.name, rows: list.rows });
      }
    }
  };

  return {
    async read(source, from) {
      const gathered = await gather(source);
      if (!gathered.ok) return gathered;
      return gathered.value === undefined ? ok(undefined) : judge(gathered.value, from);
    },
    async chooseColumn(draftId, numberColumn, from) {
      const held = drafts.get(draftId);
      if (held === undefined) return fail(failure('not-found', 'call-list.file-gone'));
      const gathered = await readHeld(draftId, held, numberColumn);
      return gathered.ok ? judge(gathered.value, from) : gathered;
    },
    stop: drafts.drop,
  };
}

/** Says of each row whether a text can go there, as a composer would of that one person. */
function createJudge(
  deps: Pick<SeparateReadingDeps, 'outlook' | 'ownValues'>,
): (gathered: Gathered, from: E164 | undefined) => Promise<Result<SeparateDraft>> {
  return async ({ rows, ...about }, from) => {
    if (rows.length === 0) return fail(failure('invalid', 'separate.nobody'));
    const own = deps.ownValues();
    const seen = new Set<E164>();
    const people: SeparatePerson[] = [];
    for (const [index, row] of rows.slice(0, mostSeparate).entries()) {
      const { number } = row;
      const isRepeat = number !== undefined && seen.has(number);
      if (number !== undefined) seen.add(number);
      const known =
        number === undefined ? undefined : await deps.outlook({ numbers: [number] }, from);
      people.push({
        key: String(index + 1),
        name: row.name,
        number,
        typed: row.typed,
        line: row.line,
        values: joinValues(own, row.values),
        failure: isRepeat
          ? failure('invalid', 'text.recipient-duplicate', { field: 'to' })
          : (row.failure ?? toFailure(known)),
        caution: known?.caution,
        added: known?.firstTextSentence,
        quiet: toQuiet(known),
      });
    }
    return ok({ ...about, people, beyond: Math.max(0, rows.length - mostSeparate) });
  };
}

/** Why none goes to them: who wants no texts, or is on the list, is not asked about in a batch. */
function toFailure(known: TextOutlook | undefined): SeparatePerson['failure'] {
  if (known === undefined) return failure('invalid', 'number.empty', { field: 'to' });
  if (known.refusal !== undefined) return known.refusal;
  if (known.questions.includes('opted-out')) {
    return failure('rejected', 'text.recipient-opted-out', { field: 'to' });
  }
  return known.questions.includes('do-not-call')
    ? failure('rejected', 'number.do-not-call', { field: 'to' })
    : undefined;
}

function toQuiet(known: TextOutlook | undefined): SeparatePerson['quiet'] {
  if (known?.quiet === undefined || !known.questions.includes('quiet-hours')) return undefined;
  return { until: known.quiet.dayBeginsAt, zone: known.quiet.localTime.zone };
}
