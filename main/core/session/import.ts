import { failure } from '../../../shared/failure.ts';
import type { ImportDraft, ImportedNumber, ImportOutcome } from '../../../shared/model/session.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Ports } from '../ports.ts';
import { pickValues, readEnvText, type ImportValues } from './import-fields.ts';
import { planImport, type ImportPlan } from './import-plan.ts';
import { takeNumber, type NumberSettings } from './imported-number.ts';
import type { SignInDesk } from './sign-in.ts';
import { parseApp, type Way } from './way.ts';

/** How long values wait in memory for the user's word. */
const draftLifeMs = 10 * 60_000;

/** Taking over what an older set-up signed in with. */
export type Imports = {
  /** Reads a `.env`; one that cannot be read leaves the draft before it alone. */
  read(text: string): Result<ImportDraft>;
  /** The same for the environment; undefined when it holds nothing. */
  find(): ImportDraft | undefined;
  /** Signs in with a draft. It leaves memory unless trying once more may help. */
  use(id: string, allowOtherHost: boolean | undefined): Promise<Result<ImportOutcome>>;
  /** Drops every draft. */
  stop(): void;
};

type Draft = { readonly view: ImportDraft; readonly plan: ImportPlan; readonly drop: () => void };

/** Builds the import; drafts live in memory and their values are never answered back. */
export function createImports(deps: {
  readonly ports: Pick<Ports, 'clock' | 'random' | 'environment'>;
  readonly settings: NumberSettings;
  readonly desk: Pick<SignInDesk, 'signIn'>;
}): Imports {
  const { clock, random, environment } = deps.ports;
  const drafts = new Map<ImportDraft['source'], Draft>();

  const dropAll = (): void => drafts.forEach(({ drop }) => drop());

  const hold = (source: ImportDraft['source'], values: ImportValues): ImportDraft => {
    drafts.get(source)?.drop();
    const plan = planImport(values);
    const { fields, method, obstacle } = plan;
    const view = { id: random.uuid(), source, fields, method, ...(obstacle && { obstacle }) };
    const forget = (): void => void drafts.delete(source);
    const callOff = clock.schedule(draftLifeMs, forget);
    const drop = (): void => {
      callOff();
      forget();
    };
    drafts.set(source, { view, plan, drop });
    return view;
  };

  return {
    read(text) {
      const values = readEnvText(text);
      return values.ok ? ok(hold('text', values.value)) : values;
    },
    find() {
      // Asked as often as a window likes: the one on screen must stay good.
      const held = drafts.get('environment');
      if (held) return held.view;
      const values = pickValues(environment);
      return values.ok ? hold('environment', values.value) : undefined;
    },
    async use(id, allowOtherHost) {
      const draft = [...drafts.values()].find(({ view }) => view.id === id);
      if (!draft) return fail(failure('not-found', 'import.gone'));
      const way = toWay(draft.plan, allowOtherHost);
      if (!way.ok) return way;
      let number: ImportedNumber = { kind: 'none' };
      const session = await deps.desk.signIn(way.value, (facts) => {
        number = takeNumber(draft.plan.phoneNumber, facts, deps.settings);
      });
      if (session.ok) dropAll();
      else if (session.failure.kind === 'auth' && way.value.method !== 'browser') draft.drop();
      return session.ok ? ok({ session: session.value, number }) : session;
    },
    stop: dropAll,
  };
}

function toWay(plan: ImportPlan, allowOtherHost: boolean | undefined): Result<Way> {
  const { app, grant, obstacle } = plan;
  if (!grant) return fail(obstacle ?? failure('invalid', 'import.incomplete'));
  const parsed = parseApp({ ...app, allowOtherHost });
  return parsed.ok ? ok({ ...parsed.value, ...grant }) : parsed;
}
