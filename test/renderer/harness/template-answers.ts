import { failure } from '../../../shared/failure.ts';
import { joinValues, namedFields, personFields } from '../../../shared/merge.ts';
import type { E164, TemplateId } from '../../../shared/model/ids.ts';
import type { SeparatePerson } from '../../../shared/model/separate.ts';
import type { Template } from '../../../shared/model/templates.ts';
import { fail, ok } from '../../../shared/result.ts';
import { partyWith, type Answers, type FakeWorld } from './fake-world.ts';
import { opening } from './people.ts';

/** Templates, and texts to each, in memory. */
export function templateAnswers(world: FakeWorld): Answers {
  let serial = 2;
  const template = (id: string, title: string, body: string): Template => ({
    id: id as TemplateId,
    title,
    body,
    source: 'own',
    changedAt: opening,
  });
  let own: readonly Template[] = [
    template('1', 'Documents', 'Hi {first name|there}, I need {document} from you.'),
    template('2', 'Rate lock', 'Your rate lock runs out this week.\nDo you have a minute?'),
  ];
  const account: readonly Template[] = [
    { ...template('account-7', 'Office hours', 'Open 8:30 to 6.'), source: 'company' },
  ];
  return {
    'templates.list': () => ok({ own, account, obstacle: undefined }),
    'templates.save': (input: { templateId?: TemplateId; title: string; body: string }) => {
      const saved = template(input.templateId ?? String((serial += 1)), input.title, input.body);
      own = own.some(({ id }) => id === saved.id)
        ? own.map((one) => (one.id === saved.id ? saved : one))
        : [...own, saved];
      return ok(saved);
    },
    'templates.remove': ({ templateId }: { templateId: TemplateId }) => {
      own = own.filter(({ id }) => id !== templateId);
      return ok();
    },
    'templates.order': ({ templateIds }: { templateIds: TemplateId[] }) => {
      own = own.toSorted((a, b) => templateIds.indexOf(a.id) - templateIds.indexOf(b.id));
      return ok();
    },
    'templates.values': () =>
      ok(joinValues(personFields({ name: 'Ada Brook' }), { 'my name': 'Dana Reyes' })),
    ...separateAnswers(world),
  };
}

function separateAnswers(world: FakeWorld): Answers {
  let batches = world.batches ?? [];
  const personOf = (typed: string, index: number): SeparatePerson => {
    const number = typed.startsWith('+') ? (typed as E164) : undefined;
    const name = number && partyWith(world, number).name;
    return {
      key: String(index + 1),
      name,
      number,
      typed,
      line: undefined,
      values: joinValues(personFields({ name }), namedFields([{ name: 'my name', value: 'Dana' }])),
      failure: number ? undefined : failure('invalid', 'number.empty'),
      caution: undefined,
      added: undefined,
      quiet: undefined,
    };
  };
  return {
    'separate.read': ({ source }: { source: { from: string; numbers?: string[] } }) =>
      ok({
        draftId: undefined,
        title: undefined,
        columns: [],
        numberColumn: undefined,
        people: (source.numbers ?? []).map(personOf),
        beyond: 0,
      }),
    'separate.list': () => ok(batches),
    'separate.start': (input: { batchId: string; title: string; rows: readonly unknown[] }) => {
      const { batchId: id, title, rows } = input;
      const counts = { total: rows.length, accepted: rows.length, waiting: 0 };
      const state = { isRunning: false, obstacle: undefined, refused: [] };
      batches = [{ id, title, createdAt: opening, ...counts, ...state }];
      return ok();
    },
    'separate.resume': () => fail(failure('not-found', 'separate.gone')),
    'separate.drop': ({ batchId }: { batchId: string }) => {
      batches = batches.filter(({ id }) => id !== batchId);
      return ok();
    },
  };
}
